import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { PersonRectangleIcon } from '@navikt/aksel-icons';
import { useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { useHotkeys } from '../../shared/hotkeys.ts';
import { Kbd } from '../../shared/Kbd.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { pathOfQueue, useImageQueue } from '../../shared/queues.ts';
import { BenchFoot } from './BenchFoot.tsx';
import { useGoNext, usePreload } from './useNextCase.ts';
import { useUndo, useUndoOffers } from './useUndoOffers.ts';

function TakeNext({ goNext }: { goNext: ReturnType<typeof useGoNext> }) {
  const t = useT();
  const take = () => {
    if (!goNext.isPending) goNext.mutate();
  };
  useHotkeys({ t: take }, { first: true });
  return (
    <Button variant="contained" onClick={take} aria-disabled={goNext.isPending} aria-keyshortcuts="T">
      {t('shared.takeNext')} <Kbd>T</Kbd>
    </Button>
  );
}

/** The bench without a case: the queue is empty, or nothing was taken yet. What was decided can still be undone here. */
export function EmptyBench() {
  const t = useT();
  const queue = useImageQueue();
  const state: unknown = useLocation().state;
  const emptied = typeof state === 'object' && state !== null && 'emptyQueue' in state;
  const { next, peeked } = usePreload(null, true);
  const goNext = useGoNext(peeked);
  const undoList = useUndoOffers();
  const undo = useUndo(undoList);
  const [latest] = undoList.offers;
  useHotkeys({ z: () => latest && !undo.isPending && undo.mutate(latest) });
  useEffect(() => goNext.reset, [goNext.reset]);
  const title = emptied ? t('bench.empty.title') : t('bench.empty.startTitle');
  return (
    <Box sx={{ height: '100%', display: 'grid', gridTemplateRows: 'auto minmax(0,1fr) auto' }}>
      <PageHead line title={t('bench.title')} actions={<TakeNext goNext={goNext} />} />
      <Box sx={{ display: 'grid', placeContent: 'center', gap: 2, overflow: 'auto' }}>
        {goNext.error ? <ErrorPanel error={goNext.error} title={t('bench.notTaken')} /> : null}
        <EmptyState
          icon={<PersonRectangleIcon aria-hidden fontSize="2rem" />}
          title={title}
          text={emptied ? t('bench.empty.text') : t('bench.empty.startText')}
          actions={
            <Button component={Link} to={`/queues/${pathOfQueue(queue)}`} variant="outlined">
              {t('bench.empty.queue')}
            </Button>
          }
        />
      </Box>
      <BenchFoot offers={undoList.offers} undo={undo} next={next} />
    </Box>
  );
}
