import type { Components, Theme } from '@mui/material/styles';
import { focusRing } from './controls.ts';
import type { DeskTokens } from './tokens.ts';

const shadow = '0 0 1px rgba(0,0,0,.13), 0 3px 5px rgba(0,0,0,.13), 0 6px 12px rgba(0,0,0,.14)';

function base(desk: DeskTokens): Components<Theme> {
  return {
    MuiCssBaseline: {
      styleOverrides: {
        'html, body, #root': { height: '100%' },
        body: { fontSize: '0.875rem', lineHeight: '1.25rem' },
        'h1, h2, h3, h4, p, ul, ol, dl, dd, figure, fieldset': { margin: 0, padding: 0, border: 0 },
        'ul, ol': { listStyle: 'none' },
        a: { color: desk.accentText, textUnderlineOffset: 3, textDecorationThickness: 1 },
        'a:focus-visible, [tabindex="0"]:focus-visible, summary:focus-visible': {
          ...focusRing(desk),
          borderRadius: 2,
        },
        // What takes focus only to be read out (heading at a change of page, dialog) gets no ring: it cannot be pressed.
        'h1:focus-visible, main:focus-visible, .MuiDialog-container:focus-visible, .MuiPaper-root:focus-visible':
          { outline: 0 },
        'b, strong': { fontWeight: 600 },
        '.DeskAnnouncer': {
          position: 'absolute',
          width: 1,
          height: 1,
          overflow: 'hidden',
          clipPath: 'inset(50%)',
        },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '1ms !important',
            transitionDuration: '1ms !important',
          },
        },
        '@media (forced-colors: active)': {
          '.DeskChip, .DeskAvatar, .MuiButton-contained': { border: '1px solid' },
        },
      },
    },
    MuiLink: { defaultProps: { underline: 'always', color: desk.accentText } },
    MuiTypography: { defaultProps: { variant: 'body2', variantMapping: { subtitle1: 'p', subtitle2: 'p' } } },
  };
}

function floating(desk: DeskTokens): Components<Theme> {
  const raised = { backgroundColor: desk.raised, backgroundImage: 'none', boxShadow: shadow };
  return {
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiCard: { styleOverrides: { root: { border: `1px solid ${desk.line}`, borderRadius: 8 } } },
    MuiPopover: {
      styleOverrides: { paper: { ...raised, border: `1px solid ${desk.line2}`, borderRadius: 8 } },
    },
    MuiMenu: { styleOverrides: { paper: { ...raised, border: `1px solid ${desk.line2}`, borderRadius: 8 } } },
    MuiMenuItem: {
      styleOverrides: {
        root: {
          minHeight: 36,
          fontSize: '0.875rem',
          '&.Mui-focusVisible, &:focus-visible': { outlineOffset: -3 },
        },
      },
    },
    MuiDialog: {
      styleOverrides: { paper: { ...raised, border: `1px solid ${desk.line2}`, borderRadius: 8 } },
    },
    MuiDialogTitle: {
      styleOverrides: {
        root: { fontSize: '1.125rem', lineHeight: '24px', fontWeight: 600, padding: '16px 16px 4px' },
      },
    },
    MuiDialogContent: { styleOverrides: { root: { padding: '0 16px 8px' } } },
    MuiDialogActions: { styleOverrides: { root: { padding: '8px 16px 16px' } } },
    MuiTooltip: {
      defaultProps: { enterDelay: 400 },
      styleOverrides: {
        tooltip: { backgroundColor: desk.inverse, color: desk.onInverse, fontSize: '0.75rem' },
      },
    },
    MuiSnackbarContent: {
      styleOverrides: { root: { backgroundColor: desk.inverse, color: desk.onInverse } },
    },
  };
}

function data(desk: DeskTokens): Components<Theme> {
  return {
    MuiTabs: {
      styleOverrides: {
        root: { minHeight: 40, borderBottom: `1px solid ${desk.line}` },
        indicator: { height: 3, backgroundColor: desk.accent },
      },
    },
    MuiTab: {
      styleOverrides: {
        root: {
          minHeight: 40,
          minWidth: 0,
          padding: '0 12px',
          color: desk.text2,
          '&.Mui-selected': { color: desk.accentText },
          '&.Mui-focusVisible, &:focus-visible': { outlineOffset: -3 },
        },
      },
    },
    MuiTable: { defaultProps: { size: 'small' } },
    MuiTableCell: {
      styleOverrides: {
        root: {
          height: 36,
          padding: '0 8px',
          borderColor: desk.line,
          fontSize: '0.875rem',
          '&:first-of-type': { paddingLeft: 12 },
        },
        head: {
          fontSize: '0.75rem',
          lineHeight: '16px',
          fontWeight: 500,
          color: desk.text2,
          borderColor: desk.line2,
          backgroundColor: 'transparent',
          whiteSpace: 'nowrap',
        },
      },
    },
    MuiTableRow: {
      styleOverrides: {
        root: { '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: desk.accentBg } },
      },
    },
    MuiTableSortLabel: { styleOverrides: { root: { '&.Mui-active': { color: desk.text } } } },
    MuiChip: {
      styleOverrides: { root: { height: 24, borderRadius: 4, fontSize: '0.75rem', fontWeight: 500 } },
    },
    MuiSkeleton: {
      defaultProps: { animation: 'pulse' },
      styleOverrides: { root: { backgroundColor: desk.tint2 } },
    },
  };
}

export const surfaces = (desk: DeskTokens): Components<Theme> => ({
  ...base(desk),
  ...floating(desk),
  ...data(desk),
});
