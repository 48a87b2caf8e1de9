import Box from '@mui/material/Box';
import { useEffect } from 'react';
import { useT } from '../../i18n/index.ts';
import { shownSubmission } from './bench-model.ts';
import { FactsLine } from './FactsColumn.tsx';
import { IdCheck } from './IdCheck.tsx';
import { NoPair } from './NoPair.tsx';
import { Pane } from './Pane.tsx';
import { PreviousStrip } from './PreviousStrip.tsx';
import { Toolbar } from './Toolbar.tsx';
import type { BenchActions } from './useBenchActions.ts';
import type { BenchDesk } from './useBenchDesk.ts';
import type { Blur } from './useBlur.ts';
import { useImage } from './useImage.ts';

interface StageProps {
  desk: BenchDesk;
  actions: BenchActions;
  blur: Blur;
}

/** The images: tools above, the pair side by side, the attempt before below. */
export function Stage({ desk, actions, blur }: StageProps) {
  const t = useT();
  return (
    <Box
      component="section"
      aria-label={t('bench.stage.title')}
      sx={{
        display: 'grid',
        gridTemplateRows: 'auto minmax(0,1fr) auto',
        gridTemplateColumns: 'minmax(0,1fr)',
        minHeight: 0,
        minWidth: 0,
        bgcolor: 'desk.stage',
        borderLeft: { lg: 1 },
        borderRight: 1,
        borderColor: { xs: 'desk.line', lg: 'desk.line' },
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <FactsLine desk={desk} />
        <Toolbar desk={desk} blur={blur} />
      </Box>
      <Panes desk={desk} blur={blur} />
      <PreviousStrip desk={desk} actions={actions} blur={blur} />
    </Box>
  );
}

/** Tells the desk when the pair is on screen; only then the next one is fetched. */
function usePairReady(desk: BenchDesk) {
  const shown = shownSubmission(desk.bench);
  const photo = useImage(shown?.photo.displayUrl ?? null);
  const identification = useImage(shown?.identification.displayUrl ?? null);
  const ready = photo.image !== null && identification.image !== null;
  const { setPairReady } = desk;
  useEffect(() => setPairReady(ready), [ready, setPairReady]);
}

function Panes({ desk, blur }: Omit<StageProps, 'actions'>) {
  usePairReady(desk);
  const shown = shownSubmission(desk.bench);
  const { part } = desk.choice;
  if (!shown) return <NoPair />;
  const findings = shown.findings;
  const { previous } = desk.bench;
  const pick = (submission: typeof shown) =>
    part === 'PHOTO' ? submission.photo : submission.identification;
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0,1fr) minmax(0,1fr)',
        gridTemplateRows: 'minmax(0,1fr)',
        gap: 1.5,
        p: 1.5,
        minHeight: 0,
      }}
    >
      {desk.comparing && previous ? (
        <>
          <Pane
            key={`then-${part}`}
            {...{ desk, blur, part }}
            image={pick(previous)}
            findings={[]}
            when="THEN"
          />
          <Pane key={`now-${part}`} {...{ desk, blur, part, findings }} image={pick(shown)} when="NOW" />
        </>
      ) : (
        <>
          <Pane key="PHOTO" {...{ desk, blur, findings }} part="PHOTO" image={shown.photo} />
          <Pane
            key="ID"
            {...{ desk, blur, findings }}
            part="ID"
            image={shown.identification}
            below={<IdCheck desk={desk} blur={blur} />}
          />
        </>
      )}
    </Box>
  );
}
