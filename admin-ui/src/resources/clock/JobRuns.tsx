import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useFormat, useT } from '../../i18n/index.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { useWhen } from '../../shared/useWhen.ts';
import type { JobRun } from './clock.documents.ts';
import { RunState } from './RunState.tsx';
import { useRuns } from './useClock.ts';

/** The newest runs; those that found nothing, one after the other, share a row. */
export function JobRuns({ job }: { job: string }) {
  const t = useT();
  const { data, error, refetch } = useRuns(job);
  const columns = useColumns();
  return (
    <Box component="section" aria-labelledby="runs" sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h2" id="runs">
        {t('clock.runs')}
      </Typography>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingShape rows={4} />}
      {data?.length === 0 && <EmptyState title={t('clock.never')} />}
      {data && data.length > 0 && (
        <DeskTable label={t('clock.runs')} columns={columns} rows={data} rowKey={run => run.id} />
      )}
    </Box>
  );
}

function useColumns(): Column<JobRun>[] {
  const t = useT();
  const format = useFormat();
  const when = useWhen();
  const found = (run: JobRun) => {
    if (run.error) return run.error;
    return run.touched > 0 ? t('clock.touched', { smart_count: run.touched }) : t('clock.nothing');
  };
  const together = (run: JobRun) =>
    run.runs > 1 ? ` · ${t('clock.together', { n: format.number(run.runs), until: when(run.begunAt) })}` : '';
  return [
    { key: 'when', label: t('clock.run.when'), render: run => `${when(run.startedAt)}${together(run)}` },
    { key: 'state', label: t('clock.run.state'), width: 140, render: run => <RunState run={run} /> },
    { key: 'touched', label: t('clock.run.touched'), width: '24%', render: found },
    { key: 'server', label: t('clock.run.server'), width: '24%', render: run => run.server },
  ];
}
