import type { SxProps } from '@mui/material/styles';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useT } from '../i18n/index.ts';
import { useFieldErrorText } from './useErrorText.ts';

/** A new password, written twice. */
export function useNewPassword() {
  const [value, setValue] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const missing = tried && value === '';
  const different = tried && value !== '' && value !== again;
  return {
    ...{ value, setValue, again, setAgain, missing, different },
    /** Whether it can be sent; from now on the fields say what is missing. */
    check: () => {
      setTried(true);
      return value !== '' && value === again;
    },
  };
}

interface NewPasswordFieldsProps {
  fields: ReturnType<typeof useNewPassword>;
  error: unknown;
  sx?: SxProps;
  autoFocus?: boolean;
}

export function NewPasswordFields({ fields, error, sx = {}, autoFocus = false }: NewPasswordFieldsProps) {
  const t = useT();
  const fault = useFieldErrorText()(error, 'newPassword');
  const help = fields.missing ? t('signIn.passwordNeeded') : (fault ?? t('signIn.newPasswordHelp'));
  const common = { type: 'password', autoComplete: 'new-password', fullWidth: true, sx } as const;
  return (
    <>
      <TextField
        {...common}
        label={t('signIn.newPassword')}
        value={fields.value}
        error={fields.missing || Boolean(fault)}
        helperText={help}
        onChange={event => fields.setValue(event.target.value)}
        autoFocus={autoFocus}
      />
      <TextField
        {...common}
        label={t('signIn.newPasswordAgain')}
        value={fields.again}
        error={fields.different}
        helperText={fields.different ? t('signIn.notTheSame') : undefined}
        onChange={event => fields.setAgain(event.target.value)}
      />
    </>
  );
}
