import Box from '@mui/material/Box';
import { useT } from '../../i18n/index.ts';
import { Fact } from '../Fact.tsx';
import { WordDiff } from './WordDiff.tsx';

export type Line = readonly [label: string, value: string];

interface ChangedLinesProps {
  lines: readonly Line[];
  /** None: there was nothing before. */
  before: readonly Line[] | null;
  /** Of texts: word by word, instead of what was and what shall be. */
  words?: boolean;
}

/** What a change changes: the lines that differ, as they shall be, with what holds until then. */
export function ChangedLines({ lines, before, words = false }: ChangedLinesProps) {
  const t = useT();
  const was = new Map(before ?? []);
  const differing = lines.filter(([label, value]) => (was.get(label) ?? '') !== value);
  if (differing.length === 0) return <>{t('changes.same')}</>;
  const note = (label: string) => before && !words && t('changes.before', { value: was.get(label) || '–' });
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1 }}>
      {differing.map(([label, value]) => (
        <Fact key={label} label={label} note={note(label)}>
          {before && words ? <WordDiff before={was.get(label) ?? ''} after={value} /> : value || '–'}
        </Fact>
      ))}
    </Box>
  );
}
