import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { FormDialog } from '../../shared/FormDialog.tsx';

interface SaveViewDialogProps {
  onClose: () => void;
  onSave: (name: string) => void;
}

export function SaveViewDialog({ onClose, onSave }: SaveViewDialogProps) {
  const t = useT();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const missing = tried && name.trim() === '';
  const submit = () => {
    setTried(true);
    if (name.trim() !== '') onSave(name);
  };
  return (
    <FormDialog
      title={t('cases.views.saveTitle')}
      text={t('cases.views.saveText')}
      confirm={t('shared.save')}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        label={t('cases.views.name')}
        value={name}
        onChange={event => setName(event.target.value)}
        error={missing}
        helperText={missing ? t('errors.field.REQUIRED') : undefined}
        slotProps={{ htmlInput: { maxLength: 40 } }}
        autoFocus
        required
        fullWidth
      />
    </FormDialog>
  );
}
