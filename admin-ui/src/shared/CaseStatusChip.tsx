import type { CaseRow } from '../graphql/fragments.ts';
import { useFormat, useT } from '../i18n/index.ts';
import { StatusChip, type StatusShape } from './StatusChip.tsx';

const shapeOf: Record<CaseRow['status'], StatusShape> = {
  OPEN: 'ready',
  ON_HOLD: 'hold',
  AWAITING_UPLOAD: 'waits',
  FOR_APPROVAL: 'waits',
  CLOSED: 'approved',
};

type CaseStatusChipProps = Pick<CaseRow, 'status'> &
  Partial<Pick<CaseRow, 'hasNewPost' | 'reservation' | 'holdUntil'>>;

/** The status of a case as word and shape; new post and work in progress show before plain "open". */
export function CaseStatusChip(props: CaseStatusChipProps) {
  const { status, hasNewPost = false, reservation = null, holdUntil = null } = props;
  const t = useT();
  const format = useFormat();
  if (status === 'OPEN' && hasNewPost) return <StatusChip shape="post">{t('enums.newPost')}</StatusChip>;
  if (status === 'OPEN' && reservation) return <StatusChip shape="work">{t('enums.inWork')}</StatusChip>;
  if (holdUntil) {
    return (
      <StatusChip shape="hold">{t('enums.onHoldUntil', { date: format.shortDate(holdUntil) })}</StatusChip>
    );
  }
  return <StatusChip shape={shapeOf[status]}>{t(`enums.caseStatus.${status}`)}</StatusChip>;
}
