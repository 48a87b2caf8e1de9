import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { usePolling } from '../../shared/activity.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Pager } from '../../shared/Pager.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { useKeysetPage } from '../../shared/useKeysetPage.ts';
import { ApplicationFilters } from './ApplicationFilters.tsx';
import { ApplicationStatusChip } from './ApplicationStatusChip.tsx';
import type { ApplicationRow } from './application.documents.ts';
import { listApplications } from './application.provider.ts';
import { useCodeName } from './application-words.ts';
import {
  CLEARED,
  countFilters,
  type ListFilter,
  readFilter,
  toApplicationFilter,
  writeFilter,
} from './list-filter.rules.ts';

const POLL_MS = 60_000;

/** Whoever may decide sees the case behind an application; the others see how far it has come. */
export const useOpensCases = () => useMay()('decision', 'read');

/** `/applications`: all of the authority's, and for the issuer those it registered. */
export function ApplicationList() {
  const t = useT();
  const may = useMay();
  const all = useOpensCases();
  const [params, setParams] = useSearchParams();
  const filter = readFilter(params);
  const change = (part: Partial<ListFilter>) =>
    setParams(current => writeFilter(current, part), { replace: true });
  return (
    <>
      <PageHead
        title={t('applications.title')}
        lead={t(all ? 'applications.lead' : 'applications.leadIssuer')}
        actions={
          may('application', 'register') && (
            <>
              {may('decision', 'propose') && (
                <Button component={Link} to="/applications/new-approval" variant="outlined" color="inherit">
                  {t('approvals.form.open')}
                </Button>
              )}
              <Button component={Link} to="/applications/new" variant="contained">
                {t('applications.form.open')}
              </Button>
            </>
          )
        }
      />
      <Box
        sx={{
          ...{ display: 'grid', gridTemplateColumns: '216px minmax(0, 1fr)', gap: 2.5 },
          ...{ px: 3, pb: 3, alignItems: 'start' },
        }}
      >
        <ApplicationFilters filter={filter} withDue={all} onChange={change} />
        <Rows filter={filter} onChange={change} />
      </Box>
    </>
  );
}

interface RowsProps {
  filter: ListFilter;
  onChange: (part: Partial<ListFilter>) => void;
}

function Rows({ filter, onChange }: RowsProps) {
  const t = useT();
  const page = useKeysetPage(25);
  const { first, after } = page;
  const asked = toApplicationFilter(filter);
  const { data, error, refetch } = useQuery({
    queryKey: ['applications', asked, first, after],
    queryFn: ({ signal }) => listApplications({ filter: asked, page: { first, after } }, signal),
    refetchInterval: usePolling(POLL_MS),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  if (error && !data) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingShape shape="rows" rows={12} />;
  if (data.rows.length === 0) return <Nothing filter={filter} onChange={onChange} />;
  return (
    <div>
      <DeskTable label={t('applications.title')} columns={columns} rows={data.rows} rowKey={row => row.id} />
      <Pager page={page} pageInfo={data.pageInfo} rows={data.rows.length} count={data.count} />
    </div>
  );
}

function Nothing({ filter, onChange }: RowsProps) {
  const t = useT();
  const filtered = countFilters(filter) > 0;
  return (
    <EmptyState
      title={t(filtered ? 'applications.none' : 'applications.noneYet')}
      text={t('applications.noneText')}
      actions={
        filtered && (
          <Button variant="outlined" onClick={() => onChange(CLEARED)}>
            {t('applications.filter.clear')}
          </Button>
        )
      }
    />
  );
}

function useColumns(): Column<ApplicationRow>[] {
  const t = useT();
  const format = useFormat();
  const codeName = useCodeName();
  const opensCases = useOpensCases();
  // Names come first: an application that is decided says so by its status.
  const roomy = useMediaQuery('(min-width: 1600px)');
  const narrow = useMediaQuery('(max-width: 1279px)');
  const due: Column<ApplicationRow> = {
    ...{ key: 'due', label: t('applications.columns.due'), width: 88 },
    render: ({ promisedOn, dueOn, decidedOn }) =>
      dueOn && !decidedOn ? format.shortDate(promisedOn ?? dueOn) : '–',
  };
  const decided: Column<ApplicationRow> = {
    ...{ key: 'decided', label: t('applications.columns.decided'), width: 88 },
    render: ({ decidedOn }) => (decidedOn ? format.shortDate(decidedOn) : '–'),
  };
  const person: Column<ApplicationRow> = {
    ...{ key: 'person', label: t('applications.columns.person') },
    render: row => <Whole>{row.personName ?? '–'}</Whole>,
  };
  const firm: Column<ApplicationRow> = {
    ...{ key: 'firm', label: t('applications.columns.firm') },
    render: row => <Whole>{row.firm.name}</Whole>,
  };
  const both: Column<ApplicationRow> = {
    ...firm,
    render: row => <Whole note={row.personName}>{row.firm.name}</Whole>,
  };
  return [
    {
      ...{ key: 'number', label: t('applications.columns.number'), width: 116 },
      render: ({ caseId, number }) => (
        <RowLink to={opensCases ? `/cases/${caseId}` : `/applications/${caseId}`}>{number}</RowLink>
      ),
    },
    {
      ...{ key: 'code', label: t('applications.columns.code') },
      render: row => <Whole>{codeName(row.code)}</Whole>,
    },
    ...(narrow ? [both] : [person, firm]),
    {
      ...{ key: 'status', label: t('applications.columns.status'), width: 184 },
      render: row => <ApplicationStatusChip status={row.status} code={row.code} />,
    },
    {
      ...{ key: 'received', label: t('applications.columns.received'), width: 88 },
      render: row => format.shortDate(row.receivedOn),
    },
    ...(opensCases ? [due] : []),
    ...(roomy ? [decided] : []),
  ];
}

/** Words that are read whole, on two lines when they must be; the person below the firm where there is no column for her. */
function Whole({ children, note }: { children: ReactNode; note?: string | null }) {
  return (
    <Box sx={{ whiteSpace: 'normal', lineHeight: 1.3, py: 0.5 }}>
      {children}
      {note && (
        <Typography variant="caption" component="div" sx={{ color: 'desk.text2' }}>
          {note}
        </Typography>
      )}
    </Box>
  );
}
