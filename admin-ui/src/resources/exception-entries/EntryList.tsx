import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import useMediaQuery from '@mui/material/useMediaQuery';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Pager } from '../../shared/Pager.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { useKeysetPage } from '../../shared/useKeysetPage.ts';
import { ChosenBar } from './ChosenBar.tsx';
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
import { type Chosen, useChosen } from './useChosen.ts';
import { useEntryWords } from './useEntryWords.ts';

/** The registers of exceptions: a tab each, what soon ends, and a filter that is in the address. */
export function EntryList() {
  const t = useT();
  const mayPropose = useMay()('decision', 'propose');
  const chosen = useChosen();
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
                {mayPropose && <ChosenBar chosen={chosen} filter={filter} count={data.count} />}
                <Rows rows={data.rows} chosen={mayPropose ? chosen : null} />
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

interface RowsProps {
  rows: readonly EntryRow[];
  /** Null for who may only look. */
  chosen: Chosen | null;
}

function Rows({ rows, chosen }: RowsProps) {
  const t = useT();
  const columns = useColumns();
  const choosing = useChoosing(rows, chosen);
  return (
    <DeskTable
      label={t('entries.title')}
      columns={[...choosing, ...columns]}
      rows={rows}
      rowKey={row => row.id}
    />
  );
}

/** A box for each row, and one above for all that are on the page. */
function useChoosing(rows: readonly EntryRow[], chosen: Chosen | null): Column<EntryRow>[] {
  const t = useT();
  const words = useEntryWords();
  if (!chosen) return [];
  const ids = rows.map(({ id }) => id);
  const some = ids.some(chosen.has);
  const all = ids.every(chosen.has);
  return [
    {
      ...{ key: 'choose', label: t('withdrawals.chooseAll'), width: 44 },
      head: (
        <Checkbox
          size="small"
          checked={all}
          indeterminate={some && !all}
          onChange={() => chosen.set(ids, !all)}
          slotProps={{ input: { 'aria-label': t('withdrawals.chooseAll') } }}
          sx={{ p: 0.25 }}
        />
      ),
      render: row => (
        <Checkbox
          size="small"
          checked={chosen.has(row.id)}
          onChange={event => chosen.set([row.id], event.target.checked)}
          slotProps={{ input: { 'aria-label': t('withdrawals.choose', { who: words.who(row) }) } }}
          sx={{ p: 0.25 }}
        />
      ),
    },
  ];
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
  const firm: Column<EntryRow> = {
    ...{ key: 'firm', label: t('entries.column.firm') },
    render: row => row.firm.name,
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
    ...(roomy ? [firm] : []),
    { key: 'code', label: t('entries.column.code'), render: row => t(`entries.code.${row.code}`) },
    ...(roomy ? [from] : []),
    { key: 'until', label: t('entries.column.until'), width: 208, render: until },
    {
      ...{ key: 'state', label: t('entries.column.state'), width: 124 },
      render: row => <EntryStateChip state={row.state} />,
    },
  ];
}
