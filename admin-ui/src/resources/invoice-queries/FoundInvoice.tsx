import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { Notice } from '../../shared/Notice.tsx';
import { useCaseDesk } from '../cases/CaseContext.tsx';
import { ChooseInvoice } from './ChooseInvoice.tsx';
import type { AskedInvoice, InvoiceQuery } from './invoice-query.documents.ts';

/** Which invoice it is and how that is known; or why it is not, and what to do. */
export function FoundInvoice({ query }: { query: InvoiceQuery }) {
  const t = useT();
  const [choosing, setChoosing] = useState(false);
  const { allowedActions } = useCaseDesk().detail;
  const { invoice, foundBy, confirmedBy } = query;
  const found = invoice !== null && foundBy !== null && confirmedBy !== null;
  return (
    <>
      {found ? (
        <Notice tone="ok" title={t('invoiceQueries.found.title')}>
          <Typography sx={{ fontSize: 14, overflowWrap: 'anywhere' }}>
            {t('invoiceQueries.found.how', {
              number: invoice.number,
              by: t(`invoiceQueries.found.by.${foundBy}`),
              confirmed: t(`invoiceQueries.found.confirmed.${confirmedBy}`, {
                reason: query.chosenReason ?? '',
              }),
            })}
          </Typography>
        </Notice>
      ) : (
        <Notice tone="warn" title={t('invoiceQueries.ambiguous.title')}>
          <Typography sx={{ fontSize: 14 }}>
            {query.reason && t(`invoiceQueries.ambiguous.${query.reason}`)}{' '}
            {t('invoiceQueries.ambiguous.ask')}
          </Typography>
        </Notice>
      )}
      {allowedActions.includes('CHOOSE_INVOICE') && (
        <Button
          variant="outlined"
          size="small"
          sx={{ justifySelf: 'start' }}
          onClick={() => setChoosing(true)}
        >
          {t('invoiceQueries.choose.open')}
        </Button>
      )}
      {choosing && <ChooseInvoice query={query} onClose={() => setChoosing(false)} />}
      {invoice && <Facts invoice={invoice} />}
    </>
  );
}

function Facts({ invoice }: { invoice: AskedInvoice }) {
  const t = useT();
  const format = useFormat();
  const cards = invoice.lines.reduce((sum, line) => sum + line.quantity, 0);
  return (
    <Box component="section" aria-label={t('invoiceQueries.facts.title')}>
      <Typography variant="h2" sx={{ mb: 0.75 }}>
        {t('invoiceQueries.facts.title')}
      </Typography>
      <Box
        component="dl"
        sx={{
          ...{
            m: 0,
            display: 'grid',
            gridTemplateColumns: '104px minmax(0, 1fr)',
            rowGap: 0.75,
            fontSize: 14,
          },
          '& dt': { color: 'desk.text2' },
          '& dd': { m: 0, overflowWrap: 'anywhere' },
        }}
      >
        <dt>{t('invoiceQueries.facts.buyer')}</dt>
        <dd>
          {invoice.buyerName}
          <Typography variant="caption" component="div" sx={{ color: 'desk.text2' }}>
            {invoice.buyerOrgNumber
              ? format.orgNumber(invoice.buyerOrgNumber)
              : t('invoiceQueries.facts.person')}
          </Typography>
        </dd>
        <dt>{t('invoiceQueries.facts.ourReference')}</dt>
        <dd>
          <Link component={RouterLink} to={`/orders/${invoice.orderNumber}`}>
            {invoice.orderNumber}
          </Link>
          , {t('invoiceQueries.facts.cards', { smart_count: cards })}
        </dd>
        <dt>{t('invoiceQueries.facts.amount')}</dt>
        <dd>{format.kroner(invoice.grossOre)}</dd>
        {invoice.dueOn && (
          <>
            <dt>{t('invoiceQueries.facts.due')}</dt>
            <dd>{format.date(invoice.dueOn)}</dd>
          </>
        )}
        {invoice.state && (
          <>
            <dt>{t('invoiceQueries.facts.paid')}</dt>
            <dd>{t(`invoiceQueries.facts.state.${invoice.state}`)}</dd>
          </>
        )}
        {invoice.balanceOre !== null && (
          <>
            <dt>{t('invoiceQueries.facts.owed')}</dt>
            <dd>{format.kroner(invoice.balanceOre)}</dd>
          </>
        )}
        <dt>{t('invoiceQueries.facts.ehf')}</dt>
        <dd>{t(`invoiceQueries.facts.payment.${invoice.payment}`)}</dd>
      </Box>
      {invoice.replacedBy && (
        <Typography sx={{ mt: 1, fontSize: 14 }}>
          {t('invoiceQueries.facts.replacedBy', { number: invoice.replacedBy })}
        </Typography>
      )}
    </Box>
  );
}
