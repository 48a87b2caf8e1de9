import Box from '@mui/material/Box';
import { useT } from '../../i18n/index.ts';
import { Fact } from '../Fact.tsx';

export type Line = readonly [label: string, value: string];

/** What a change changes: the lines that differ, as they shall be, with what holds until then. @param before none: it is new */
export function ChangedLines({ lines, before }: { lines: readonly Line[]; before: readonly Line[] | null }) {
  const t = useT();
  const was = new Map(before ?? []);
  const differing = lines.filter(([label, value]) => was.get(label) !== value);
  if (differing.length === 0) return <>{t('changes.same')}</>;
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1 }}>
      {differing.map(([label, value]) => (
        <Fact
          key={label}
          label={label}
          note={before && t('changes.before', { value: was.get(label) || '–' })}
        >
          {value || '–'}
        </Fact>
      ))}
    </Box>
  );
}
