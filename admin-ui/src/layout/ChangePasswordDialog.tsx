import TextField from '@mui/material/TextField';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { asDeskError } from '../graphql/desk-error.ts';
import { useT } from '../i18n/index.ts';
import { changePassword, useMe } from '../session.ts';
import { ErrorPanel } from '../shared/ErrorPanel.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { NewPasswordFields, useNewPassword } from '../shared/NewPasswordFields.tsx';

export function ChangePasswordDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const notify = useNotify();
  const { email } = useMe();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const fields = useNewPassword();
  const change = useMutation({
    mutationFn: () => changePassword({ email, password, newPassword: fields.value }),
    onSuccess: () => {
      notify(t('signIn.changed'), { type: 'success' });
      onClose();
    },
  });
  const missing = tried && password === '';
  const submit = () => {
    setTried(true);
    if (fields.check() && password !== '') change.mutate();
  };
  const inField = change.error && asDeskError(change.error).fieldErrors.newPassword !== undefined;
  return (
    <FormDialog
      title={t('signIn.changeTitle')}
      text={t('signIn.changeText')}
      confirm={t('signIn.changeConfirm')}
      busy={change.isPending}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        type="password"
        autoComplete="current-password"
        label={t('signIn.password')}
        value={password}
        error={missing}
        helperText={missing ? t('signIn.passwordNeeded') : undefined}
        onChange={event => setPassword(event.target.value)}
        autoFocus
        fullWidth
      />
      <NewPasswordFields fields={fields} error={change.error} />
      {change.error && !inField && <ErrorPanel error={change.error} />}
    </FormDialog>
  );
}
