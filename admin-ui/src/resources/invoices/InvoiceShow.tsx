import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link as RouterLink, useParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { Fact } from '../../shared/Fact.tsx';
import { Lead } from '../../shared/Lead.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { LoggedNote } from '../../shared/LoggedNote.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Section } from '../../shared/Section.tsx';
import { InvoiceFiles } from './InvoiceFiles.tsx';
import { InvoicePaper } from './InvoicePaper.tsx';
import { InvoiceStateChip } from './InvoiceStateChip.tsx';
import type { Invoice, InvoiceEntry } from './invoice.documents.ts';
import { getInvoice } from './invoice.provider.ts';

/** One invoice or credit note: as the buyer sees it, how it stands, and what the books say of it. */
export function InvoiceShow() {
  const t = useT();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['invoice', id],
    queryFn: ({ signal }) => getInvoice(id, signal),
    placeholderData: keepPreviousData,
  });
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingShape />;
  return (
    <>
      <PageHead
        title={`${t(`invoices.kind.${data.kind}`)} ${data.number}`}
        crumb={
          <Link component={RouterLink} to="/invoices">
            {t('invoices.title')}
          </Link>
        }
        status={data.state && <InvoiceStateChip state={data.state} />}
        actions={<ReissueButton invoice={data} />}
      />
      <Box
        sx={{
          px: 3,
          pb: 3,
          display: 'grid',
          gap: 3,
          gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, 720px) minmax(280px, 1fr)' },
          alignItems: 'start',
        }}
      >
        <Box component="section" aria-label={t('invoices.asSeen')} sx={{ display: 'grid', gap: 1 }}>
          <Box
            sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', flexWrap: 'wrap' }}
          >
            <Typography variant="h2">{t('invoices.asSeen')}</Typography>
            <InvoiceFiles invoice={data} />
          </Box>
          <InvoicePaper invoice={data} />
          {data.buyer.orgNumber === null && <LoggedNote />}
        </Box>
        <Box sx={{ display: 'grid', gap: 3 }}>
          <Standing invoice={data} />
          {data.chain.length > 1 && <Chain invoice={data} />}
        </Box>
        <Box sx={{ gridColumn: '1 / -1' }}>
          <Entries entries={data.entries} />
        </Box>
      </Box>
    </>
  );
}

/** Only of what is alive and was billed to a firm; the wizard says the rest. */
function ReissueButton({ invoice: { id, kind, payment, state } }: { invoice: Invoice }) {
  const t = useT();
  const may = useMay();
  const alive =
    kind === 'INVOICE' && payment === 'INVOICE' && state !== 'CREDITED' && state !== 'WRITTEN_OFF';
  if (!alive || !may('reissue', 'propose')) return null;
  return (
    <Button component={RouterLink} to={`/invoices/${id}/reissue`} variant="contained">
      {t('reissues.start')}
    </Button>
  );
}

function Standing({ invoice }: { invoice: Invoice }) {
  const t = useT();
  const format = useFormat();
  const { orderNumber, orderId, grossOre, books, payment, dueOn, buyer } = invoice;
  return (
    <Section title={t('invoices.standing')}>
      <Box component="dl" sx={{ display: 'grid', gap: 1.25, m: 0 }}>
        <Fact label={t('invoices.paper.buyer')}>
          {buyer.orgNumber ? (
            <Lead to={`/firms/${buyer.orgNumber}`} resource="firm">
              {buyer.name}
            </Lead>
          ) : (
            buyer.name
          )}
        </Fact>
        <Fact label={t('invoices.column.order')}>
          <Lead to={`/orders/${orderId}`} resource="order">
            {orderNumber}
          </Lead>
        </Fact>
        <Fact label={t('invoices.payment')}>{t(`orders.payment.${payment}`)}</Fact>
        {dueOn && <Fact label={t('invoices.column.due')}>{format.date(dueOn)}</Fact>}
        {books && (
          <>
            <Fact cut label={t('invoices.column.gross')}>
              {format.kroner(grossOre)}
            </Fact>
            <Fact label={t('invoices.paid')}>
              {format.kroner(grossOre - books.creditedOre - books.writtenOffOre - books.balanceOre)}
            </Fact>
            {books.creditedOre > 0 && (
              <Fact label={t('invoices.credited')}>{format.kroner(books.creditedOre)}</Fact>
            )}
            {books.writtenOffOre > 0 && (
              <Fact label={t('invoices.writtenOff')}>{format.kroner(books.writtenOffOre)}</Fact>
            )}
            <Fact label={t(books.balanceOre < 0 ? 'invoices.owedToBuyer' : 'invoices.owed')}>
              {format.kroner(Math.abs(books.balanceOre))}
            </Fact>
          </>
        )}
      </Box>
    </Section>
  );
}

function Chain({ invoice: { id, chain } }: { invoice: Invoice }) {
  const t = useT();
  const format = useFormat();
  return (
    <Section title={t('invoices.chain')}>
      <Box component="ol" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.75 }}>
        {chain.map(one => {
          const name = `${t(`invoices.kind.${one.kind}`)} ${one.number}`;
          return (
            <li key={one.id}>
              {one.id === id ? (
                <Box component="span" aria-current="true" sx={{ fontWeight: 600 }}>
                  {name}
                </Box>
              ) : (
                <Link component={RouterLink} to={`/invoices/${one.id}`}>
                  {name}
                </Link>
              )}
              <Box sx={{ color: 'desk.text2' }}>
                {`${format.date(one.issuedOn)} · ${format.kroner(one.kind === 'CREDIT_NOTE' ? -one.grossOre : one.grossOre)}`}
              </Box>
            </li>
          );
        })}
      </Box>
    </Section>
  );
}

function Entries({ entries }: { entries: readonly InvoiceEntry[] }) {
  const t = useT();
  const columns = useColumns();
  return (
    <Box component="section" aria-label={t('invoices.books')} sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h2">{t('invoices.books')}</Typography>
      <DeskTable label={t('invoices.books')} columns={columns} rows={entries} rowKey={entry => entry.id} />
    </Box>
  );
}

function useColumns(): Column<InvoiceEntry>[] {
  const t = useT();
  const format = useFormat();
  return [
    { key: 'voucher', label: t('invoices.column.voucher'), width: 130, render: ({ voucher }) => voucher },
    {
      ...{ key: 'on', label: t('invoices.column.bookedOn'), width: 120 },
      render: ({ bookedOn }) => format.date(bookedOn),
    },
    {
      ...{ key: 'kind', label: t('invoices.column.kind'), width: 140 },
      render: ({ kind }) => t(`invoices.voucher.${kind}`),
    },
    { key: 'text', label: t('invoices.column.text'), render: ({ text }) => text },
    {
      ...{ key: 'account', label: t('invoices.column.account'), width: 270 },
      render: ({ account, accountName }) => `${account} ${accountName}`,
    },
    {
      ...{ key: 'debit', label: t('invoices.column.debit'), width: 110, align: 'right' },
      render: ({ amountOre }) => (amountOre > 0 ? format.kroner(amountOre) : ''),
    },
    {
      ...{ key: 'credit', label: t('invoices.column.credit'), width: 110, align: 'right' },
      render: ({ amountOre }) => (amountOre < 0 ? format.kroner(-amountOre) : ''),
    },
  ];
}
