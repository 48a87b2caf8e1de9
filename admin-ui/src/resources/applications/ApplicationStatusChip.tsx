import { useT } from '../../i18n/index.ts';
import { StatusChip } from '../../shared/StatusChip.tsx';
import type { ApplicationRow } from './application.documents.ts';
import { STATUS_SHAPES } from './application-words.ts';
import { isApprovalCode } from './approval.rules.ts';

/** How far an application has come, as word and form. */
export function ApplicationStatusChip({ status, code }: Pick<ApplicationRow, 'status' | 'code'>) {
  const t = useT();
  if (status === 'GRANTED' && isApprovalCode(code))
    return <StatusChip shape="approved">{t('approvals.granted')}</StatusChip>;
  return <StatusChip {...STATUS_SHAPES[status]}>{t(`applications.status.${status}`)}</StatusChip>;
}
