export type Scheme = 'light' | 'dark';

interface Tone {
  background: string;
  tint: string;
  line: string;
  icon: string;
  text: string;
}

/** Designsystemet's tokens by what they are used for. sx reaches them by path: `bgcolor: 'desk.tint'`. */
export interface DeskTokens {
  paper: string;
  raised: string;
  tint: string;
  tint2: string;
  line: string;
  line2: string;
  edge: string;
  text: string;
  text2: string;
  active: string;
  accent: string;
  accentHover: string;
  onAccent: string;
  accentText: string;
  accentTextStrong: string;
  accentBg: string;
  accentBg2: string;
  accentSoft: string;
  accentLine: string;
  accentBorder: string;
  focusInner: string;
  focusOuter: string;
  inverse: string;
  onInverse: string;
  stage: string;
  pane: string;
  ok: Tone;
  warn: Tone;
  bad: Tone;
  info: Tone;
}

const light: DeskTokens = {
  paper: '#ffffff',
  raised: '#ffffff',
  tint: '#f3f3f4',
  tint2: '#e8e8e9',
  line: '#d9dadb',
  line2: '#bbbcbd',
  edge: '#77797b',
  text: '#292c30',
  text2: '#5b5d60',
  active: '#c9cacb',
  accent: '#0062ba',
  accentHover: '#004f96',
  onAccent: '#ffffff',
  accentText: '#005db1',
  accentTextStrong: '#002c54',
  accentBg: '#eef4fa',
  accentBg2: '#ddeaf6',
  accentSoft: '#afcee9',
  accentLine: '#99c0e3',
  accentBorder: '#2a7cc5',
  focusInner: '#ffffff',
  focusOuter: '#292c30',
  inverse: '#24272b',
  onInverse: '#ffffff',
  stage: '#e8e8e9',
  pane: '#dcdddf',
  ok: { background: '#ecf6ee', tint: '#daeddd', line: '#8fc997', icon: '#056d13', text: '#023409' },
  warn: { background: '#fcf2e2', tint: '#fae6c6', line: '#eeb04c', icon: '#80540f', text: '#3c2807' },
  bad: { background: '#fbf1f1', tint: '#f8e4e4', line: '#e8adad', icon: '#b81a1a', text: '#590d0d' },
  info: { background: '#edf5fa', tint: '#dcebf6', line: '#99c0e3', icon: '#0860a3', text: '#042d4d' },
};

const dark: DeskTokens = {
  paper: '#1e2022',
  raised: '#26282b',
  tint: '#1e2022',
  tint2: '#2c2e31',
  line: '#343538',
  line2: '#4e5052',
  edge: '#808183',
  text: '#ececec',
  text2: '#a7a8a9',
  active: '#414346',
  accent: '#4c91cf',
  accentHover: '#6fa6d8',
  onAccent: '#000000',
  accentText: '#8eaacb',
  accentTextStrong: '#e7edf4',
  accentBg: '#102033',
  accentBg2: '#172f4b',
  accentSoft: '#21446d',
  accentLine: '#285182',
  accentBorder: '#5a84b4',
  focusInner: '#17181a',
  focusOuter: '#ececec',
  inverse: '#ececec',
  onInverse: '#17181a',
  stage: '#101112',
  pane: '#2c2e31',
  ok: { background: '#112411', tint: '#183418', line: '#2b5a2b', icon: '#89b289', text: '#e6efe6' },
  warn: { background: '#281e11', tint: '#3a2b19', line: '#654b2b', icon: '#d39e5b', text: '#f7ebdb' },
  bad: { background: '#371512', tint: '#4f1f1b', line: '#88352e', icon: '#d19a96', text: '#f5eae9' },
  info: { background: '#112130', tint: '#182f46', line: '#285182', icon: '#8aabcb', text: '#e6edf4' },
};

export const tokens: Record<Scheme, DeskTokens> = { light, dark };
export const canvas: Record<Scheme, string> = { light: '#ffffff', dark: '#17181a' };

declare module '@mui/material/styles' {
  interface Palette {
    desk: DeskTokens;
  }
  interface PaletteOptions {
    desk?: DeskTokens;
  }
}
