import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import { ChevronDownIcon } from '@navikt/aksel-icons';
import { type MouseEvent, useState } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { LoggedNote } from '../../shared/LoggedNote.tsx';
import { NationalId } from '../../shared/NationalId.tsx';
import { FactsList } from './FactsList.tsx';
import type { BenchDesk } from './useBenchDesk.ts';

/** Who and what the images must agree with; a column on wide screens, a line above the images on narrow ones (FactsLine). */
export function FactsColumn({ desk }: { desk: BenchDesk }) {
  const t = useT();
  return (
    <Box
      component="section"
      aria-label={t('bench.facts.title')}
      tabIndex={0}
      sx={{ display: { xs: 'none', lg: 'block' }, overflow: 'auto', p: '16px 16px 16px 20px', minHeight: 0 }}
    >
      <FactsList desk={desk} />
      <LoggedNote />
    </Box>
  );
}

/** The same facts folded: the three one compares with, the rest behind a press. */
export function FactsLine({ desk }: { desk: BenchDesk }) {
  const t = useT();
  const format = useFormat();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { person } = desk.bench.case;
  if (!person) return null;
  return (
    <Box
      component="section"
      aria-label={t('bench.facts.title')}
      sx={{
        display: { xs: 'flex', lg: 'none' },
        alignItems: 'center',
        gap: 1.5,
        px: 1.5,
        minHeight: 40,
        bgcolor: 'background.default',
        borderBottom: 1,
        borderColor: 'desk.line',
      }}
    >
      <Typography component="b" sx={{ fontWeight: 600, minWidth: 0 }} noWrap>
        {person.name}
      </Typography>
      <NationalId person={person} caseId={desk.bench.case.id} />
      <Box component="span" sx={{ whiteSpace: 'nowrap', color: 'desk.text2' }}>
        {person.birthDate && `${t('bench.facts.born')} ${format.date(person.birthDate)}`}
      </Box>
      <Button
        size="small"
        sx={{ ml: 'auto' }}
        onClick={(event: MouseEvent<HTMLElement>) => setAnchor(event.currentTarget)}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
      >
        {t('bench.facts.show')} <ChevronDownIcon aria-hidden />
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('bench.facts.title') } }}
      >
        <Box sx={{ width: 264, p: 2 }}>
          <FactsList desk={desk} />
        </Box>
      </Popover>
    </Box>
  );
}
