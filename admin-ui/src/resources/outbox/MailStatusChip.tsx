import { useT } from '../../i18n/index.ts';
import { StatusChip, type StatusShape } from '../../shared/StatusChip.tsx';
import type { MailRow } from './outbox.documents.ts';

const shapeOf: Record<MailRow['status'], StatusShape> = {
  QUEUED: 'waits',
  SENDING: 'sending',
  SENT: 'approved',
  UNCERTAIN: 'attention',
  FAILED: 'rejected',
  BOUNCED: 'rejected',
  CANCELLED: 'notApplicable',
};

export function MailStatusChip({ status }: Pick<MailRow, 'status'>) {
  const t = useT();
  return <StatusChip shape={shapeOf[status]}>{t(`enums.mailStatus.${status}`)}</StatusChip>;
}
