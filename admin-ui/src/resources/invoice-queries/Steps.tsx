import Box from '@mui/material/Box';
import { CheckmarkIcon } from '@navikt/aksel-icons';
import { useT } from '../../i18n/index.ts';
import { SrOnly } from '../../shared/SrOnly.tsx';
import type { Fault, InvoiceQuery } from './invoice-query.documents.ts';

interface StepsProps {
  query: InvoiceQuery;
  fault: Fault | null;
}

/** Where the work stands: find the invoice, say what is wrong, then an answer, or a new reference and a colleague's check. */
export function Steps({ query, fault }: StepsProps) {
  const t = useT();
  const rest = fault === 'WRONG_REFERENCE' ? (['reference', 'check'] as const) : (['answer'] as const);
  const names = ['find', 'wrong', ...rest] as const;
  const answered = query.answers.some(({ outcome }) => outcome !== 'ASKED_BACK');
  const now = answered ? names.length : query.state !== 'FOUND' ? 0 : fault === null ? 1 : 2;
  return (
    <Box
      component="ol"
      aria-label={t('invoiceQueries.steps.title')}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        m: 0,
        ml: 'auto',
        p: 0,
        listStyle: 'none',
        fontSize: 14,
      }}
    >
      {names.map((name, index) => (
        <Box
          key={name}
          component="li"
          aria-current={index === now ? 'step' : undefined}
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 1,
            color: index === now ? 'desk.text' : 'desk.text2',
            fontWeight: index === now ? 500 : 400,
          }}
        >
          {index > 0 && <span aria-hidden>—</span>}
          <Badge done={index < now} current={index === now} number={index + 1} />
          {t(`invoiceQueries.steps.${name}`)}
          {index < now && <SrOnly>{t('invoiceQueries.steps.done')}</SrOnly>}
        </Box>
      ))}
    </Box>
  );
}

function Badge({ done, current, number }: { done: boolean; current: boolean; number: number }) {
  return (
    <Box
      aria-hidden
      sx={{
        ...{
          width: 22,
          height: 22,
          borderRadius: '50%',
          display: 'grid',
          placeItems: 'center',
          fontSize: 12,
          border: 1,
        },
        ...(current
          ? { bgcolor: 'desk.accent', color: 'desk.onAccent', borderColor: 'desk.accent' }
          : {
              borderColor: done ? 'desk.accentLine' : 'desk.edge',
              bgcolor: done ? 'desk.accentBg' : 'transparent',
            }),
      }}
    >
      {done ? <CheckmarkIcon fontSize="1rem" /> : number}
    </Box>
  );
}
