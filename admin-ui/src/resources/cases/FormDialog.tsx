import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../shared/Kbd.tsx';

interface FormDialogProps {
  title: string;
  /** What happens then. */
  text?: ReactNode;
  /** The verb on the filled button. */
  confirm: string;
  busy?: boolean;
  wide?: boolean;
  children?: ReactNode;
  onClose: () => void;
  onSubmit: () => void;
}

/** A few fields and one verb. Esc leaves without a change. */
export function FormDialog({ title, text, confirm, busy = false, wide = false, ...rest }: FormDialogProps) {
  const { children, onClose, onSubmit } = rest;
  const t = useT();
  const id = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth={wide ? 'sm' : 'xs'} fullWidth>
      <DialogTitle id={id}>{title}</DialogTitle>
      <form
        noValidate
        onSubmit={event => {
          event.preventDefault();
          if (!busy) onSubmit();
        }}
      >
        <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
          {text && <Typography sx={{ color: 'desk.text2' }}>{text}</Typography>}
          {children}
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose}>
            {t('shared.cancel')} <Kbd>Esc</Kbd>
          </Button>
          <Button type="submit" variant="contained" aria-disabled={busy}>
            {confirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
