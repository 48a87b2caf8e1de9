import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { FileExportIcon, PadlockLockedIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Section } from '../../shared/Section.tsx';
import { useWhen } from '../../shared/useWhen.ts';
import type { Books, LedgerDay } from './books.documents.ts';
import { getBooks } from './books.provider.ts';
import { CloseDialog } from './CloseDialog.tsx';
import { LedgerDialog } from './LedgerDialog.tsx';

/** The books: what was posted day by day, what is closed, and the journal as a file. */
export function BooksPage() {
  const t = useT();
  const { data, error, refetch } = useQuery({
    queryKey: ['books'],
    queryFn: ({ signal }) => getBooks(signal),
  });
  return (
    <>
      <PageHead title={t('books.title')} lead={t('books.lead')} actions={data && <Actions books={data} />} />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 3, maxWidth: 1000 }}>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape />}
        {data && <Days days={data.days} />}
        {data && <Closings books={data} />}
      </Box>
    </>
  );
}

function Actions({ books }: { books: Books }) {
  const t = useT();
  const may = useMay();
  const [open, setOpen] = useState<'close' | 'export' | null>(null);
  const shut = () => setOpen(null);
  return (
    <>
      {may('ledger', 'close') && (
        <Button
          variant="outlined"
          startIcon={<PadlockLockedIcon aria-hidden fontSize="1.25rem" />}
          onClick={() => setOpen('close')}
        >
          {t('books.close')}
        </Button>
      )}
      {may('ledger', 'export') && (
        <Button
          variant="contained"
          startIcon={<FileExportIcon aria-hidden fontSize="1.25rem" />}
          onClick={() => setOpen('export')}
        >
          {t('books.export')}
        </Button>
      )}
      {open === 'close' && <CloseDialog closedThrough={books.closedThrough} onClose={shut} />}
      {open === 'export' && <LedgerDialog onClose={shut} />}
    </>
  );
}

function Days({ days }: { days: readonly LedgerDay[] }) {
  const t = useT();
  const columns = useColumns();
  if (days.length === 0) return <EmptyState title={t('books.empty')} text={t('books.emptyText')} />;
  return (
    <Section title={t('books.days')}>
      <DeskTable label={t('books.days')} columns={columns} rows={days} rowKey={day => day.on} />
    </Section>
  );
}

function useColumns(): Column<LedgerDay>[] {
  const t = useT();
  const format = useFormat();
  return [
    { key: 'on', label: t('books.column.on'), render: ({ on }) => format.date(on) },
    {
      ...{ key: 'vouchers', label: t('books.column.vouchers'), width: 120, align: 'right' },
      render: ({ vouchers }) => format.number(vouchers),
    },
    {
      ...{ key: 'debit', label: t('invoices.column.debit'), width: 180, align: 'right' },
      render: ({ debitOre }) => format.kroner(debitOre),
    },
    {
      ...{ key: 'credit', label: t('invoices.column.credit'), width: 180, align: 'right' },
      render: ({ creditOre }) => format.kroner(creditOre),
    },
  ];
}

function Closings({ books: { closings } }: { books: Books }) {
  const t = useT();
  const format = useFormat();
  const when = useWhen();
  return (
    <Section title={t('books.closed')}>
      {closings.length === 0 && t('books.neverClosed')}
      <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.5 }}>
        {closings.map(({ id, through, closedAt, closedBy }) => (
          <li key={id}>
            {t('books.closedLine', { day: format.date(through), name: closedBy.name, when: when(closedAt) })}
          </li>
        ))}
      </Box>
    </Section>
  );
}
