import { useT } from '../../i18n/index.ts';
import { StatusChip, type StatusShape } from '../../shared/StatusChip.tsx';
import type { ApprovedFirm } from './firm-register.documents.ts';

export const APPROVAL_SHAPES: Readonly<Record<ApprovedFirm['status'], StatusShape>> = {
  APPLICATION_IN_PROGRESS: 'waits',
  CARD_ORDER_IN_PROGRESS: 'ready',
  APPROVED_WITH_EMPLOYEES: 'approved',
  APPROVED_WITHOUT_EMPLOYEES: 'approved',
  APPROVED: 'approved',
  NOT_APPROVED: 'rejected',
};

/** What a firm is in its register now; an agency whose year is over is not approved any more. */
export function ApprovalStatusChip({ status, lapsed }: Pick<ApprovedFirm, 'status' | 'lapsed'>) {
  const t = useT();
  if (lapsed && status === 'APPROVED')
    return <StatusChip shape="attention">{t('firmRegisters.lapsed')}</StatusChip>;
  return <StatusChip shape={APPROVAL_SHAPES[status]}>{t(`firms.approval.${status}`)}</StatusChip>;
}
