import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../shared/Kbd.tsx';
import { StatusChip } from '../../shared/StatusChip.tsx';
import { useWhen } from '../../shared/useWhen.ts';
import { earlierSubmission } from './bench-model.ts';
import type { Submission } from './image-review.documents.ts';
import { Thumbnail } from './Thumbnail.tsx';
import type { BenchActions } from './useBenchActions.ts';
import type { BenchDesk } from './useBenchDesk.ts';
import type { Blur } from './useBlur.ts';
import { useReasonWords } from './useReasonWords.ts';

const outcomeKeys = {
  APPROVED: 'bench.previous.approved',
  REJECTED: 'bench.previous.rejected',
  STOPPED: 'bench.previous.stopped',
  AWAITING_REVIEW: 'bench.previous.title',
} as const;

function useHeading(previous: Submission) {
  const t = useT();
  const when = useWhen();
  const { decision } = previous;
  if (!decision) return t('bench.previous.title');
  const outcome = t(outcomeKeys[decision.outcome]);
  return t('bench.previous.heading', { outcome, when: when(decision.decidedAt) });
}

function PreviousDecision({ previous }: { previous: Submission }) {
  const t = useT();
  const inWords = useReasonWords();
  const { decision } = previous;
  if (!decision) return null;
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.75, my: 0.5 }}>
        {decision.reasons.map(inWords).map(({ code, part, label }) => (
          <StatusChip key={`${code}-${part}`} shape="rejected">
            {label}
          </StatusChip>
        ))}
        <Typography variant="caption" component="span" sx={{ color: 'desk.text2' }}>
          {decision.decidedBy.name}
        </Typography>
      </Box>
      {decision.comment && (
        <Typography variant="caption" component="p" sx={{ color: 'desk.text2', ...twoLines }}>
          {t('bench.previous.quote', { text: decision.comment })}
        </Typography>
      )}
    </>
  );
}

const twoLines = {
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
} as const;

interface StripProps {
  desk: BenchDesk;
  actions: BenchActions;
  blur: Blur;
}

/** The attempt before this one: what was wrong then, who said so, and a press to see both side by side. */
export function PreviousStrip({ desk, actions, blur }: StripProps) {
  const previous = earlierSubmission(desk.bench);
  if (!previous) return <Box />;
  return <Strip {...{ desk, actions, blur, previous }} />;
}

function Strip({ desk, actions, blur, previous }: StripProps & { previous: Submission }) {
  const t = useT();
  const heading = useHeading(previous);
  return (
    <Box
      component="section"
      aria-label={t('bench.previous.title')}
      sx={{
        display: 'flex',
        gap: 1.75,
        p: '12px 14px',
        bgcolor: 'background.default',
        borderTop: 1,
        borderColor: 'desk.line',
      }}
    >
      <Box sx={{ display: 'flex', gap: 0.75 }}>
        <Thumbnail url={previous.photo.thumbnailUrl} width={66} height={88} alt="" covered={blur.covered} />
        <Thumbnail
          url={previous.identification.thumbnailUrl}
          width={118}
          height={88}
          alt=""
          covered={blur.covered}
        />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
          <Typography variant="h3">{heading}</Typography>
          <Button
            size="small"
            onClick={actions.compare}
            aria-pressed={desk.comparing}
            aria-keyshortcuts="F"
            sx={{ mt: '-4px' }}
          >
            {t(desk.comparing ? 'bench.previous.stopCompare' : 'bench.previous.compare')} <Kbd>F</Kbd>
          </Button>
        </Box>
        <PreviousDecision previous={previous} />
      </Box>
    </Box>
  );
}
