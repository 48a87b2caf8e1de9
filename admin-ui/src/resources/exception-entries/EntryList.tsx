import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import useMediaQuery from '@mui/material/useMediaQuery';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Pager } from '../../shared/Pager.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { useKeysetPage } from '../../shared/useKeysetPage.ts';
import { EntryFilters } from './EntryFilters.tsx';
import { EntryStateChip } from './EntryStateChip.tsx';
import type { EntryRow, Facets } from './entry.documents.ts';
import { listEntries } from './entry.provider.ts';
import {
  isFiltered,
  type ListFilter,
  NO_FILTER,
  readFilter,
  registerOf,
  registers,
  toEntryFilter,
  writeFilter,
} from './entry-filter.rules.ts';
import { useEntryWords } from './useEntryWords.ts';

/** The registers of exceptions: a tab each, what soon ends, and a filter that is in the address. */
export function EntryList() {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const filter = readFilter(params);
  const change = (part: Partial<ListFilter>) =>
    setParams(current => writeFilter(current, part), { replace: true });
  const page = useKeysetPage(25);
  const { first, after } = page;
  const asked = toEntryFilter(filter);
  const { data, error, refetch } = useQuery({
    queryKey: ['exception-entries', asked, first, after],
    queryFn: ({ signal }) => listEntries({ filter: asked, page: { first, after } }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead title={t('entries.title')} lead={t('entries.lead')} />
      <Box sx={{ px: 3, pb: 3 }}>
        <RegisterTabs filter={filter} facets={data?.facets ?? null} onChange={change} />
        <Box
          sx={{
            ...{ display: 'grid', gap: 2.5, pt: 1.75, alignItems: 'start' },
            gridTemplateColumns: '224px minmax(0, 1fr)',
          }}
        >
          <EntryFilters filter={filter} facets={data?.facets ?? null} onChange={change} />
          <div>
            {error && !data && <ErrorPanel error={error} onRetry={() => void refetch()} />}
            {!data && !error && <LoadingShape shape="rows" rows={12} />}
            {data?.rows.length === 0 && <Nothing filter={filter} onChange={change} />}
            {data && data.rows.length > 0 && (
              <>
                <Rows rows={data.rows} />
                <Pager page={page} pageInfo={data.pageInfo} rows={data.rows.length} count={data.count} />
              </>
            )}
          </div>
        </Box>
      </Box>
    </>
  );
}

interface FilterProps {
  filter: ListFilter;
  onChange: (part: Partial<ListFilter>) => void;
}

const ALL = 'ALL';

function RegisterTabs({ filter, facets, onChange }: FilterProps & { facets: Facets | null }) {
  const t = useT();
  const format = useFormat();
  const count = (register: EntryRow['register']) => {
    const found = facets?.register.find(({ value }) => value === register);
    return found ? ` ${format.count(found.count)}` : '';
  };
  return (
    <Tabs
      value={registerOf(filter) ?? ALL}
      onChange={(_, next: string) => onChange({ register: next === ALL ? '' : next })}
      aria-label={t('entries.registers')}
    >
      <Tab value={ALL} label={t('entries.all')} />
      {registers.map(register => (
        <Tab
          key={register}
          value={register}
          label={`${t(`entries.register.${register}`)}${count(register)}`}
        />
      ))}
    </Tabs>
  );
}

function Nothing({ filter, onChange }: FilterProps) {
  const t = useT();
  return (
    <EmptyState
      title={t(filter.soon ? 'entries.noneSoon' : 'entries.none')}
      text={t(isFiltered(filter) ? 'entries.noneFiltered' : 'entries.noneText')}
      actions={
        isFiltered(filter) && (
          <Button variant="outlined" onClick={() => onChange({ ...NO_FILTER, register: filter.register })}>
            {t('entries.filter.clear')}
          </Button>
        )
      }
    />
  );
}

function Rows({ rows }: { rows: readonly EntryRow[] }) {
  const t = useT();
  return <DeskTable label={t('entries.title')} columns={useColumns()} rows={rows} rowKey={row => row.id} />;
}

function useColumns(): Column<EntryRow>[] {
  const t = useT();
  const roomy = useMediaQuery('(min-width: 1280px)');
  const words = useEntryWords();
  const format = useFormat();
  const until = (row: EntryRow) => {
    const left = words.left(row);
    return left ? `${words.until(row)}, ${left}` : words.until(row);
  };
  const from: Column<EntryRow> = {
    ...{ key: 'from', label: t('entries.column.from'), width: 112 },
    render: row => format.date(row.fromOn),
  };
  return [
    {
      ...{ key: 'who', label: t('entries.column.who') },
      render: row => <RowLink to={`/exception-entries/${row.id}`}>{words.who(row)}</RowLink>,
    },
    { key: 'firm', label: t('entries.column.firm'), render: row => row.firm.name },
    { key: 'code', label: t('entries.column.code'), render: row => t(`entries.code.${row.code}`) },
    ...(roomy ? [from] : []),
    { key: 'until', label: t('entries.column.until'), width: 208, render: until },
    {
      ...{ key: 'state', label: t('entries.column.state'), width: 124 },
      render: row => <EntryStateChip state={row.state} />,
    },
  ];
}
