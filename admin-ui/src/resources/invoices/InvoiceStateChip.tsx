import { useT } from '../../i18n/index.ts';
import { StatusChip, type StatusShape } from '../../shared/StatusChip.tsx';
import type { InvoiceState } from './invoice.documents.ts';

const SHAPES: Record<InvoiceState, StatusShape> = {
  ISSUED: 'sending',
  PARTLY_PAID: 'waits',
  OVERDUE: 'attention',
  PAID: 'approved',
  OVERPAID: 'exception',
  CREDITED: 'notApplicable',
  WRITTEN_OFF: 'rejected',
};

/** How an invoice stands by the books. */
export function InvoiceStateChip({ state }: { state: InvoiceState }) {
  const t = useT();
  return <StatusChip shape={SHAPES[state]}>{t(`invoices.state.${state}`)}</StatusChip>;
}
