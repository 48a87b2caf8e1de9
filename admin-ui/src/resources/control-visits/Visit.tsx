import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { StatusChip } from '../../shared/StatusChip.tsx';
import type { ControlVisit } from './control-visit.documents.ts';

const SHAPES = {
  NO_FINDINGS: 'approved',
  FINDINGS: 'attention',
  ORDER_GIVEN: 'attention',
  STOPPED: 'rejected',
} as const;

interface VisitProps {
  visit: ControlVisit;
  /** What it was before it was corrected. */
  earlier: readonly ControlVisit[];
  onCorrect: (() => void) | undefined;
}

/** One visit: when and where, what it ended with, what was found, by whom, and the way to its note and case. */
export function Visit({ visit, earlier, onCorrect }: VisitProps) {
  const t = useT();
  const format = useFormat();
  const day = format.date(visit.visitedOn);
  return (
    <Box
      component="li"
      sx={{
        ...{ display: 'grid', gap: 0.5, py: 1, borderTop: 1, borderColor: 'desk.line' },
        '&:first-of-type': { borderTop: 0, pt: 0 },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <Typography component="h3" sx={{ fontWeight: 500 }}>
          {[day, visit.unit?.name, visit.place].filter(Boolean).join(', ')}
        </Typography>
        <StatusChip shape={SHAPES[visit.outcome]}>{t(`visits.outcome.${visit.outcome}`)}</StatusChip>
      </Box>
      {visit.findings && (
        <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{visit.findings}</Typography>
      )}
      <By visit={visit} />
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <Ways visit={visit} day={day} />
        {onCorrect && (
          <Button size="small" aria-label={t('visits.correctOf', { day })} onClick={onCorrect}>
            {t('visits.correct')}
          </Button>
        )}
      </Box>
      {earlier.length > 0 && <Earlier visits={[visit, ...earlier]} />}
    </Box>
  );
}

function By({ visit: { visitors, recordedBy, recordedAt } }: { visit: ControlVisit }) {
  const t = useT();
  const format = useFormat();
  return (
    <Typography variant="caption" component="p" sx={{ color: 'desk.text2' }}>
      {t('visits.by', { who: visitors.map(({ name }) => name).join(', ') })}{' '}
      {t('visits.recorded', { who: recordedBy.name, day: format.date(recordedAt) })}
    </Typography>
  );
}

function Ways({ visit, day }: { visit: ControlVisit; day: string }) {
  const t = useT();
  if (!visit.case) return null;
  const { id, number } = visit.case;
  return (
    <>
      {visit.documentId && (
        <Link
          component={RouterLink}
          to={`/documents/${id}?document=${visit.documentId}`}
          aria-label={t('visits.noteOf', { day })}
        >
          {t('visits.note')}
        </Link>
      )}
      <Link component={RouterLink} to={`/cases/${id}`}>
        {t('visits.case', { number })}
      </Link>
    </>
  );
}

/** Why each was corrected, and what stood there before. */
function Earlier({ visits }: { visits: readonly ControlVisit[] }) {
  const t = useT();
  const format = useFormat();
  return (
    <Box component="details" sx={{ fontSize: 13, color: 'desk.text2' }}>
      <summary>{t('visits.corrected')}</summary>
      {visits.slice(1).map((before, index) => (
        <Box key={before.id} sx={{ pl: 1.5, pt: 0.5 }}>
          <div>{t('visits.because', { reason: visits[index]?.reason ?? '' })}</div>
          <div>
            {t('visits.before', {
              outcome: t(`visits.outcome.${before.outcome}`),
              day: format.date(before.visitedOn),
            })}{' '}
            {before.findings}
          </div>
        </Box>
      ))}
    </Box>
  );
}
