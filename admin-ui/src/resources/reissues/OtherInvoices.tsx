import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useFormat, useT } from '../../i18n/index.ts';
import { Section } from '../../shared/Section.tsx';
import { listInvoices } from '../invoices/invoice.provider.ts';

interface OtherInvoicesProps {
  /** The invoice one came from. */
  of: string;
  orgNumber: string | null;
  chosen: readonly string[];
  onChange: (ids: readonly string[]) => void;
}

const MOST = 100;

/** The firm's other invoices, for those that gave the same wrong reference many times. */
export function OtherInvoices({ of, orgNumber, chosen, onChange }: OtherInvoicesProps) {
  const t = useT();
  const format = useFormat();
  const { data } = useQuery({
    queryKey: ['invoices', 'of', orgNumber],
    queryFn: ({ signal }) =>
      listInvoices({ filter: { text: orgNumber }, page: { first: MOST, after: null } }, signal),
    enabled: orgNumber !== null,
  });
  const rows = (data?.rows ?? []).filter(
    ({ id, kind, state }) =>
      id !== of && kind === 'INVOICE' && state !== 'CREDITED' && state !== 'WRITTEN_OFF',
  );
  if (rows.length === 0) return null;
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id]);
  return (
    <Section title={t('reissues.others')} aside={t('reissues.chosen', { smart_count: chosen.length + 1 })}>
      <Typography sx={{ color: 'desk.text2', mb: 1 }}>{t('reissues.othersHelp')}</Typography>
      <Button size="small" onClick={() => onChange(rows.map(({ id }) => id))}>
        {t('reissues.all')}
      </Button>
      <Box sx={{ display: 'grid', maxHeight: 240, overflowY: 'auto' }}>
        {rows.map(({ id, number, customerReference, issuedOn, grossOre }) => (
          <FormControlLabel
            key={id}
            control={<Checkbox checked={chosen.includes(id)} onChange={() => toggle(id)} size="small" />}
            label={[number, format.date(issuedOn), customerReference ?? '–', format.kroner(grossOre)].join(
              ' · ',
            )}
          />
        ))}
      </Box>
    </Section>
  );
}
