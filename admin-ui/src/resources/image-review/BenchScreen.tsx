import Box from '@mui/material/Box';
import { BenchDialogs } from './BenchDialogs.tsx';
import { BenchFoot } from './BenchFoot.tsx';
import { BenchHead } from './BenchHead.tsx';
import { BenchNotices } from './BenchNotices.tsx';
import { benchColumns } from './bench-layout.ts';
import { DecisionPanel } from './DecisionPanel.tsx';
import { FactsColumn } from './FactsColumn.tsx';
import type { Bench, CatalogueReason } from './image-review.documents.ts';
import { ReasonPanel } from './ReasonPanel.tsx';
import { Stage } from './Stage.tsx';
import { useBenchActions } from './useBenchActions.ts';
import { useBenchDesk } from './useBenchDesk.ts';
import { useBenchKeys } from './useBenchKeys.ts';
import { useBlur } from './useBlur.ts';

/** One case on the bench: head, facts, images, rules, foot. */
export function BenchScreen({ bench, catalogue }: { bench: Bench; catalogue: readonly CatalogueReason[] }) {
  const desk = useBenchDesk(bench, catalogue);
  const blur = useBlur();
  const actions = useBenchActions(desk, blur);
  useBenchKeys(desk, actions, blur);
  return (
    <Box
      sx={{
        height: '100%',
        minHeight: 0,
        display: 'grid',
        gridTemplateRows: 'auto auto minmax(0,1fr) auto',
        gridTemplateColumns: 'minmax(0,1fr)',
      }}
    >
      <BenchHead desk={desk} actions={actions} />
      <BenchNotices desk={desk} actions={actions} />
      <Box sx={benchColumns}>
        <FactsColumn desk={desk} />
        <Stage desk={desk} actions={actions} blur={blur} />
        {desk.mode === 'REST' ? <DecisionPanel desk={desk} /> : <ReasonPanel desk={desk} actions={actions} />}
      </Box>
      <BenchFoot offers={desk.undoList.offers} undo={desk.undo} next={desk.next} />
      <BenchDialogs desk={desk} />
    </Box>
  );
}
