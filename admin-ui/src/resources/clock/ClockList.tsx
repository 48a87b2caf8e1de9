import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useFormat, useT } from '../../i18n/index.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { useWhen } from '../../shared/useWhen.ts';
import type { Job } from './clock.documents.ts';
import { RunState } from './RunState.tsx';
import { useClock } from './useClock.ts';
import { useJobWords } from './useJobWords.ts';

/** What the desk does by itself: each job's last and next run, how many it dealt with, and its faults. */
export function ClockList() {
  const t = useT();
  const { data, error, refetch } = useClock();
  const jobs = data?.jobs.toSorted((a, b) => Number(b.canRehearse) - Number(a.canRehearse));
  return (
    <>
      <PageHead title={t('clock.title')} lead={t('clock.lead')} />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 2 }}>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!jobs && !error && <LoadingShape />}
        {jobs && <Failures jobs={jobs} />}
        {jobs && <JobTable jobs={jobs} />}
      </Box>
    </>
  );
}

/** Only those that have not worked since. */
function Failures({ jobs }: { jobs: readonly Job[] }) {
  const failed = jobs.filter(({ lastRun, lastFailure }) => lastFailure && lastFailure.id === lastRun?.id);
  return failed.map(job => <FailureNotice key={job.name} job={job} />);
}

export function FailureNotice({ job }: { job: Job }) {
  const t = useT();
  const when = useWhen();
  const words = useJobWords();
  const run = job.lastFailure;
  if (!run) return null;
  const title = t('clock.failedLately', { job: words.name(job.name), when: when(run.begunAt) });
  return (
    <Notice tone="bad" title={title}>
      <Typography>
        {run.error ? t('clock.failedText', { error: run.error }) : t('clock.brokenText')}
      </Typography>
    </Notice>
  );
}

function JobTable({ jobs }: { jobs: readonly Job[] }) {
  const t = useT();
  const group = ({ canRehearse }: Job) => (canRehearse ? 'orders' : 'house');
  return (
    <DeskTable
      label={t('clock.title')}
      columns={useColumns()}
      rows={jobs}
      rowKey={job => job.name}
      groupOf={job => ({ key: group(job), heading: t(`clock.group.${group(job)}`) })}
    />
  );
}

function useColumns(): Column<Job>[] {
  const t = useT();
  const format = useFormat();
  const when = useWhen();
  const words = useJobWords();
  return [
    {
      key: 'job',
      label: t('clock.column.job'),
      render: job => <RowLink to={`/clock/${job.name}`}>{words.name(job.name)}</RowLink>,
    },
    {
      key: 'last',
      label: t('clock.column.last'),
      width: 160,
      render: ({ lastRun }) => (lastRun ? when(lastRun.begunAt) : t('clock.never')),
    },
    {
      key: 'state',
      label: t('clock.column.state'),
      width: 140,
      render: ({ lastRun }) => lastRun && <RunState run={lastRun} />,
    },
    {
      key: 'lately',
      label: t('clock.column.lately'),
      width: 120,
      align: 'right',
      render: ({ touchedLately }) => format.number(touchedLately),
    },
    {
      key: 'next',
      label: t('clock.column.next'),
      width: 160,
      render: job => <NextRun job={job} />,
    },
  ];
}

/** A run that is due comes at any moment. */
export function NextRun({ job }: { job: Job }) {
  const t = useT();
  const when = useWhen();
  if (!job.nextAt) return <span>–</span>;
  return <span>{Date.parse(job.nextAt) <= Date.now() ? t('clock.soon') : when(job.nextAt)}</span>;
}
