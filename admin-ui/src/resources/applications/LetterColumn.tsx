import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { useDecision } from './DecisionContext.tsx';
import type { Letter, PointCheck } from './decision.documents.ts';
import { LetterLanguage } from './LetterLanguage.tsx';
import { LetterPaper, LetterPoints } from './LetterPaper.tsx';
import { useProposal } from './useProposal.ts';

/** The letter as it stands now: of the proposal that waits, or of the decision that is being written. */
export function LetterColumn() {
  const t = useT();
  const { preview } = useDecision();
  const { data: proposal } = useProposal();
  if (proposal?.state === 'OPEN') return <Shown letter={proposal.letter} points={proposal.points} />;
  if (!preview)
    return <Typography sx={{ p: 2.5, color: 'desk.text2' }}>{t('decisions.noLetter')}</Typography>;
  if (preview.error && !preview.data)
    return <ErrorPanel error={preview.error} onRetry={() => void preview.refetch()} />;
  if (!preview.data) return <LoadingShape shape="panel" rows={8} />;
  const { letter, points } = preview.data;
  return <Shown letter={letter} points={points} language={<LetterLanguage />} />;
}

interface ShownProps {
  letter: Letter;
  points: readonly PointCheck[];
  /** To choose one; what is proposed is read in the language it is sent in. */
  language?: ReactNode;
}

function Shown({ letter, points, language }: ShownProps) {
  const t = useT();
  return (
    <Box
      sx={{ p: '12px 12px 10px 20px', display: 'flex', flexDirection: 'column', minHeight: 0, minWidth: 0 }}
    >
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: 1, mb: 1 }}>
        <Typography variant="h3">{t('decisions.letterTitle')}</Typography>
        {language ?? (
          <Typography variant="caption" sx={{ color: 'desk.text2' }}>
            {t(`enums.language.${letter.language}`)}
          </Typography>
        )}
      </Box>
      <LetterPaper letter={letter} />
      <LetterPoints points={points} />
    </Box>
  );
}
