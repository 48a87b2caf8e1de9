import Box from '@mui/material/Box';
import { useT } from '../../i18n/index.ts';
import { Fact } from '../../shared/Fact.tsx';
import type { ExceptionChange } from './catalogue.documents.ts';
import { useRuleWords } from './useRuleWords.ts';

/** What a change changes: the lines that differ, as they shall be, with what holds until then. */
export function ChangedLines({ change }: { change: ExceptionChange }) {
  const t = useT();
  const words = useRuleWords();
  const before = new Map(words.lines(change.before));
  const differing = words.lines(change.rule).filter(([label, value]) => before.get(label) !== value);
  if (differing.length === 0) return <>{t('catalogue.same')}</>;
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1 }}>
      {differing.map(([label, value]) => (
        <Fact key={label} label={label} note={t('catalogue.before', { value: before.get(label) ?? '' })}>
          {value}
        </Fact>
      ))}
    </Box>
  );
}
