import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { BarredNotice, useMyBar } from '../cases/BarredNotice.tsx';
import type { BenchActions } from './useBenchActions.ts';
import type { BenchDesk } from './useBenchDesk.ts';

interface NoticeProps {
  desk: BenchDesk;
  actions: BenchActions;
}

/** What is wrong with the case right now: not the reader's at all, lost, changed, not saved. It pushes the columns down and covers nothing. */
export function BenchNotices({ desk, actions }: NoticeProps) {
  const detail = desk.bench.case;
  if (useMyBar(detail)) return <BarredNotice detail={detail} />;
  const content = chooseNotice({ desk, actions });
  return <Box>{content && <Box sx={{ px: 2, py: 1 }}>{content}</Box>}</Box>;
}

function chooseNotice({ desk, actions }: NoticeProps): ReactNode {
  const { reservation, decision, goNext } = desk;
  if (reservation.lost && desk.mode !== 'REST') return <Lost desk={desk} />;
  if (desk.stale) return <Stale desk={desk} />;
  if (decision.error && !desk.lostByError) return <NotDecided desk={desk} onRetry={actions.main} />;
  if (goNext.error) return <NextNotTaken desk={desk} />;
  if (reservation.take.error) return <NotTaken desk={desk} />;
  return null;
}

function Lost({ desk }: { desk: BenchDesk }) {
  const t = useT();
  const { lost, take } = desk.reservation;
  return (
    <Notice
      tone="warn"
      role="alert"
      title={lost?.by ? t('bench.lost.taken', { name: lost.by.name }) : t('bench.lost.expired')}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap' }}>
        <Typography>{t('bench.lost.text')}</Typography>
        {!lost?.by && (
          <Button
            variant="outlined"
            size="small"
            onClick={() => take.mutate()}
            aria-disabled={take.isPending}
          >
            {t('bench.lost.again')}
          </Button>
        )}
      </Box>
    </Notice>
  );
}

function Stale({ desk }: { desk: BenchDesk }) {
  const t = useT();
  return (
    <Notice tone="warn" role="alert" title={t('bench.stale.title')}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap' }}>
        <Typography>{t('bench.stale.text')}</Typography>
        <Button variant="outlined" size="small" onClick={desk.reload}>
          {t('bench.stale.reload')}
        </Button>
      </Box>
    </Notice>
  );
}

function NotDecided({ desk, onRetry }: { desk: BenchDesk; onRetry: () => void }) {
  const t = useT();
  const title = t('bench.notSaved', { number: desk.bench.case.number });
  return <ErrorPanel error={desk.decision.error} title={title} onRetry={onRetry} />;
}

function NextNotTaken({ desk }: { desk: BenchDesk }) {
  const t = useT();
  return (
    <ErrorPanel
      error={desk.goNext.error}
      title={t('bench.nextNotTaken')}
      onRetry={() => desk.goNext.mutate()}
    />
  );
}

function NotTaken({ desk }: { desk: BenchDesk }) {
  const t = useT();
  return <ErrorPanel error={desk.reservation.take.error} title={t('bench.notTaken')} />;
}
