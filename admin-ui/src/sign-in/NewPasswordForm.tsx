import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useT } from '../i18n/index.ts';
import { changePassword } from '../session.ts';
import { ErrorPanel } from '../shared/ErrorPanel.tsx';
import { NewPasswordFields, useNewPassword } from '../shared/NewPasswordFields.tsx';
import { tall } from './tall.ts';

/** After a one-time password, which somebody else has seen: a new one, and the person is in. */
export function NewPasswordForm({ email, password }: { email: string; password: string }) {
  const t = useT();
  const fields = useNewPassword();
  const change = useMutation({
    mutationFn: () => changePassword({ email, password, newPassword: fields.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fields.check() && !change.isPending) change.mutate();
  };
  return (
    <Box component="form" onSubmit={submit} noValidate sx={{ display: 'grid', gap: 2 }}>
      <Typography role="status">{t('signIn.changeLead')}</Typography>
      <NewPasswordFields fields={fields} error={change.error} sx={tall} autoFocus />
      <Button type="submit" variant="contained" size="large" fullWidth aria-disabled={change.isPending}>
        {t('signIn.changeSubmit')}
      </Button>
      {change.error && <ErrorPanel error={change.error} title={t('signIn.notChanged')} />}
    </Box>
  );
}
