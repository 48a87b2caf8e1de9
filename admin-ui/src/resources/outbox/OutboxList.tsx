import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { useSettings } from '../../session.ts';
import { usePolling } from '../../shared/activity.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Pager } from '../../shared/Pager.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { useKeysetPage } from '../../shared/useKeysetPage.ts';
import { MailDialog } from './MailDialog.tsx';
import { MailStatusChip } from './MailStatusChip.tsx';
import type { MailRow } from './outbox.documents.ts';
import { listOutbox, type MailStatus } from './outbox.provider.ts';

const POLL_MS = 15_000;

/** Tabs of the list; `open` is everything that still needs time or a person. */
const views = {
  open: ['QUEUED', 'SENDING', 'UNCERTAIN', 'FAILED', 'BOUNCED'],
  attention: ['UNCERTAIN', 'FAILED', 'BOUNCED'],
  sent: ['SENT'],
  cancelled: ['CANCELLED'],
  all: null,
} as const satisfies Record<string, readonly MailStatus[] | null>;
type View = keyof typeof views;

function useView() {
  const [params, setParams] = useSearchParams();
  const given = params.get('view');
  const view: View = given && Object.hasOwn(views, given) ? (given as View) : 'open';
  return { view, mailId: params.get('mail'), setParams };
}

/** Everything that leaves the house: what waits, what has left, what a person must settle. */
export function OutboxList() {
  const t = useT();
  const { mailDelivery } = useSettings();
  const { view, mailId, setParams } = useView();
  return (
    <>
      <PageHead title={t('outbox.title')} lead={t('outbox.lead')} />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 1.5 }}>
        {!mailDelivery && (
          <Notice tone="info" title={t('outbox.noDelivery')}>
            {t('outbox.noDeliveryText')}
          </Notice>
        )}
        <Tabs
          value={view}
          onChange={(_, next: View) => setParams({ view: next })}
          aria-label={t('outbox.views')}
        >
          {(Object.keys(views) as View[]).map(name => (
            <Tab key={name} value={name} label={t(`outbox.view.${name}`)} />
          ))}
        </Tabs>
        <MailTable view={view} />
      </Box>
      {mailId && (
        <MailDialog
          id={mailId}
          onClose={() =>
            setParams(current => {
              current.delete('mail');
              return current;
            })
          }
        />
      )}
    </>
  );
}

function MailTable({ view }: { view: View }) {
  const t = useT();
  const page = useKeysetPage(25);
  const [, setParams] = useSearchParams();
  const status = views[view] === null ? null : [...views[view]];
  const { first, after } = page;
  const { data, error, refetch } = useQuery({
    queryKey: ['outbox', view, first, after],
    queryFn: ({ signal }) => listOutbox({ status, first, after }, signal),
    refetchInterval: usePolling(POLL_MS),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingShape />;
  if (data.rows.length === 0) {
    const all = <Button onClick={() => setParams({ view: 'all' })}>{t('outbox.showAll')}</Button>;
    return (
      <EmptyState
        title={t('outbox.empty')}
        text={t('outbox.emptyText')}
        actions={view === 'all' ? undefined : all}
      />
    );
  }
  return (
    <Box>
      <DeskTable label={t('outbox.title')} columns={columns} rows={data.rows} rowKey={row => row.id} />
      <Pager page={page} pageInfo={data.pageInfo} rows={data.rows.length} count={data.count} />
    </Box>
  );
}

function useColumns(): Column<MailRow>[] {
  const t = useT();
  const format = useFormat();
  const [params] = useSearchParams();
  const linkTo = (id: string) => {
    const next = new URLSearchParams(params);
    next.set('mail', id);
    return `?${next}`;
  };
  return [
    {
      key: 'subject',
      label: t('outbox.subject'),
      render: row => <RowLink to={linkTo(row.id)}>{row.subject}</RowLink>,
    },
    {
      key: 'case',
      label: t('outbox.case'),
      width: 130,
      render: row => row.caseId && <RowLink to={`/cases/${row.caseId}`}>{row.caseNumber}</RowLink>,
    },
    { key: 'to', label: t('outbox.to'), width: '24%', render: row => row.recipient },
    {
      key: 'status',
      label: t('outbox.status'),
      width: 140,
      render: row => <MailStatusChip status={row.status} />,
    },
    {
      key: 'when',
      label: t('outbox.when'),
      width: 170,
      render: row => (
        <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {format.dateTime(row.sentAt ?? row.sendAfter)}
        </Box>
      ),
    },
  ];
}
