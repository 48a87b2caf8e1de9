import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useFormat, useT } from '../../i18n/index.ts';
import { useApplicationDesk } from './ApplicationContext.tsx';
import type { Application } from './application.documents.ts';
import { inSentence } from './in-sentence.ts';

/** What was decided and signed, by whom, until when; the appeals against it, and the letters that left. */
export function Decided() {
  const t = useT();
  const { decisions, appeals } = useApplicationDesk().application;
  if (decisions.length === 0) return null;
  return (
    <Box
      component="section"
      aria-label={t('decisions.made2')}
      sx={{ p: '14px 20px 16px', display: 'grid', gap: 1.5 }}
    >
      <Typography variant="h2">{t('decisions.made2')}</Typography>
      {decisions.map(decision => (
        <Decision key={decision.id} decision={decision} />
      ))}
      {appeals.map(appeal => (
        <Appeal key={appeal.id} appeal={appeal} />
      ))}
    </Box>
  );
}

function Decision({ decision }: { decision: Application['decisions'][number] }) {
  const t = useT();
  const format = useFormat();
  const { application } = useApplicationDesk();
  const { outcome, decidedOn, decidedBy, approvedBy, validFrom, validTo, whileRole, appealDeadlineOn } =
    decision;
  const letter = application.letters.find(({ decisionId }) => decisionId === decision.id);
  const end = validTo ? format.date(validTo) : t('approvals.untilWithdrawn');
  const lasts = whileRole ? t('applications.precedents.whileRole') : end;
  const { name } = decidedBy ?? {};
  const alone = name ? t('decisions.signed', { name }) : t('decisions.automatic');
  const signed = name && approvedBy ? t('decisions.signedBoth', { name, second: approvedBy.name }) : alone;
  return (
    <Box sx={{ border: 1, borderColor: 'desk.line', borderRadius: '4px', p: 1.5 }}>
      <Typography variant="subtitle2" component="p">
        {t(`decisions.outcome.${outcome}`)}, {format.date(decidedOn)}
      </Typography>
      <Typography>{signed}</Typography>
      {validFrom && <Typography>{`${format.date(validFrom)} – ${lasts}`}</Typography>}
      <Typography variant="caption" component="p" sx={{ color: 'desk.text2' }}>
        {[
          appealDeadlineOn && t('applications.next.appealUntil', { date: format.date(appealDeadlineOn) }),
          letter &&
            t('decisions.letterIs', {
              status: t(`decisions.letterStatus.${letter.status}` as 'decisions.letterStatus.SENT'),
            }),
          t('decisions.digestIs', { digest: decision.digest }),
        ]
          .filter(Boolean)
          .join(' ')}
      </Typography>
    </Box>
  );
}

function Appeal({ appeal }: { appeal: Application['appeals'][number] }) {
  const t = useT();
  const format = useFormat();
  const { receivedOn, deadlineOn, late, outcome, bodyOutcome, bodyOutcomeOn } = appeal;
  const result = outcome
    ? t(`decisions.appealOutcome.${outcome}` as 'decisions.appealOutcome.UPHELD')
    : t('decisions.appealOpen');
  return (
    <Box sx={{ border: 1, borderColor: 'desk.line', borderRadius: '4px', p: 1.5 }}>
      <Typography variant="subtitle2" component="p">
        {t('decisions.appealOf', { date: format.date(receivedOn) })}
      </Typography>
      <Typography>{result}</Typography>
      {bodyOutcome && bodyOutcomeOn && (
        <Typography>
          {t('decisions.bodyIs', {
            date: format.date(bodyOutcomeOn),
            outcome: inSentence(t(`decisions.bodyOutcome.${bodyOutcome}`)),
          })}
        </Typography>
      )}
      <Typography variant="caption" component="p" sx={{ color: 'desk.text2' }}>
        {t(late ? 'decisions.appealLate' : 'decisions.appealInTime', { date: format.date(deadlineOn) })}
      </Typography>
    </Box>
  );
}
