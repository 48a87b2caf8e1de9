import { useT } from '../../i18n/index.ts';
import { StatusChip } from '../../shared/StatusChip.tsx';
import type { EntryRow } from './entry.documents.ts';

const SHAPE = {
  ACTIVE: 'exception',
  UPCOMING: 'waits',
  EXPIRED: 'notApplicable',
  ENDED: 'rejected',
} as const;

export function EntryStateChip({ state }: Pick<EntryRow, 'state'>) {
  const t = useT();
  return <StatusChip shape={SHAPE[state]}>{t(`entries.state.${state}`)}</StatusChip>;
}
