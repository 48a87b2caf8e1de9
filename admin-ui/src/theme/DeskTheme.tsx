import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { type ReactNode, useMemo } from 'react';
import { useScheme } from '../providers/preferences.ts';
import { desk } from './desk.ts';
import './fonts.ts';

// The server writes a fresh nonce into the page; without it the content policy refuses emotion's styles.
const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? undefined;
const cache = createCache(nonce ? { key: 'desk', nonce } : { key: 'desk' });

/** Theme, style cache and base styles for every page, signed in or not. */
export function DeskTheme({ children }: { children: ReactNode }) {
  const scheme = useScheme();
  const theme = useMemo(() => desk(scheme), [scheme]);
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme}>
        <CssBaseline enableColorScheme />
        {children}
      </ThemeProvider>
    </CacheProvider>
  );
}
