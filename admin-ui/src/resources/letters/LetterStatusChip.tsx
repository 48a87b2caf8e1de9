import { useT } from '../../i18n/index.ts';
import { StatusChip, type StatusShape } from '../../shared/StatusChip.tsx';
import type { Letter } from './letter.documents.ts';

const shapeOf: Record<Letter['status'], StatusShape> = {
  QUEUED: 'waits',
  SENDING: 'sending',
  TO_PRINT: 'ready',
  PRINTED: 'work',
  SENT: 'post',
  DELIVERED: 'approved',
  RETURNED: 'rejected',
  CANCELLED: 'notApplicable',
};

export function LetterStatusChip({ status }: Pick<Letter, 'status'>) {
  const t = useT();
  return <StatusChip shape={shapeOf[status]}>{t(`letters.status.${status}`)}</StatusChip>;
}
