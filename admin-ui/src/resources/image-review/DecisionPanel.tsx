import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { StatusChip } from '../../shared/StatusChip.tsx';
import { useWhen } from '../../shared/useWhen.ts';
import { shownSubmission } from './bench-model.ts';
import type { Decision } from './image-review.documents.ts';
import type { BenchDesk } from './useBenchDesk.ts';
import { useReasonWords } from './useReasonWords.ts';

const shapes = {
  APPROVED: 'approved',
  REJECTED: 'rejected',
  STOPPED: 'rejected',
  AWAITING_REVIEW: 'ready',
} as const;

function DecisionText({ decision }: { decision: Decision }) {
  const t = useT();
  const when = useWhen();
  const inWords = useReasonWords();
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <StatusChip shape={shapes[decision.outcome]}>
          {t(`enums.submissionStatus.${decision.outcome}`)}
        </StatusChip>
        <Typography variant="caption" sx={{ color: 'desk.text2' }}>
          {t('bench.decision.by', { name: decision.decidedBy.name, when: when(decision.decidedAt) })}
        </Typography>
      </Box>
      <Box component="ul" sx={{ display: 'grid', gap: 1.5, mt: 1.5 }}>
        {decision.reasons.map(inWords).map(({ code, part, label, remedy }) => (
          <Box
            component="li"
            key={`${code}-${part}`}
            sx={{ borderTop: 1, borderColor: 'desk.line', pt: 1.25 }}
          >
            <Typography variant="h3" component="p">
              {label}
            </Typography>
            <Typography sx={{ color: 'desk.text2' }}>{remedy}</Typography>
          </Box>
        ))}
      </Box>
      {decision.comment && (
        <Box sx={{ mt: 2 }}>
          <Typography variant="h4" component="h3">
            {t('bench.decision.comment')}
          </Typography>
          <Typography sx={{ whiteSpace: 'pre-wrap' }}>{decision.comment}</Typography>
        </Box>
      )}
    </>
  );
}

function Waiting({ desk }: { desk: BenchDesk }) {
  const t = useT();
  const may = useMay();
  const format = useFormat();
  const { uploadLink, allowedActions } = desk.bench.case;
  const mayTake = allowedActions.includes('TAKE') || allowedActions.includes('REGISTER_UPLOAD');
  const live = uploadLink && !uploadLink.revokedAt && new Date(uploadLink.expiresAt).getTime() > Date.now();
  return (
    <Box sx={{ mt: 2, p: 2, borderRadius: '8px', bgcolor: 'desk.tint', display: 'grid', gap: 1 }}>
      <Typography variant="h3">{t('bench.decision.waiting')}</Typography>
      {uploadLink && (
        <Typography sx={{ color: 'desk.text2' }}>
          {live
            ? t('bench.decision.linkUntil', { when: format.dateTime(uploadLink.expiresAt) })
            : t('bench.decision.linkDead')}
        </Typography>
      )}
      {mayTake && may('image-submission', 'register') && (
        <Button variant="outlined" onClick={() => desk.setDialog('REGISTER')} sx={{ justifySelf: 'start' }}>
          {t('bench.registerPair')}
        </Button>
      )}
    </Box>
  );
}

/** Instead of the rules when there is nothing to decide: what was decided, and what the case waits for. */
export function DecisionPanel({ desk }: { desk: BenchDesk }) {
  const t = useT();
  const { status } = desk.bench.case;
  const decision = shownSubmission(desk.bench)?.decision;
  return (
    <Box component="section" aria-labelledby="bench-decision" sx={{ p: 2, overflow: 'auto', minHeight: 0 }}>
      <Typography variant="h2" id="bench-decision" sx={{ mb: 1.5 }}>
        {t('bench.decision.title')}
      </Typography>
      {decision && <DecisionText decision={decision} />}
      {!decision && (
        <Typography sx={{ color: 'desk.text2' }}>
          {t(status === 'ON_HOLD' ? 'bench.decision.onHold' : 'bench.decision.none')}
        </Typography>
      )}
      {status === 'AWAITING_UPLOAD' && <Waiting desk={desk} />}
    </Box>
  );
}
