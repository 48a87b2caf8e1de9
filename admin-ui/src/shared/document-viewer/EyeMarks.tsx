import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { EyeFillIcon, EyeIcon } from '@navikt/aksel-icons';
import { useT } from '../../i18n/index.ts';
import { useMe } from '../../session.ts';
import { SrOnly } from '../SrOnly.tsx';
import type { CaseDocument } from './case-documents.documents.ts';
import { useEyeWhen } from './useEyeWhen.ts';

const seenOf = (document: CaseDocument) => document.versions.at(-1)?.seen ?? [];

/** Whether I have opened the newest version, and when last. */
export function EyeMark({ document }: { document: CaseDocument }) {
  const t = useT();
  const me = useMe();
  const when = useEyeWhen();
  const mine = seenOf(document).find(({ by }) => by.id === me.id);
  const Icon = mine ? EyeFillIcon : EyeIcon;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, flex: 'none', pt: 0.25 }}>
      <Box sx={{ display: 'flex', fontSize: '1.125rem', color: mine ? 'desk.ok.icon' : 'desk.text2' }}>
        <Icon aria-hidden />
      </Box>
      <Typography component="span" variant="body2" aria-hidden sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {mine ? when(mine.lastAt) : '–'}
      </Typography>
      <SrOnly>
        {mine ? t('documents.list.mine', { when: when(mine.lastAt) }) : t('documents.list.notMine')}
      </SrOnly>
    </Box>
  );
}

/** Colleagues who have opened the newest version. */
export function OtherEyes({ document }: { document: CaseDocument }) {
  const t = useT();
  const me = useMe();
  const when = useEyeWhen();
  const others = seenOf(document).filter(({ by }) => by.id !== me.id);
  if (others.length === 0) return null;
  const names = others.map(({ by, lastAt }) => `${by.name} ${when(lastAt)}`).join(', ');
  return (
    <Typography component="span" variant="caption" sx={{ display: 'block', color: 'desk.text2' }}>
      {t('documents.list.others', { names })}
    </Typography>
  );
}
