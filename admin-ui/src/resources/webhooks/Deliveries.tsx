import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { Pager } from '../../shared/Pager.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { StatusChip } from '../../shared/StatusChip.tsx';
import { useKeysetPage } from '../../shared/useKeysetPage.ts';
import { DeliveryDialog } from './DeliveryDialog.tsx';
import { ReplayFailed } from './ReplayFailed.tsx';
import { useAnswer } from './useAnswer.ts';
import type { Delivery, Webhook } from './webhook.documents.ts';
import { type DeliveryStatus, listDeliveries, STATUSES } from './webhook.provider.ts';

const shapes = { QUEUED: 'waits', SENDING: 'sending', DELIVERED: 'approved', FAILED: 'rejected' } as const;

/** What was sent, by receiver and state. The filter and the message that is open are in the address. */
export function Deliveries({ webhooks }: { webhooks: readonly Webhook[] }) {
  const t = useT();
  const may = useMay();
  const [params, setParams] = useSearchParams();
  const endpointId = params.get('endpoint');
  const status = params.get('status') as DeliveryStatus | null;
  const page = useKeysetPage(25);
  const { first, after } = page;
  const { data, error, refetch } = useQuery({
    queryKey: ['webhooks', 'deliveries', endpointId, status, first, after],
    queryFn: ({ signal }) =>
      listDeliveries({ filter: { endpointId, status }, page: { first, after } }, signal),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  const open = data?.rows.find(({ id }) => id === params.get('delivery'));
  const close = () => setParams(without(params, 'delivery'), { replace: true });
  return (
    <Box component="section" aria-labelledby="deliveries" sx={{ display: 'grid', gap: 1.5 }}>
      <Typography variant="h2" id="deliveries">
        {t('webhooks.deliveries')}
      </Typography>
      <Filters webhooks={webhooks} />
      {endpointId && may('webhook', 'replay') && <ReplayFailed endpointId={endpointId} />}
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingShape />}
      {data?.rows.length === 0 && <EmptyState title={t('webhooks.noDeliveries')} />}
      {data && data.rows.length > 0 && (
        <Box>
          <DeskTable
            label={t('webhooks.deliveries')}
            columns={columns}
            rows={data.rows}
            rowKey={row => row.id}
          />
          <Pager page={page} pageInfo={data.pageInfo} rows={data.rows.length} count={data.count} />
        </Box>
      )}
      {open && <DeliveryDialog delivery={open} onClose={close} />}
    </Box>
  );
}

function without(params: URLSearchParams, ...names: string[]): URLSearchParams {
  const kept = new URLSearchParams(params);
  for (const name of names) kept.delete(name);
  return kept;
}

function Filters({ webhooks }: { webhooks: readonly Webhook[] }) {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const choose = (name: string, value: string) => {
    const next = without(params, name, 'after', 'page', 'delivery');
    if (value) next.set(name, value);
    setParams(next, { replace: true });
  };
  const choice = (name: string, label: string, options: readonly (readonly [string, string])[]) => (
    <TextField
      select
      label={label}
      value={params.get(name) ?? ''}
      onChange={event => choose(name, event.target.value)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      sx={{ width: 260 }}
    >
      <MenuItem value="">{t('webhooks.all')}</MenuItem>
      {options.map(([value, text]) => (
        <MenuItem key={value} value={value}>
          {text}
        </MenuItem>
      ))}
    </TextField>
  );
  return (
    <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap' }}>
      {choice(
        'endpoint',
        t('webhooks.client'),
        webhooks.map(({ id, clientName }) => [id, clientName] as const),
      )}
      {choice(
        'status',
        t('webhooks.state'),
        STATUSES.map(one => [one, t(`webhooks.statuses.${one}`)] as const),
      )}
    </Box>
  );
}

function useColumns(): Column<Delivery>[] {
  const t = useT();
  const format = useFormat();
  const [params] = useSearchParams();
  const answer = useAnswer();
  const to = (id: string) => {
    const next = new URLSearchParams(params);
    next.set('delivery', id);
    return `/webhooks?${next}`;
  };
  return [
    {
      key: 'event',
      label: t('webhooks.event'),
      render: row => <RowLink to={to(row.id)}>{row.topic}</RowLink>,
    },
    {
      key: 'about',
      label: t('webhooks.about'),
      width: 130,
      render: row => row.orderNumber ?? row.cardNumber ?? row.applicationNumber ?? '–',
    },
    { key: 'at', label: t('webhooks.at'), width: 166, render: row => format.dateTime(row.at) },
    { key: 'client', label: t('webhooks.client'), width: '17%', render: row => row.clientName },
    {
      key: 'status',
      label: t('webhooks.state'),
      width: 118,
      render: row => (
        <StatusChip shape={shapes[row.status]}>{t(`webhooks.statuses.${row.status}`)}</StatusChip>
      ),
    },
    {
      key: 'attempts',
      label: t('webhooks.attempts'),
      width: 84,
      align: 'right',
      render: row => row.attempts,
    },
    { key: 'answer', label: t('webhooks.answer'), width: 190, render: answer },
  ];
}
