import type { Components, Theme } from '@mui/material/styles';
import type { DeskTokens } from './tokens.ts';

/** Stock MUI shows focus by a ripple only; here it is a ring that is seen on every ground. */
export const focusRing = (desk: DeskTokens) => ({
  outline: `3px solid ${desk.focusOuter}`,
  outlineOffset: 2,
  boxShadow: `0 0 0 2px ${desk.focusInner}`,
});

function buttons(desk: DeskTokens): Components<Theme> {
  return {
    MuiButtonBase: {
      defaultProps: { disableRipple: true, disableTouchRipple: true },
      styleOverrides: {
        root: { fontFamily: 'inherit', '&.Mui-focusVisible, &:focus-visible': focusRing(desk) },
      },
    },
    MuiButton: {
      defaultProps: { disableElevation: true, size: 'medium' },
      styleOverrides: {
        root: {
          minHeight: 36,
          minWidth: 0,
          padding: '0 14px',
          whiteSpace: 'nowrap',
          gap: 8,
          '&[aria-disabled="true"]': { opacity: 0.45, cursor: 'not-allowed' },
        },
        sizeSmall: { minHeight: 28, padding: '0 10px', fontSize: '0.8125rem' },
        sizeLarge: { minHeight: 44, padding: '0 18px', fontSize: '1rem' },
        text: { padding: '0 8px', color: desk.accentText },
        outlined: {
          backgroundColor: desk.paper,
          borderColor: desk.accentText,
          color: desk.accentText,
          '&.MuiButton-colorInherit, &.MuiButton-colorSecondary': {
            borderColor: desk.edge,
            color: desk.text,
          },
        },
        startIcon: { margin: '0 0 0 -2px' },
        endIcon: { margin: '0 -2px 0 0' },
      },
    },
    MuiIconButton: {
      styleOverrides: {
        root: { width: 36, height: 36, padding: 0, borderRadius: 4, color: desk.text, fontSize: '1.25rem' },
      },
    },
  };
}

function segments(desk: DeskTokens): Components<Theme> {
  return {
    MuiToggleButtonGroup: {
      styleOverrides: {
        root: { border: `1px solid ${desk.edge}`, backgroundColor: desk.paper, overflow: 'hidden' },
      },
    },
    MuiToggleButton: {
      styleOverrides: {
        root: {
          minHeight: 32,
          padding: '0 12px',
          gap: 6,
          border: 0,
          color: desk.text,
          '&.Mui-selected, &.Mui-selected:hover': {
            backgroundColor: desk.accentBg2,
            color: desk.accentTextStrong,
            boxShadow: `inset 0 -2px ${desk.accent}`,
          },
        },
      },
    },
  };
}

function fields(desk: DeskTokens): Components<Theme> {
  return {
    MuiTextField: { defaultProps: { variant: 'outlined', size: 'small' } },
    MuiFormControl: { defaultProps: { size: 'small', margin: 'none' } },
    MuiInputLabel: {
      defaultProps: { shrink: true },
      styleOverrides: {
        root: {
          position: 'static',
          transform: 'none',
          marginBottom: 4,
          fontSize: '0.8125rem',
          lineHeight: '18px',
          fontWeight: 500,
          color: desk.text,
          '&.Mui-focused, &.Mui-error': { color: desk.text },
        },
      },
    },
    MuiOutlinedInput: {
      defaultProps: { notched: false },
      styleOverrides: {
        root: {
          minHeight: 36,
          backgroundColor: desk.paper,
          fontSize: '0.875rem',
          lineHeight: '20px',
          '&.Mui-focused': { outline: `3px solid ${desk.focusOuter}`, outlineOffset: 2 },
          '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderWidth: 1, borderColor: desk.edge },
        },
        notchedOutline: { borderColor: desk.edge, top: 0, '& legend': { display: 'none' } },
        input: { padding: '7px 10px', height: 'auto', '&::placeholder': { color: desk.text2, opacity: 1 } },
        multiline: { padding: 0, '& textarea': { padding: '8px 10px' } },
      },
    },
    MuiFormHelperText: {
      styleOverrides: { root: { margin: '4px 0 0', fontSize: '0.75rem', lineHeight: '16px' } },
    },
    MuiFormLabel: { styleOverrides: { root: { color: desk.text, '&.Mui-focused': { color: desk.text } } } },
    MuiCheckbox: {
      defaultProps: { size: 'small' },
      styleOverrides: { root: { padding: 6, color: desk.edge } },
    },
    MuiRadio: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 6, color: desk.edge } } },
    MuiFormControlLabel: {
      styleOverrides: { root: { marginLeft: -6 }, label: { fontSize: '0.875rem', lineHeight: '20px' } },
    },
  };
}

export const controls = (desk: DeskTokens): Components<Theme> => ({
  ...buttons(desk),
  ...segments(desk),
  ...fields(desk),
});
