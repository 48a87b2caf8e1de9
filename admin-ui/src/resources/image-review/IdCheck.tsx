import Box from '@mui/material/Box';
import { useFormat, useT } from '../../i18n/index.ts';
import { Fact } from '../../shared/Fact.tsx';
import { shownSubmission } from './bench-model.ts';
import { Thumbnail } from './Thumbnail.tsx';
import type { BenchDesk } from './useBenchDesk.ts';
import type { Blur } from './useBlur.ts';

/** What the identification must agree with, right below it: the face, the name and the birth date of the order. */
export function IdCheck({ desk, blur }: { desk: BenchDesk; blur: Blur }) {
  const t = useT();
  const format = useFormat();
  const { person } = desk.bench.case;
  const shown = shownSubmission(desk.bench);
  if (!person || !shown) return null;
  return (
    <Box
      sx={{
        display: 'flex',
        gap: 1.5,
        alignItems: 'center',
        px: 1.5,
        py: 1.25,
        flex: 'none',
        borderTop: 1,
        borderColor: 'desk.line',
      }}
    >
      <Thumbnail url={shown.photo.displayUrl} width={84} height={106} covered={blur.covered} alt="" closeUp />
      <Box
        component="dl"
        aria-label={t('bench.stage.check')}
        sx={{ display: 'grid', gap: 0.75, minWidth: 0 }}
      >
        <Fact label={t('bench.stage.ordered')}>{person.name}</Fact>
        <Fact label={t('bench.facts.born')}>
          {person.birthDate ? format.date(person.birthDate) : t('bench.facts.unknown')}
        </Fact>
      </Box>
    </Box>
  );
}
