import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { ChangedLines } from './ChangedLines.tsx';
import type { ExceptionChange } from './catalogue.documents.ts';

/** Every version a rule has had or was meant to have, newest first, as a line down the page. */
export function RuleHistory({ changes }: { changes: readonly ExceptionChange[] }) {
  const t = useT();
  const done = changes.filter(({ state }) => state !== 'WAITING' && state !== 'COMING');
  return (
    <Box component="section" aria-labelledby="rule-history" sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h2" id="rule-history">
        {t('catalogue.history')}
      </Typography>
      <Typography sx={{ color: 'desk.text2' }}>{t('catalogue.historyText')}</Typography>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {done.map(change => (
          <Version key={change.id} change={change} />
        ))}
        <Point title={t('catalogue.born')} />
      </Box>
    </Box>
  );
}

function Version({ change }: { change: ExceptionChange }) {
  const t = useT();
  const format = useFormat();
  const { proposedBy, approvedBy, withdrawnBy, withdrawnReason } = change;
  const who = withdrawnBy
    ? t('settings.byReason', { name: withdrawnBy.name, reason: withdrawnReason ?? '' })
    : t('settings.byTwo', { proposed: proposedBy.name, approved: approvedBy?.name ?? '–' });
  const title = `${format.date(change.validFrom)}: ${t(`settings.states.${change.state}`)}`;
  return (
    <Point title={title}>
      <ChangedLines change={change} />
      <Typography variant="caption" component="p" sx={{ color: 'desk.text2' }}>
        {change.grounds} · {who}
      </Typography>
    </Point>
  );
}

function Point({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Box
      component="li"
      sx={{ borderLeft: 2, borderColor: 'desk.line', pl: 2, pb: 1.5, position: 'relative' }}
    >
      <Box
        aria-hidden
        sx={{
          position: 'absolute',
          left: -6,
          top: 6,
          width: 10,
          height: 10,
          borderRadius: '50%',
          bgcolor: 'desk.accentText',
        }}
      />
      <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
      {children}
    </Box>
  );
}
