import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useT } from '../../i18n/index.ts';
import { useWho } from '../../shared/changes/ChangeHistory.tsx';
import { isComing } from '../../shared/changes/change.ts';
import type { Setting, SettingChange } from './setting.documents.ts';
import { useSettingWords } from './useSettingWords.ts';

interface Line {
  id: string;
  from: string | null;
  value: string;
  scheme: SettingChange['scheme'];
  state: string;
  who: string;
}

const KEPT = { whiteSpace: 'nowrap' };

/** Every value a rule has had or was meant to have, newest first. */
export function SettingHistory({
  setting,
  changes,
}: {
  setting: Setting;
  changes: readonly SettingChange[];
}) {
  const t = useT();
  const words = useSettingWords();
  const lines = useLines(setting, changes);
  const heads = ['from', 'holds', 'scheme', 'state', 'who'] as const;
  return (
    <Box component="section" aria-labelledby="setting-history" sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h2" id="setting-history">
        {t('changes.history')}
      </Typography>
      <Typography sx={{ color: 'desk.text2' }}>{t('settings.historyText')}</Typography>
      <Table aria-label={t('changes.history')}>
        <TableHead>
          <TableRow>
            {heads.map(head => (
              <TableCell key={head} scope="col">
                {t(`settings.${head}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.map(line => (
            <TableRow key={line.id}>
              <TableCell sx={KEPT}>{words.from(line.from)}</TableCell>
              <TableCell sx={KEPT}>{words.value(setting, line.value)}</TableCell>
              <TableCell>{words.scheme(line.scheme)}</TableCell>
              <TableCell>{line.state}</TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>{line.who}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function useLines(setting: Setting, changes: readonly SettingChange[]): Line[] {
  const t = useT();
  const who = useWho();
  const done = changes
    .filter(change => !isComing(change))
    .map(change => ({
      ...change,
      from: change.validFrom,
      state: t(`changes.states.${change.state}`),
      who: who(change),
    }));
  const born = setting.born.map((one, at) => ({
    ...one,
    id: `born-${at}`,
    state: t('changes.born'),
    who: '',
  }));
  return [...done, ...born].sort((a, b) => (b.from ?? '').localeCompare(a.from ?? ''));
}
