import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useT } from '../../i18n/index.ts';
import { useWhen } from '../../shared/useWhen.ts';
import { useReasonWords } from '../image-review/useReasonWords.ts';
import type { Submission } from './case.documents.ts';

/** What was decided about a pair, by whom and when; the reasons with their remedies, the comment beside them. */
export function DecisionText({ decision }: { decision: NonNullable<Submission['decision']> }) {
  const t = useT();
  const when = useWhen();
  const inWords = useReasonWords();
  const { outcome, reasons, comment, decidedBy, decidedAt, undoneAt } = decision;
  return (
    <>
      <Typography>
        <b>{t(`enums.submissionStatus.${outcome}`)}</b>{' '}
        {t('casePage.images.decidedBy', { name: decidedBy.name, when: when(decidedAt) })}
        {undoneAt && ` ${t('casePage.images.undone', { when: when(undoneAt) })}`}
      </Typography>
      {reasons.length > 0 && (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.75 }}>
          {reasons.map(inWords).map(reason => (
            <li key={`${reason.code}-${reason.part}`}>
              <Box component="span" sx={{ fontWeight: 500 }}>
                {reason.label}
              </Box>{' '}
              <Box component="span" sx={{ fontSize: 12, color: 'desk.text2' }}>
                {t(`enums.imagePart.${reason.part}`)}
                {reason.final && `, ${t('casePage.images.final')}`}
              </Box>
              {reason.remedy && <Typography sx={{ color: 'desk.text2' }}>{reason.remedy}</Typography>}
            </li>
          ))}
        </Box>
      )}
      {comment && (
        <Typography
          component="blockquote"
          sx={{ m: 0, pl: 1.5, borderLeft: 3, borderColor: 'desk.line2', whiteSpace: 'pre-wrap' }}
        >
          {comment}
        </Typography>
      )}
    </>
  );
}
