import { useT } from '../../i18n/index.ts';
import { StatusChip } from '../../shared/StatusChip.tsx';
import type { CardRow } from './card.documents.ts';

const SHAPE = {
  VALID: 'approved',
  INVALID: 'attention',
  BLOCKED: 'rejected',
  EXPIRED: 'notApplicable',
} as const;

export function CardStatusChip({ status }: { status: CardRow['status'] }) {
  const t = useT();
  return <StatusChip shape={SHAPE[status]}>{t(`cards.state.${status}`)}</StatusChip>;
}
