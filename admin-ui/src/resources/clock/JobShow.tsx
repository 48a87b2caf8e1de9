import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink, useParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { Fact } from '../../shared/Fact.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { useWhen } from '../../shared/useWhen.ts';
import { FailureNotice, NextRun } from './ClockList.tsx';
import type { Job } from './clock.documents.ts';
import { JobRehearsal } from './JobRehearsal.tsx';
import { JobRuns } from './JobRuns.tsx';
import { RunJobDialog } from './RunJobDialog.tsx';
import { useClock } from './useClock.ts';
import { useJobWords } from './useJobWords.ts';

/** One job: when it runs, what it would do, what it has done. */
export function JobShow() {
  const t = useT();
  const words = useJobWords();
  const { job: name = '' } = useParams();
  const { data, error, refetch } = useClock();
  const job = data?.jobs.find(one => one.name === name);
  const crumb = (
    <Link component={RouterLink} to="/clock">
      {t('clock.title')}
    </Link>
  );
  return (
    <>
      <PageHead title={words.name(name)} crumb={crumb} actions={job && <RunNow job={job} />} />
      <Box sx={{ px: 3, pb: 4, display: 'grid', gap: 3 }}>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape shape="panel" rows={8} />}
        {data && !job && <EmptyState title={t('errors.code.NOT_FOUND')} />}
        {job && <JobParts job={job} />}
      </Box>
    </>
  );
}

function JobParts({ job }: { job: Job }) {
  const t = useT();
  return (
    <>
      {job.lastFailure && <FailureNotice job={job} />}
      <Asked job={job} />
      <Facts job={job} />
      {job.canRehearse ? (
        <JobRehearsal job={job.name} />
      ) : (
        <Notice tone="info" title={t('clock.cannotRehearse')}>
          <Typography>{t('clock.cannotRehearseText')}</Typography>
        </Notice>
      )}
      <JobRuns job={job.name} />
    </>
  );
}

function RunNow({ job }: { job: Job }) {
  const t = useT();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may('clock', 'run')) return null;
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        {t('clock.runNow')}
      </Button>
      {open && <RunJobDialog job={job.name} onClose={() => setOpen(false)} />}
    </>
  );
}

/** The last run somebody asked for out of turn. */
function Asked({ job: { lastRequest } }: { job: Job }) {
  const t = useT();
  const when = useWhen();
  if (!lastRequest) return null;
  const { askedBy, askedAt, reason, startedAt } = lastRequest;
  return (
    <Notice tone="info" title={t('clock.askedBy', { name: askedBy.name, when: when(askedAt), reason })}>
      {!startedAt && <Typography>{t('clock.waitingToStart')}</Typography>}
    </Notice>
  );
}

function Facts({ job }: { job: Job }) {
  const t = useT();
  const format = useFormat();
  const when = useWhen();
  const words = useJobWords();
  const useful = job.lastUseful;
  return (
    <Box
      component="dl"
      aria-label={t('clock.facts')}
      sx={{ m: 0, display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))', gap: 2 }}
    >
      <Fact label={t('clock.often')}>{words.every(job)}</Fact>
      <Fact label={t('clock.next')}>
        <NextRun job={job} />
      </Fact>
      <Fact label={t('clock.lately')}>{t('clock.touched', { smart_count: job.touchedLately })}</Fact>
      <Fact label={t('clock.lastUseful')}>
        {useful ? `${when(useful.begunAt)} · ${format.number(useful.touched)}` : '–'}
      </Fact>
    </Box>
  );
}
