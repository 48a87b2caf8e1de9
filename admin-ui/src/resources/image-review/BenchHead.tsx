import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { ChevronRightIcon } from '@navikt/aksel-icons';
import { Link } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { Kbd } from '../../shared/Kbd.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { pathOfQueue, useImageQueue } from '../../shared/queues.ts';
import { StatusChip } from '../../shared/StatusChip.tsx';
import { shownSubmission } from './bench-model.ts';
import { DecideButtons } from './DecideButtons.tsx';
import { ReservationMenu } from './ReservationMenu.tsx';
import type { BenchActions } from './useBenchActions.ts';
import type { BenchDesk } from './useBenchDesk.ts';

function Crumb({ desk }: { desk: BenchDesk }) {
  const t = useT();
  const format = useFormat();
  const queue = useImageQueue();
  const { decidedToday, remaining } = desk.bench;
  return (
    <Box
      component="nav"
      aria-label={t('bench.breadcrumb')}
      sx={{ display: 'flex', gap: 0.75, alignItems: 'center' }}
    >
      <Link to={`/queues/${pathOfQueue(queue)}`}>{t(`enums.queue.${queue}`)}</Link>
      <ChevronRightIcon aria-hidden fontSize="14px" />
      <span>{t('bench.progress', { done: decidedToday, left: format.count(remaining) })}</span>
    </Box>
  );
}

/** Which case this is, who has it, and the one filled button that decides it. */
export function BenchHead({ desk, actions }: { desk: BenchDesk; actions: BenchActions }) {
  const t = useT();
  const { bench, mode, reservation } = desk;
  const shown = shownSubmission(bench);
  return (
    <Box sx={{ '& > header': { minHeight: 60, py: 1, pl: 2.5, pr: 2 } }}>
      <PageHead
        line
        title={bench.case.number}
        crumb={<Crumb desk={desk} />}
        status={shown && <StatusChip shape="attempt">{t('bench.attempt', { n: shown.attempt })}</StatusChip>}
        actions={
          <>
            <ReservationMenu desk={desk} />
            {mode === 'WORK' && (
              <>
                <Button variant="outlined" color="inherit" onClick={actions.skip} aria-keyshortcuts="H">
                  {t('bench.skip')} <Kbd>H</Kbd>
                </Button>
                <DecideButtons desk={desk} actions={actions} />
              </>
            )}
            {mode === 'FREE' && (
              <Button
                variant="contained"
                onClick={() => reservation.take.mutate()}
                aria-disabled={reservation.take.isPending}
              >
                {t('bench.takeCase')}
              </Button>
            )}
          </>
        }
      />
    </Box>
  );
}
