import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import useMediaQuery from '@mui/material/useMediaQuery';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, Navigate, useParams, useSearchParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Pager } from '../../shared/Pager.tsx';
import { useKeysetPage } from '../../shared/useKeysetPage.ts';
import { ApprovalStatusChip } from './ApprovalStatusChip.tsx';
import { CountyTable } from './CountyTable.tsx';
import { FirmName } from './FirmName.tsx';
import type { ApprovedFirm, RegisterPage } from './firm-register.documents.ts';
import { listApprovedFirms } from './firm-register.provider.ts';
import { RegisterFilters } from './RegisterFilters.tsx';
import {
  isFiltered,
  type ListFilter,
  NO_FILTER,
  pathOfRegister,
  readFilter,
  registerOfPath,
  registers,
  toRegisterFilter,
  writeFilter,
} from './register-filter.rules.ts';
import { useCountyName } from './useCountyName.ts';

type Register = ApprovedFirm['register'];

/** `/firm-registers/:register`: which firms are approved, wait or are refused, and how many in each county. */
export function FirmRegister() {
  const register = registerOfPath(useParams().register);
  if (!register) return <Navigate to={pathOfRegister('CLEANING_APPROVAL')} replace />;
  return <Page key={register} register={register} />;
}

function Page({ register }: { register: Register }) {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const filter = readFilter(params);
  const counties = params.get('view') === 'counties';
  const change = (part: Partial<ListFilter> & { view?: string }) =>
    setParams(current => writeFilter(current, part), { replace: true });
  const page = useKeysetPage(25);
  const { first, after } = page;
  const asked = toRegisterFilter(register, filter);
  const { data, error, refetch } = useQuery({
    queryKey: ['firm-register', register, asked, first, after],
    queryFn: ({ signal }) => listApprovedFirms({ register, filter: asked, page: { first, after } }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead
        title={t(`firmRegisters.name.${register}`)}
        lead={t('firmRegisters.lead')}
        actions={
          <Button
            variant="outlined"
            color="inherit"
            onClick={() => change({ view: counties ? '' : 'counties' })}
          >
            {t(counties ? 'firmRegisters.showFirms' : 'firmRegisters.showCounties')}
          </Button>
        }
      />
      <Box sx={{ px: 3, pb: 3 }}>
        <RegisterTabs register={register} />
        <Box
          sx={{
            ...{ display: 'grid', gap: 2.5, pt: 1.75, alignItems: 'start' },
            gridTemplateColumns: '224px minmax(0, 1fr)',
          }}
        >
          <RegisterFilters
            register={register}
            filter={filter}
            overview={data?.overview ?? []}
            onChange={change}
          />
          <Box sx={{ minWidth: 0 }}>
            {error && !data && <ErrorPanel error={error} onRetry={() => void refetch()} />}
            {!data && !error && <LoadingShape shape="rows" rows={12} />}
            {data && counties && (
              <CountyTable register={register} overview={data.overview} onChoose={change} />
            )}
            {data && !counties && data.rows.length === 0 && <Nothing filter={filter} onChange={change} />}
            {data && !counties && data.rows.length > 0 && (
              <>
                <Rows register={register} rows={data.rows} />
                <Pager page={page} pageInfo={data.pageInfo} rows={data.rows.length} count={data.count} />
              </>
            )}
          </Box>
        </Box>
      </Box>
    </>
  );
}

function RegisterTabs({ register }: { register: Register }) {
  const t = useT();
  return (
    <Tabs component="nav" value={register} aria-label={t('firmRegisters.registers')}>
      {registers.map(one => (
        <Tab
          key={one}
          value={one}
          component={Link}
          to={pathOfRegister(one)}
          aria-current={one === register ? 'page' : undefined}
          label={t(`firmRegisters.name.${one}`)}
        />
      ))}
    </Tabs>
  );
}

interface NothingProps {
  filter: ListFilter;
  onChange: (part: Partial<ListFilter>) => void;
}

function Nothing({ filter, onChange }: NothingProps) {
  const t = useT();
  return (
    <EmptyState
      title={t('firmRegisters.none')}
      text={t(isFiltered(filter) ? 'firmRegisters.noneFiltered' : 'firmRegisters.noneText')}
      actions={
        isFiltered(filter) && (
          <Button variant="outlined" onClick={() => onChange(NO_FILTER)}>
            {t('applications.filter.clear')}
          </Button>
        )
      }
    />
  );
}

function Rows({ register, rows }: { register: Register; rows: RegisterPage['rows'] }) {
  const t = useT();
  const columns = useColumns(register);
  return (
    <DeskTable
      label={t(`firmRegisters.name.${register}`)}
      columns={columns}
      rows={rows}
      rowKey={row => row.id}
    />
  );
}

function useColumns(register: Register): Column<ApprovedFirm>[] {
  const t = useT();
  const format = useFormat();
  const countyName = useCountyName();
  const roomy = useMediaQuery('(min-width: 1280px)');
  const wide = useMediaQuery('(min-width: 1400px)');
  const county: Column<ApprovedFirm> = {
    ...{ key: 'county', label: t('firmRegisters.column.county'), width: 140 },
    render: row => countyName(row.county),
  };
  const until: Column<ApprovedFirm> = {
    ...{ key: 'until', label: t('firmRegisters.column.validTo'), width: 120 },
    render: ({ validTo }) => (validTo ? format.date(validTo) : '–'),
  };
  const number: Column<ApprovedFirm> = {
    ...{ key: 'number', label: t('firmRegisters.column.orgNumber'), width: 108 },
    render: ({ firm }) => format.orgNumber(firm.orgNumber),
  };
  return [
    {
      ...{ key: 'firm', label: t('firmRegisters.column.firm') },
      render: ({ firm }) => (
        <FirmName firm={firm} note={roomy ? undefined : format.orgNumber(firm.orgNumber)} />
      ),
    },
    ...(roomy ? [number] : []),
    {
      ...{ key: 'status', label: t('firmRegisters.column.status'), width: 236 },
      render: row => <ApprovalStatusChip status={row.status} lapsed={row.lapsed} />,
    },
    {
      ...{ key: 'since', label: t('firmRegisters.column.since'), width: 116 },
      render: ({ since }) => format.date(since),
    },
    ...(register === 'STAFFING' ? [until] : []),
    ...(wide ? [county] : []),
    {
      ...{ key: 'case', label: t('firmRegisters.column.openCase'), width: 112 },
      render: ({ openCase }) =>
        openCase ? <Link to={`/cases/${openCase.id}`}>{openCase.number}</Link> : '–',
    },
  ];
}
