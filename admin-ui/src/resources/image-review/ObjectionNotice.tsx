import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import { useT } from '../../i18n/index.ts';
import { announce } from '../../shared/announce.ts';
import type { Objection } from './bench.rules.ts';
import type { BenchDesk } from './useBenchDesk.ts';

function useObjectionText(desk: BenchDesk) {
  const t = useT();
  const { objection, refused, picked } = desk.choice;
  if (refused === 'APPROVE') return t('bench.cannotApprove', { smart_count: picked.length });
  if (refused === 'REJECT') return t('bench.cannotReject');
  if (!objection) return null;
  if (objection.kind === 'CONTRADICTS')
    return t('bench.rules.contradicts', { finding: desk.wordsOf(objection.code).words });
  return t(
    objection.kind === 'FINAL_WITH_REPAIRABLE' ? 'bench.rules.finalMixed' : 'bench.rules.repairableMixed',
  );
}

function WayOut({ desk, objection }: { desk: BenchDesk; objection: Objection }) {
  const t = useT();
  const { code, kind } = objection;
  if (kind === 'CONTRADICTS')
    return (
      <Button size="small" variant="outlined" sx={{ flex: 'none' }} onClick={() => desk.toggle(code)}>
        {t('bench.rules.pickAnyway')}
      </Button>
    );
  return (
    <Button
      size="small"
      variant="outlined"
      sx={{ flex: 'none' }}
      onClick={() => desk.dispatch({ type: 'REPLACE', code })}
    >
      {t('bench.rules.onlyThis')}
    </Button>
  );
}

/** Why a press did not do what it usually does, and the way on. */
export function ObjectionNotice({ desk }: { desk: BenchDesk }) {
  const text = useObjectionText(desk);
  const { objection } = desk.choice;
  useEffect(() => {
    if (text) announce(text);
  }, [text]);
  if (!text) return null;
  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: { xs: 'column', lg: 'row' },
        gap: { xs: 0.75, lg: 1.5 },
        alignItems: { xs: 'start', lg: 'center' },
        justifyContent: 'space-between',
        mt: 1,
        px: 1.25,
        py: 1,
        borderRadius: '4px',
        border: 1,
        borderColor: 'desk.warn.line',
        bgcolor: 'desk.warn.background',
      }}
    >
      <Typography variant="caption" component="p">
        {text}
      </Typography>
      {objection && <WayOut desk={desk} objection={objection} />}
    </Box>
  );
}
