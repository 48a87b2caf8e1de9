import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { isComing, type ProposedChange } from './change.ts';

interface ChangeHistoryProps<C extends ProposedChange> {
  changes: readonly C[];
  text: string;
  /** What a version said, or what it changed. */
  more: (change: C) => ReactNode;
  /** What there was in the beginning. */
  born?: ReactNode;
}

/** Every version there has been or was meant to be, newest first, as a line down the page. */
export function ChangeHistory<C extends ProposedChange>({
  changes,
  text,
  more,
  born,
}: ChangeHistoryProps<C>) {
  const t = useT();
  const id = useId();
  const who = useWho();
  const format = useFormat();
  return (
    <Box component="section" aria-labelledby={id} sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h2" id={id}>
        {t('changes.history')}
      </Typography>
      <Typography sx={{ color: 'desk.text2' }}>{text}</Typography>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {changes
          .filter(change => !isComing(change))
          .map(change => (
            <Point
              key={change.id}
              title={`${format.date(change.validFrom)}: ${t(`changes.states.${change.state}`)}`}
            >
              {more(change)}
              <Typography variant="caption" component="p" sx={{ color: 'desk.text2' }}>
                {change.grounds} · {who(change)}
              </Typography>
            </Point>
          ))}
        <Point title={t('changes.born')}>{born}</Point>
      </Box>
    </Box>
  );
}

/** Who proposed and approved it, or who withdrew it and why. */
export function useWho(): (change: ProposedChange) => string {
  const t = useT();
  return ({ proposedBy, approvedBy, withdrawnBy, withdrawnReason }) => {
    if (withdrawnBy) return t('changes.byReason', { name: withdrawnBy.name, reason: withdrawnReason ?? '' });
    return approvedBy
      ? t('changes.byTwo', { proposed: proposedBy.name, approved: approvedBy.name })
      : proposedBy.name;
  };
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
