import Box from '@mui/material/Box';
import { useT } from '../../i18n/index.ts';
import { useCodeText } from '../../shared/useErrorText.ts';
import type { BatchResult } from './campaign.documents.ts';

interface Refused extends Pick<BatchResult, 'refusal'> {
  /** Of another refusal. */
  code?: string | null;
  /** Of the firm. */
  name?: string;
}

const MOST_NAMED = 5;

/** Why nothing is done, for how many, and for whom. */
export function Reasons({ rows }: { rows: readonly Refused[] }) {
  const t = useT();
  const codeText = useCodeText();
  const named = new Map<string, string[]>();
  for (const { refusal, code, name = '' } of rows) {
    const why = refusal ? t(`campaigns.why.${refusal}`) : code && codeText(code);
    if (why) named.set(why, [...(named.get(why) ?? []), name]);
  }
  if (named.size === 0) return null;
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {[...named].map(([why, all]) => {
        const names = all.filter(name => name !== '');
        const more = names.length - MOST_NAMED;
        return (
          <li key={why}>
            {all.length} × {why}
            {names.length > 0 && `: ${names.slice(0, MOST_NAMED).join(', ')}`}
            {more > 0 && ` ${t('campaigns.hit.more', { n: more })}`}
          </li>
        );
      })}
    </Box>
  );
}
