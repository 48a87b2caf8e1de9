import TextField from '@mui/material/TextField';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { asDeskError } from '../graphql/desk-error.ts';
import { useT } from '../i18n/index.ts';
import { changePassword, useMe } from '../session.ts';
import { ErrorPanel } from '../shared/ErrorPanel.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { NewPasswordFields, useNewPassword } from '../shared/NewPasswordFields.tsx';

export function ChangePasswordDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const { email } = useMe();
  const [password, setPassword] = useState('');
  const fields = useNewPassword();
  const change = useMutation({
    mutationFn: () => changePassword({ email, password, newPassword: fields.value }),
    onSuccess: onClose,
  });
  const submit = () => {
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
        onChange={event => setPassword(event.target.value)}
        required
        fullWidth
      />
      <NewPasswordFields fields={fields} error={change.error} />
      {change.error && !inField && <ErrorPanel error={change.error} />}
    </FormDialog>
  );
}
