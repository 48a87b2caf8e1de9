import { createTheme, type Theme } from '@mui/material/styles';
import { controls } from './controls.ts';
import { surfaces } from './surfaces.ts';
import { canvas, type DeskTokens, type Scheme, tokens } from './tokens.ts';

const family = 'Inter, system-ui, "Segoe UI", Roboto, Arial, sans-serif';
const type = (size: number, line: number, weight: number) => ({
  fontSize: `${size / 16}rem`,
  lineHeight: `${line / 16}rem`,
  fontWeight: weight,
});

const typography = {
  fontFamily: family,
  fontWeightMedium: 500,
  fontWeightBold: 600,
  h1: { ...type(21, 28, 500), letterSpacing: '-0.005em' },
  h2: type(16, 24, 600),
  h3: type(14, 20, 600),
  h4: type(13, 18, 500),
  h5: type(14, 20, 600),
  h6: type(14, 20, 600),
  subtitle1: type(16, 24, 500),
  subtitle2: type(14, 20, 500),
  body1: type(16, 24, 400),
  body2: type(14, 20, 400),
  caption: type(12, 16, 400),
  overline: { ...type(12, 16, 500), textTransform: 'none' as const, letterSpacing: 0 },
  button: { ...type(14, 18, 500), textTransform: 'none' as const, letterSpacing: 0 },
};

function palette(scheme: Scheme, desk: DeskTokens) {
  const tone = (name: 'ok' | 'warn' | 'bad' | 'info') => ({
    main: desk[name].icon,
    light: desk[name].tint,
    dark: desk[name].text,
    contrastText: scheme === 'light' ? '#ffffff' : '#000000',
  });
  return {
    mode: scheme,
    desk,
    primary: {
      main: desk.accent,
      dark: desk.accentHover,
      light: desk.accentBg2,
      contrastText: desk.onAccent,
    },
    secondary: { main: desk.text, contrastText: canvas[scheme] },
    success: tone('ok'),
    warning: tone('warn'),
    error: tone('bad'),
    info: tone('info'),
    background: { default: canvas[scheme], paper: desk.paper },
    text: { primary: desk.text, secondary: desk.text2, disabled: desk.edge },
    divider: desk.line,
    action: { hover: desk.tint, selected: desk.accentBg, active: desk.text },
  };
}

/** The one theme, from Designsystemet's tokens; sign-in, upload page and the signed-in console all use it. */
export function desk(scheme: Scheme): Theme {
  const colours = tokens[scheme];
  return createTheme({
    palette: palette(scheme, colours),
    typography,
    shape: { borderRadius: 4 },
    breakpoints: { values: { xs: 0, sm: 600, md: 900, lg: 1200, xl: 1536 } },
    transitions: {
      duration: { enteringScreen: 120, leavingScreen: 80, short: 120, shorter: 100, standard: 120 },
    },
    components: { ...controls(colours), ...surfaces(colours) },
  });
}
