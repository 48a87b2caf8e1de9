import Box from '@mui/material/Box';
import { useFormat, useT } from '../../i18n/index.ts';
import { StatusChip } from '../../shared/StatusChip.tsx';
import type { Call } from './caller.documents.ts';

const SHAPE = { VERIFIED: 'approved', REFUSED: 'rejected', NO_ANSWER: 'noAnswer' } as const;

/** Calls about a person or firm, newest first: who took them and whether it matched, in all. */
export function CallList({ calls, empty }: { calls: readonly Call[]; empty: string }) {
  const t = useT();
  const format = useFormat();
  if (calls.length === 0) return <Box sx={{ color: 'desk.text2' }}>{empty}</Box>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 0.75 }}>
      {calls.map(call => (
        <Box
          component="li"
          key={call.id}
          sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}
        >
          <StatusChip shape={SHAPE[call.outcome]}>{t(`caller.outcome.${call.outcome}`)}</StatusChip>
          <span>
            {t(`caller.capacity.${call.capacity}`)}, {format.dateTime(call.at)}, {call.takenBy?.name}
          </span>
        </Box>
      ))}
    </Box>
  );
}
