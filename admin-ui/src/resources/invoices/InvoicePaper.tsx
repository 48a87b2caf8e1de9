import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useFormat, useT } from '../../i18n/index.ts';
import type { Invoice } from './invoice.documents.ts';

type Said = Omit<Invoice, 'books' | 'chain' | 'entries' | 'state' | 'orderId'>;

/** The invoice as the buyer sees it: what was said on the day, and nothing of what happened since. */
export function InvoicePaper({ invoice }: { invoice: Said }) {
  return (
    <Box
      sx={{
        bgcolor: 'desk.paper',
        border: 1,
        borderColor: 'desk.line2',
        p: { xs: 2.5, lg: 4 },
        display: 'grid',
        gap: 3,
        alignContent: 'start',
        maxWidth: 720,
      }}
    >
      <PaperHead invoice={invoice} />
      <PaperFacts invoice={invoice} />
      <PaperLines invoice={invoice} />
    </Box>
  );
}

function PaperHead({ invoice: { kind, number, issuedOn, dueOn, seller } }: { invoice: Said }) {
  const t = useT();
  const format = useFormat();
  const { name, orgNumber, street, postcode, city } = seller;
  return (
    <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 3, flexWrap: 'wrap' }}>
      <Box sx={{ color: 'desk.text2' }}>
        <Box sx={{ fontWeight: 600, color: 'desk.text' }}>HMS-kort</Box>
        <div>{t('invoices.paper.issuer', { name })}</div>
        <div>{t('invoices.paper.vatNumber', { number: format.orgNumber(orgNumber) })}</div>
        <div>{t('invoices.paper.register')}</div>
        <div>{[street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ')}</div>
      </Box>
      <Box sx={{ textAlign: 'right', color: 'desk.text2' }}>
        <Typography variant="h2" component="div" sx={{ color: 'desk.text' }}>
          {`${t(`invoices.kind.${kind}`)} ${number}`}
        </Typography>
        <div>{t('invoices.paper.date', { day: format.date(issuedOn) })}</div>
        {dueOn && <div>{t('invoices.paper.due', { day: format.date(dueOn) })}</div>}
      </Box>
    </Box>
  );
}

function PaperFacts({ invoice }: { invoice: Said }) {
  const t = useT();
  const format = useFormat();
  const { buyer, customerReference, orderNumber, internalOrderNumber, kid, seller } = invoice;
  const place = [buyer.street, [buyer.postcode, buyer.city].filter(Boolean).join(' ')];
  const facts: [string, string][] = [
    [
      t('invoices.paper.buyer'),
      [buyer.name, buyer.orgNumber && format.orgNumber(buyer.orgNumber)].filter(Boolean).join(', '),
    ],
    ['', place.filter(Boolean).join(', ')],
    [t('invoices.paper.yourReference'), customerReference ?? '–'],
    [t('invoices.paper.ourReference'), orderNumber],
    [t('invoices.paper.internalOrder'), internalOrderNumber],
    [t('invoices.paper.account'), seller.bankAccount.replace(/(\d{4})(\d{2})(\d{5})/, '$1 $2 $3')],
    [t('invoices.paper.kid'), kid],
  ];
  return (
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: '140px 1fr', rowGap: 0.75, m: 0 }}>
      {facts
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <Box key={`${label} ${text}`} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ color: 'desk.text2' }}>
              {label}
            </Box>
            <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
              {text}
            </Box>
          </Box>
        ))}
    </Box>
  );
}

function PaperLines({ invoice }: { invoice: Said }) {
  const t = useT();
  const format = useFormat();
  const { kind, lines, vatPercent, vatOre, grossOre } = invoice;
  return (
    <Table aria-label={t('invoices.paper.lines')} sx={{ '& td, & th': { verticalAlign: 'top' } }}>
      <TableHead>
        <TableRow>
          <TableCell scope="col">{t('invoices.paper.line')}</TableCell>
          <TableCell scope="col" align="right">
            {t('invoices.paper.quantity')}
          </TableCell>
          <TableCell scope="col" align="right">
            {t('invoices.paper.price')}
          </TableCell>
          <TableCell scope="col" align="right">
            {t('invoices.paper.sum')}
          </TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map(({ scheme, unitOrgNumber, quantity, unitPriceOre, netOre }) => (
          <TableRow key={`${scheme} ${unitOrgNumber}`}>
            <TableCell>
              <div>{t('invoices.paper.card', { scheme: t(`enums.scheme.${scheme}`) })}</div>
              <Box sx={{ color: 'desk.text2' }}>
                {t('invoices.paper.unit', { number: format.orgNumber(unitOrgNumber) })}
              </Box>
            </TableCell>
            <TableCell align="right">{format.number(quantity)}</TableCell>
            <TableCell align="right">{format.kroner(unitPriceOre)}</TableCell>
            <TableCell align="right">{format.kroner(netOre)}</TableCell>
          </TableRow>
        ))}
        <TableRow>
          <TableCell colSpan={3}>{t('invoices.paper.vat', { percent: vatPercent })}</TableCell>
          <TableCell align="right">{format.kroner(vatOre)}</TableCell>
        </TableRow>
        <TableRow sx={{ '& td': { fontWeight: 600, borderBottom: 2, borderColor: 'desk.text' } }}>
          <TableCell colSpan={3}>{t(`invoices.paper.total.${kind}`)}</TableCell>
          <TableCell align="right">{format.kroner(grossOre)}</TableCell>
        </TableRow>
      </TableBody>
    </Table>
  );
}
