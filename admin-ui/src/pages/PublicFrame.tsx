import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { useT } from '../i18n/index.ts';
import { Brand } from '../shared/Brand.tsx';
import { LanguageMenu } from '../shared/LanguageMenu.tsx';
import { ThemeButton } from '../shared/ThemeButton.tsx';

/** Head and foot of the pages that need no sign-in. */
export function PublicFrame({ children }: { children: ReactNode }) {
  const t = useT();
  const bar = { display: 'flex', alignItems: 'center', gap: 3, px: 4 };
  return (
    <Box sx={{ minHeight: '100vh', display: 'grid', gridTemplateRows: '64px minmax(0, 1fr) 56px' }}>
      <Box component="header" sx={{ ...bar, borderBottom: 1, borderColor: 'desk.line' }}>
        <Brand size="large" />
        <Box sx={{ ml: 'auto', display: 'flex', gap: 0.5 }}>
          <ThemeButton labelled />
          <LanguageMenu />
        </Box>
      </Box>
      {children}
      <Box
        component="footer"
        sx={{ ...bar, borderTop: 1, borderColor: 'desk.line', '& a': { color: 'desk.text' } }}
      >
        <Link component={RouterLink} to="/accessibility">
          {t('signIn.accessibility')}
        </Link>
        <Link component={RouterLink} to="/privacy">
          {t('signIn.privacy')}
        </Link>
        <Box component="span" sx={{ ml: 'auto', color: 'desk.text2' }}>
          {t('frame.versionNumber', { version: __DESK_VERSION__ })}
        </Box>
      </Box>
    </Box>
  );
}
