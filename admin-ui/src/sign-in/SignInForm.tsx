import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import { EyeIcon, EyeSlashIcon } from '@navikt/aksel-icons';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { asDeskError } from '../graphql/desk-error.ts';
import { useT } from '../i18n/index.ts';
import { signIn } from '../session.ts';
import { ErrorPanel } from '../shared/ErrorPanel.tsx';
import { NewPasswordForm } from './NewPasswordForm.tsx';
import { tall } from './tall.ts';

export function SignInForm() {
  const t = useT();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [visible, setVisible] = useState(false);
  const attempt = useMutation({ mutationFn: () => signIn(email.trim(), password) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (email.trim() && password && !attempt.isPending) attempt.mutate();
  };
  const emailMissing = tried && !email.trim();
  const passwordMissing = tried && !password;
  if (attempt.error && asDeskError(attempt.error).code === 'PASSWORD_CHANGE_REQUIRED')
    return <NewPasswordForm email={email.trim()} password={password} />;
  const toggleLabel = t(visible ? 'signIn.hidePassword' : 'signIn.showPassword');
  return (
    <Box component="form" onSubmit={submit} noValidate sx={{ display: 'grid', gap: 2 }}>
      <TextField
        id="email"
        type="email"
        autoComplete="username"
        label={t('signIn.email')}
        value={email}
        error={emailMissing}
        helperText={emailMissing ? t('signIn.emailNeeded') : undefined}
        onChange={event => setEmail(event.target.value)}
        sx={tall}
      />
      <TextField
        id="password"
        type={visible ? 'text' : 'password'}
        autoComplete="current-password"
        label={t('signIn.password')}
        value={password}
        error={passwordMissing}
        helperText={passwordMissing ? t('signIn.passwordNeeded') : undefined}
        onChange={event => setPassword(event.target.value)}
        sx={tall}
        slotProps={{
          input: {
            endAdornment: (
              <IconButton
                onClick={() => setVisible(!visible)}
                aria-label={toggleLabel}
                aria-pressed={visible}
              >
                {visible ? <EyeSlashIcon aria-hidden /> : <EyeIcon aria-hidden />}
              </IconButton>
            ),
            sx: { pr: 0.5 },
          },
        }}
      />
      <Button type="submit" variant="contained" size="large" fullWidth aria-disabled={attempt.isPending}>
        {t('signIn.submit')}
      </Button>
      {attempt.error && <ErrorPanel error={attempt.error} title={t('signIn.failed')} />}
    </Box>
  );
}
