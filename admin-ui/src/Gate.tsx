import Box from '@mui/material/Box';
import CircularProgress from '@mui/material/CircularProgress';
import type { QueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useT } from './i18n/index.ts';
import { Confirmed } from './pages/Confirmed.tsx';
import { PublicPage } from './pages/PublicPage.tsx';
import { SignInRefused } from './pages/SignInRefused.tsx';
import { openSession, useSession } from './session.ts';
import { announce } from './shared/announce.ts';
import { ErrorPanel } from './shared/ErrorPanel.tsx';
import { SignInPage } from './sign-in/SignInPage.tsx';

const App = lazy(async () => ({ default: (await import('./App.tsx')).App }));

function Opening() {
  const t = useT();
  return (
    <Box sx={{ display: 'grid', placeItems: 'center', height: '100vh' }}>
      <CircularProgress size={24} aria-label={t('shared.loading')} />
    </Box>
  );
}

/** Decides what anyone sees first: a public page, sign-in, or the console. */
export function Gate({ queryClient }: { queryClient: QueryClient }) {
  const { pathname } = useLocation();
  const session = useSession();
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>(null);
  const open = useCallback(() => {
    setError(null);
    openSession().catch(setError);
  }, []);
  useEffect(open, [open]);
  const signedIn = session?.me?.id;
  const left = session?.ended === 'left';
  useEffect(() => {
    if (left) void navigate('/', { replace: true });
  }, [left, navigate]);
  // What one person saw must not be there for the next one on the same machine.
  useEffect(() => {
    if (signedIn) return;
    queryClient.clear();
    announce('');
  }, [queryClient, signedIn]);

  if (pathname === '/accessibility' || pathname === '/privacy') return <PublicPage page={pathname} />;
  if (pathname === '/sign-in-refused') return <SignInRefused />;
  if (pathname === '/confirmed') return <Confirmed />;
  if (error)
    return (
      <Box component="main" sx={{ maxWidth: 560, mx: 'auto', mt: 12, px: 2 }}>
        <ErrorPanel error={error} onRetry={open} />
      </Box>
    );
  if (!session) return <Opening />;
  if (!session.me) return <SignInPage />;
  return (
    <Suspense fallback={<Opening />}>
      <App key={session.me.id} queryClient={queryClient} />
    </Suspense>
  );
}
