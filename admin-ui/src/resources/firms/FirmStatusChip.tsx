import { useT } from '../../i18n/index.ts';
import { StatusChip } from '../../shared/StatusChip.tsx';
import type { FirmDetail } from './firm.documents.ts';

const SHAPE = {
  ACTIVE: 'approved',
  BANKRUPT: 'rejected',
  WINDING_UP: 'attention',
  REMOVED: 'rejected',
  UNKNOWN: 'noAnswer',
} as const;

export function FirmStatusChip({ status }: { status: FirmDetail['status'] }) {
  const t = useT();
  return <StatusChip shape={SHAPE[status]}>{t(`firms.status.${status}`)}</StatusChip>;
}
