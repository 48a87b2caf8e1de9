import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { FileExportIcon } from '@navikt/aksel-icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { LoggedNote } from '../../shared/LoggedNote.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Pager } from '../../shared/Pager.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { useKeysetPage } from '../../shared/useKeysetPage.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { JournalFilters } from './JournalFilters.tsx';
import type { JournalRow } from './journal.documents.ts';
import { listJournal } from './journal.provider.ts';
import { type JournalWords, readWords, toJournalFilter, writeWords } from './journal-filter.rules.ts';

/** What came in, went out, or was written within, newest day first. */
export function JournalList() {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const words = readWords(params);
  const change = (part: Partial<JournalWords>) =>
    setParams(current => writeWords(current, part), { replace: true });
  return (
    <>
      <PageHead title={t('journal.title')} lead={t('journal.lead')} actions={<Export words={words} />} />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 2 }}>
        <JournalFilters words={words} onChange={change} />
        <Entries words={words} />
      </Box>
    </>
  );
}

function Export({ words: { from, to } }: { words: JournalWords }) {
  const t = useT();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may('journal', 'export')) return null;
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<FileExportIcon aria-hidden fontSize="1.25rem" />}
        onClick={() => setOpen(true)}
      >
        {t('journal.export')}
      </Button>
      {open && <ExportDialog from={from} to={to} onClose={() => setOpen(false)} />}
    </>
  );
}

function Entries({ words }: { words: JournalWords }) {
  const t = useT();
  const page = useKeysetPage(25);
  const { first, after } = page;
  const filter = toJournalFilter(words);
  const { data, error, refetch } = useQuery({
    queryKey: ['journal', filter, first, after],
    queryFn: ({ signal }) => listJournal({ filter, page: { first, after } }, signal),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingShape />;
  if (data.rows.length === 0) return <EmptyState title={t('journal.empty')} text={t('journal.emptyText')} />;
  return (
    <div>
      <DeskTable label={t('journal.title')} columns={columns} rows={data.rows} rowKey={row => row.id} />
      <Pager page={page} pageInfo={data.pageInfo} rows={data.rows.length} count={data.count} />
      <LoggedNote />
    </div>
  );
}

function useColumns(): Column<JournalRow>[] {
  const t = useT();
  const format = useFormat();
  return [
    {
      ...{ key: 'case', label: t('journal.column.case'), width: 136 },
      render: ({ caseId, caseNumber }) => <RowLink to={`/cases/${caseId}`}>{caseNumber}</RowLink>,
    },
    {
      ...{ key: 'number', label: t('journal.column.number'), width: 56, align: 'right' },
      render: ({ entryNumber }) => format.number(entryNumber),
    },
    { key: 'on', label: t('journal.column.on'), width: 120, render: ({ on }) => format.date(on) },
    {
      ...{ key: 'type', label: t('journal.column.type'), width: 160 },
      render: ({ type }) => t(`journal.type.${type}`),
    },
    {
      ...{ key: 'title', label: t('journal.column.title') },
      render: ({ title }) => (
        <Box component="span" sx={{ whiteSpace: 'normal' }}>
          {title}
        </Box>
      ),
    },
    {
      ...{ key: 'correspondent', label: t('journal.column.correspondent'), width: 200 },
      render: ({ correspondent }) => correspondent ?? '–',
    },
    {
      ...{ key: 'access', label: t('journal.column.access'), width: 90 },
      render: ({ accessCode, accessBasis }) =>
        accessCode ? <span title={accessBasis ?? undefined}>{accessCode}</span> : t('journal.public'),
    },
  ];
}
