import { useT } from '../../i18n/index.ts';
import { StatusChip } from '../../shared/StatusChip.tsx';
import type { ApplicationRow } from './application.documents.ts';
import { STATUS_SHAPES } from './application-words.ts';

/** How far an application has come, as word and form. */
export function ApplicationStatusChip({ status }: Pick<ApplicationRow, 'status'>) {
  const t = useT();
  return <StatusChip {...STATUS_SHAPES[status]}>{t(`applications.status.${status}`)}</StatusChip>;
}
