import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import { type Translate, useFormat, useT } from '../../i18n/index.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { StatusIcon, type StatusShape } from '../../shared/StatusChip.tsx';
import type { Step } from './entry.documents.ts';

const SHAPE: Readonly<Record<Step['kind'], StatusShape>> = {
  APPLICATION: 'post',
  DOCUMENT: 'post',
  DECISION: 'ready',
  BEGUN: 'exception',
  WARNED: 'sending',
  APPEAL: 'attention',
  APPEAL_SETTLED: 'ready',
  EXPIRED: 'notApplicable',
  ENDED: 'rejected',
  FOLLOWED: 'exception',
};

/** The server's codes of what, each with its own list of words. */
const LIST: Readonly<Partial<Record<Step['kind'], string>>> = {
  APPLICATION: 'enums.channel',
  DOCUMENT: 'entries.paper',
  DECISION: 'entries.outcome',
  APPEAL: 'entries.appeal',
  APPEAL_SETTLED: 'entries.appealOutcome',
  ENDED: 'entries.endReason',
  FOLLOWED: 'entries.code',
};

function detailOf({ kind, what, by, approvedBy }: Step, t: Translate): string {
  if (kind === 'WARNED') return t('entries.daysAhead', { smart_count: Number(what ?? 0) });
  const list = LIST[kind];
  const word = list && what ? t(`${list}.${what}` as MessageKey) : '';
  const who = by
    ? t(approvedBy ? 'entries.bySigned' : 'entries.by', { by, approvedBy: approvedBy ?? '' })
    : '';
  return [word, who].filter(Boolean).join(', ');
}

/** The life of an entry as a line, oldest first. */
export function EntryHistory({ history }: { history: readonly Step[] }) {
  const t = useT();
  return (
    <Box component="ol" aria-label={t('entries.history')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {history.map((step, index) => (
        <Station key={`${step.kind} ${step.on} ${index}`} step={step} last={index === history.length - 1} />
      ))}
    </Box>
  );
}

function Station({ step, last }: { step: Step; last: boolean }) {
  const t = useT();
  const format = useFormat();
  const detail = detailOf(step, t);
  return (
    <Box
      component="li"
      sx={{ display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr) auto', columnGap: 1.25 }}
    >
      <Box
        sx={{ display: 'grid', gridTemplateRows: 'auto 1fr', justifyItems: 'center', color: 'desk.text2' }}
      >
        <StatusIcon shape={SHAPE[step.kind]} size={18} />
        {!last && <Box sx={{ width: '2px', bgcolor: 'desk.line', minHeight: 16, my: 0.25 }} />}
      </Box>
      <Box sx={{ pb: last ? 0 : 1.5, minWidth: 0 }}>
        <Typography sx={{ fontWeight: 500 }}>
          {step.entryId ? (
            <Link component={RouterLink} to={`/exception-entries/${step.entryId}`}>
              {t(`entries.step.${step.kind}`)}
            </Link>
          ) : (
            t(`entries.step.${step.kind}`)
          )}
        </Typography>
        {detail && (
          <Typography variant="caption" component="p" sx={{ color: 'desk.text2' }}>
            {detail}
          </Typography>
        )}
      </Box>
      <Typography component="time" dateTime={step.on} sx={{ color: 'desk.text2', whiteSpace: 'nowrap' }}>
        {format.date(step.on)}
      </Typography>
    </Box>
  );
}
