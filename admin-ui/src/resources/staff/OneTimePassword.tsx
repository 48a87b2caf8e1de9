import Typography from '@mui/material/Typography';
import { useT } from '../../i18n/index.ts';
import { Notice } from '../../shared/Notice.tsx';

/** Shown once: it is stored nowhere in clear. */
export function OneTimePassword({ password }: { password: string }) {
  const t = useT();
  return (
    <Notice tone="ok" role="status" title={t('staff.oneTimePassword')}>
      <Typography
        component="p"
        sx={{ fontFamily: 'monospace', fontSize: '1.125rem', userSelect: 'all', my: 0.5 }}
      >
        {password}
      </Typography>
      <Typography>{t('staff.oneTimePasswordText')}</Typography>
    </Notice>
  );
}
