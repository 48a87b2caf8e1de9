import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
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
import { useWhen } from '../../shared/useWhen.ts';
import type { InboundMailRow, Mailbox } from './inbound-mail.documents.ts';
import { type InboundMailState, listInboundMail } from './inbound-mail.provider.ts';

const POLL_MS = 30_000;
const STATES = ['TO_SORT', 'QUARANTINED', 'FILED', 'AUTOMATIC', 'DISCARDED'] as const;

/** Mail that came in: what a person must sort, what lies in quarantine, what is on a case. */
export function InboundMailList() {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const given = params.get('state');
  const state: InboundMailState = STATES.find(one => one === given) ?? 'TO_SORT';
  return (
    <>
      <PageHead title={t('inboundMail.title')} lead={t('inboundMail.lead')} />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 1.5 }}>
        <Tabs
          value={state}
          onChange={(_, next: InboundMailState) => setParams({ state: next })}
          aria-label={t('inboundMail.views')}
        >
          {STATES.map(name => (
            <Tab key={name} value={name} label={t(`inboundMail.state.${name}`)} />
          ))}
        </Tabs>
        <MailTable state={state} />
      </Box>
    </>
  );
}

function MailTable({ state }: { state: InboundMailState }) {
  const t = useT();
  const page = useKeysetPage(25);
  const { first, after } = page;
  const { data, error, refetch } = useQuery({
    queryKey: ['inbound-mail', state, first, after],
    queryFn: ({ signal }) => listInboundMail({ state, first, after }, signal),
    refetchInterval: usePolling(POLL_MS),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns(state);
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingShape />;
  return (
    <>
      <MailboxState mailbox={data.mailbox} />
      {data.rows.length === 0 ? (
        <EmptyState title={t('inboundMail.empty')} text={t(`inboundMail.about.${state}`)} />
      ) : (
        <Box>
          <Box component="p" sx={{ m: 0, mb: 1, color: 'desk.text2' }}>
            {t(`inboundMail.about.${state}`)}
          </Box>
          <DeskTable
            label={t('inboundMail.title')}
            columns={columns}
            rows={data.rows}
            rowKey={row => row.id}
          />
          <Pager page={page} pageInfo={data.pageInfo} rows={data.rows.length} count={data.count} />
        </Box>
      )}
    </>
  );
}

/** Whether anything comes in at all. */
function MailboxState({ mailbox: { address, readAt, failed } }: { mailbox: Mailbox }) {
  const t = useT();
  const when = useWhen();
  if (address === null)
    return (
      <Notice tone="info" title={t('inboundMail.noMailbox')}>
        {t('inboundMail.noMailboxText')}
      </Notice>
    );
  if (failed)
    return (
      <Notice tone="warn" title={t('inboundMail.readFailed')}>
        {t('inboundMail.readFailedText', { address })}
      </Notice>
    );
  return (
    <Box component="p" sx={{ m: 0, color: 'desk.text2' }}>
      {readAt
        ? t('inboundMail.readAt', { address, when: when(readAt) })
        : t('inboundMail.notRead', { address })}
    </Box>
  );
}

function useColumns(state: InboundMailState): Column<InboundMailRow>[] {
  const t = useT();
  const format = useFormat();
  const last: Column<InboundMailRow> =
    state === 'FILED' || state === 'TO_SORT'
      ? {
          key: 'case',
          label: t('inboundMail.case'),
          width: 130,
          render: row => row.caseId && <RowLink to={`/cases/${row.caseId}`}>{row.caseNumber}</RowLink>,
        }
      : {
          key: 'deleteAt',
          label: t('inboundMail.deleted'),
          width: 150,
          render: row => row.deleteAt && format.date(row.deleteAt),
        };
  return [
    {
      key: 'subject',
      label: t('inboundMail.subject'),
      render: row => <RowLink to={`/post/${row.id}`}>{row.subject || t('inboundMail.noSubject')}</RowLink>,
    },
    { key: 'sender', label: t('inboundMail.sender'), width: '26%', render: row => row.sender },
    {
      key: 'attachments',
      label: t('inboundMail.attachments'),
      width: 90,
      render: row => (row.attachmentCount > 0 ? format.number(row.attachmentCount) : ''),
    },
    {
      key: 'receivedAt',
      label: t('inboundMail.received'),
      width: 170,
      render: row => format.dateTime(row.receivedAt),
    },
    last,
  ];
}
