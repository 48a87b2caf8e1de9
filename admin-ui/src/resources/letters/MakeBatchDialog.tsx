import Typography from '@mui/material/Typography';
import { useNavigate } from 'react-router';
import type { Count } from '../../graphql/fragments.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useWrite } from '../../shared/useWrite.ts';
import { LETTER_KEYS } from './keys.ts';
import { makeBatch } from './letter.provider.ts';

interface MakeBatchDialogProps {
  count: Count;
  /** To persons with address protection, and those alone. */
  hidden: boolean;
  onClose: () => void;
}

/** What will be printed, before it is: a letter cannot be taken out of its batch. */
export function MakeBatchDialog({ count, hidden, onClose }: MakeBatchDialogProps) {
  const t = useT();
  const format = useFormat();
  const navigate = useNavigate();
  const make = useWrite(makeBatch, {
    keys: LETTER_KEYS,
    said: ({ batch }) => t('letters.made', { number: batch.number }),
    onDone: ({ batch }) => void navigate(`/letters/batches/${batch.id}`),
  });
  const verb = t(hidden ? 'letters.makeProtected' : 'letters.make');
  return (
    <FormDialog
      title={verb}
      confirm={verb}
      busy={make.isPending}
      onClose={onClose}
      onSubmit={() => make.mutate(hidden)}
    >
      <Typography>{t('letters.makeText', { smart_count: count.value, n: format.count(count) })}</Typography>
      {hidden && <Typography>{t('letters.makeProtectedText')}</Typography>}
      {make.error && <ErrorPanel error={make.error} />}
    </FormDialog>
  );
}
