import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import { useT } from '../i18n/index.ts';
import { PublicFrame } from '../pages/PublicFrame.tsx';
import { useSession, useSettings } from '../session.ts';
import { Notice } from '../shared/Notice.tsx';
import { DemoAccounts } from './DemoAccounts.tsx';
import { ProviderButton } from './ProviderButton.tsx';
import { SignInForm } from './SignInForm.tsx';

export function SignInPage() {
  const t = useT();
  const settings = useSettings();
  const ended = useSession()?.ended;
  const title = t('signIn.title');
  useEffect(() => {
    document.title = `${title} – HMS-kort Desk`;
  }, [title]);
  return (
    <PublicFrame>
      <Box
        component="main"
        id="main"
        sx={{
          display: 'grid',
          gridTemplateColumns: settings.demoMode
            ? { xs: 'minmax(0, 480px)', md: 'minmax(0, 400px) minmax(0, 560px)' }
            : 'minmax(0, 400px)',
          columnGap: { md: 6, lg: 12 },
          rowGap: 4,
          justifyContent: 'center',
          alignContent: 'center',
          px: 3,
          py: 4,
        }}
      >
        <Box component="section" aria-labelledby="sign-in-title">
          <Typography id="sign-in-title" variant="h1" sx={{ fontSize: '2rem', lineHeight: '2.5rem' }}>
            {title}
          </Typography>
          <Typography variant="body1" sx={{ color: 'desk.text2', mt: 0.5, mb: 3 }}>
            {t('signIn.lead')}
          </Typography>
          {ended && (
            <Box sx={{ mb: 2 }}>
              <Notice tone="info" role="status" title={t('signIn.signedOut')}>
                {ended === 'expired' && <Typography>{t('signIn.expired')}</Typography>}
              </Notice>
            </Box>
          )}
          {settings.signInProvider ? <ProviderButton name={settings.signInProvider} /> : <SignInForm />}
          <Typography variant="caption" component="p" sx={{ color: 'desk.text2', mt: 2.5 }}>
            {t('signIn.foot', { minutes: settings.sessionIdleMinutes })}
          </Typography>
        </Box>
        {settings.demoMode && <DemoAccounts accounts={settings.demoAccounts} />}
      </Box>
    </PublicFrame>
  );
}
