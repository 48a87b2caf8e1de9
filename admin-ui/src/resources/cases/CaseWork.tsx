import Box from '@mui/material/Box';
import { useT } from '../../i18n/index.ts';
import { useSettings } from '../../session.ts';
import { UndoBar } from '../../shared/UndoBar.tsx';
import { useUndoDecision } from '../../shared/useUndoDecision.ts';
import { Attempts } from './Attempts.tsx';
import { useCaseDesk } from './CaseContext.tsx';
import { InquiryPanel } from './InquiryPanel.tsx';
import { LettersPanel } from './Letters.tsx';
import { NextStep } from './NextStep.tsx';
import { TipPanel } from './TipPanel.tsx';
import { UploadLinkPanel } from './UploadLinkPanel.tsx';

/** The middle of the page: what happens next, and the work itself. */
export function CaseWork() {
  const { detail } = useCaseDesk();
  return (
    <Box sx={{ display: 'grid', gap: 1.75, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <NextStep />
      <Undo />
      {detail.kind === 'INQUIRY' && <InquiryPanel />}
      {detail.kind === 'TIP_INVALID_CARD' && <TipPanel />}
      {detail.kind === 'IMAGE_REVIEW' && <Attempts />}
      {detail.kind === 'IMAGE_REVIEW' && <UploadLinkPanel />}
      {detail.mails.length > 0 && <LettersPanel />}
    </Box>
  );
}

function Undo() {
  const t = useT();
  const { undoSeconds } = useSettings();
  const { detail } = useCaseDesk();
  const undo = useUndoDecision();
  const offer = detail.undo;
  if (!offer || !detail.allowedActions.includes('UNDO_DECISION')) return null;
  const what = t(`enums.submissionStatus.${offer.outcome}`);
  return (
    <UndoBar
      offer={offer}
      text={offer.reasons > 0 ? t('casePage.undoWith', { what, smart_count: offer.reasons }) : what}
      totalSeconds={undoSeconds}
      onUndo={() => undo.mutate(offer.decisionId)}
      busy={undo.isPending}
    />
  );
}
