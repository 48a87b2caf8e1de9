import { useT } from '../../i18n/index.ts';
import { StatusChip, type StatusShape } from '../../shared/StatusChip.tsx';
import type { JobRun } from './clock.documents.ts';

const shapes = {
  RUNNING: 'work',
  DONE: 'approved',
  FAILED: 'rejected',
  BROKEN_OFF: 'attention',
} as const satisfies Record<JobRun['state'], StatusShape>;

export function RunState({ run }: { run: Pick<JobRun, 'state'> }) {
  const t = useT();
  return <StatusChip shape={shapes[run.state]}>{t(`clock.state.${run.state}`)}</StatusChip>;
}
