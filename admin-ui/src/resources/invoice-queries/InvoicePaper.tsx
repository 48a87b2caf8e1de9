import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useFormat, useT } from '../../i18n/index.ts';
import type { AskedInvoice } from './invoice-query.documents.ts';

const MARK = { bgcolor: 'desk.warn.tint', borderRadius: '3px', px: 0.5, color: 'inherit' } as const;

/** The invoice as the customer has it. */
export function InvoicePaper({ invoice }: { invoice: AskedInvoice }) {
  const t = useT();
  return (
    <Box component="section" aria-label={t('invoiceQueries.paper.title')} sx={{ minWidth: 0 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t('invoiceQueries.paper.title')}
      </Typography>
      <Box
        sx={{
          ...{ bgcolor: 'background.paper', border: 1, borderColor: 'desk.edge', p: 2.5, fontSize: 12 },
          ...{ height: 400, overflow: 'auto', display: 'grid', gap: 2, alignContent: 'start' },
        }}
        tabIndex={0}
        role="region"
        aria-label={t(`invoiceQueries.paper.kind.${invoice.kind}`, { number: invoice.number })}
      >
        <Top invoice={invoice} />
        <About invoice={invoice} />
        <Lines invoice={invoice} />
      </Box>
    </Box>
  );
}

function Top({ invoice }: { invoice: AskedInvoice }) {
  const t = useT();
  const format = useFormat();
  return (
    <Box sx={{ display: 'flex', gap: 2 }}>
      <Box sx={{ color: 'desk.text2' }}>
        <Box sx={{ fontWeight: 600, color: 'desk.text' }}>HMS-kort</Box>
        <div>{t('invoiceQueries.paper.seller', { name: invoice.sellerName })}</div>
        <div>
          {t('invoiceQueries.paper.orgNumber', { number: format.orgNumber(invoice.sellerOrgNumber) })}
        </div>
        <div>{t('invoiceQueries.paper.register')}</div>
      </Box>
      <Box sx={{ ml: 'auto', textAlign: 'right', color: 'desk.text2' }}>
        <Typography variant="h3" component="p" sx={{ color: 'desk.text' }}>
          {t(`invoiceQueries.paper.kind.${invoice.kind}`, { number: invoice.number })}
        </Typography>
        <div>{t('invoiceQueries.paper.date', { date: format.date(invoice.issuedOn) })}</div>
        {invoice.dueOn && <div>{t('invoiceQueries.paper.due', { date: format.date(invoice.dueOn) })}</div>}
      </Box>
    </Box>
  );
}

function About({ invoice }: { invoice: AskedInvoice }) {
  const t = useT();
  const format = useFormat();
  const org = invoice.buyerOrgNumber ? `, ${format.orgNumber(invoice.buyerOrgNumber)}` : '';
  return (
    <Box
      component="dl"
      sx={{
        ...{ m: 0, display: 'grid', gridTemplateColumns: '112px minmax(0, 1fr)', rowGap: 0.5 },
        '& dt': { color: 'desk.text2' },
        '& dd': { m: 0, overflowWrap: 'anywhere' },
      }}
    >
      <dt>{t('invoiceQueries.paper.buyer')}</dt>
      <dd>
        {invoice.buyerName}
        {org}
      </dd>
      <dt>{t('invoiceQueries.paper.yourReference')}</dt>
      <dd>
        <Box component="mark" sx={MARK}>
          {invoice.customerReference ?? t('invoiceQueries.paper.none')}
        </Box>
      </dd>
      <dt>{t('invoiceQueries.paper.ourReference')}</dt>
      <dd>{invoice.orderNumber}</dd>
      <dt>{t('invoiceQueries.paper.internal')}</dt>
      <dd>{invoice.internalOrderNumber}</dd>
      <dt>{t('invoiceQueries.paper.kid')}</dt>
      <dd>{invoice.kid}</dd>
    </Box>
  );
}

function Lines({ invoice }: { invoice: AskedInvoice }) {
  const t = useT();
  const format = useFormat();
  const number = { textAlign: 'right !important', whiteSpace: 'nowrap' } as const;
  const total =
    invoice.kind === 'INVOICE' ? 'invoiceQueries.paper.total' : 'invoiceQueries.paper.creditTotal';
  return (
    <Box
      component="table"
      sx={{
        ...{ width: 1, borderCollapse: 'collapse' },
        '& th, & td': {
          textAlign: 'left',
          py: 0.75,
          borderBottom: 1,
          borderColor: 'desk.line',
          verticalAlign: 'top',
        },
        '& thead th': { fontWeight: 400, color: 'desk.text2', borderColor: 'desk.text' },
      }}
    >
      <thead>
        <tr>
          <th scope="col">{t('invoiceQueries.paper.line')}</th>
          {(['quantity', 'price', 'sum'] as const).map(name => (
            <Box key={name} component="th" scope="col" sx={number}>
              {t(`invoiceQueries.paper.${name}`)}
            </Box>
          ))}
        </tr>
      </thead>
      <tbody>
        {invoice.lines.map(line => (
          <tr key={`${line.scheme} ${line.unitOrgNumber} ${line.unitPriceOre}`}>
            <td>
              {t('invoiceQueries.paper.card', { scheme: t(`enums.scheme.${line.scheme}`).toLowerCase() })}
              <Box sx={{ color: 'desk.text2' }}>
                {t('invoiceQueries.paper.unit', { number: format.orgNumber(line.unitOrgNumber) })}
              </Box>
            </td>
            <Box component="td" sx={number}>
              {format.number(line.quantity)}
            </Box>
            <Box component="td" sx={number}>
              {format.kroner(line.unitPriceOre)}
            </Box>
            <Box component="td" sx={number}>
              {format.kroner(line.netOre)}
            </Box>
          </tr>
        ))}
        <tr>
          <td colSpan={3}>{t('invoiceQueries.paper.vat', { percent: invoice.vatPercent })}</td>
          <Box component="td" sx={number}>
            {format.kroner(invoice.vatOre)}
          </Box>
        </tr>
        <Box component="tr" sx={{ fontWeight: 600, fontSize: 13 }}>
          <td colSpan={3}>{t(total)}</td>
          <Box component="td" sx={number}>
            {format.kroner(invoice.grossOre)}
          </Box>
        </Box>
      </tbody>
    </Box>
  );
}
