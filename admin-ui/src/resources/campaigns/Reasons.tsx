import Box from '@mui/material/Box';
import { useT } from '../../i18n/index.ts';
import type { BatchResult } from './campaign.documents.ts';

/** Why nothing is done, and for how many. */
export function Reasons({ refusals }: { refusals: readonly BatchResult['refusal'][] }) {
  const t = useT();
  const counts = new Map<NonNullable<BatchResult['refusal']>, number>();
  for (const refusal of refusals) if (refusal) counts.set(refusal, (counts.get(refusal) ?? 0) + 1);
  if (counts.size === 0) return null;
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {[...counts].map(([refusal, n]) => (
        <li key={refusal}>
          {n} × {t(`campaigns.why.${refusal}`)}
        </li>
      ))}
    </Box>
  );
}
