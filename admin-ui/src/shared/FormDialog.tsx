import Dialog from '@mui/material/Dialog';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { DialogForm, type DialogFormProps } from './DialogForm.tsx';

interface FormDialogProps extends DialogFormProps {
  title: string;
  wide?: boolean;
}

/** A few fields and one verb. Esc leaves without a change. */
export function FormDialog({ title, wide = false, ...form }: FormDialogProps) {
  const id = useId();
  return (
    <Dialog open onClose={form.onClose} aria-labelledby={id} maxWidth={wide ? 'sm' : 'xs'} fullWidth>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogForm {...form} />
    </Dialog>
  );
}
