import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useT } from '../i18n/index.ts';
import { Kbd } from './Kbd.tsx';

export interface DialogFormProps {
  /** What happens then. */
  text?: ReactNode;
  /** The verb on the filled button. */
  confirm: string;
  busy?: boolean;
  children?: ReactNode;
  onClose: () => void;
  onSubmit: () => void;
}

/** What stands below the title of a window: fields, a way out and one verb. */
export function DialogForm({ text, confirm, busy = false, children, onClose, onSubmit }: DialogFormProps) {
  const t = useT();
  return (
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
  );
}
