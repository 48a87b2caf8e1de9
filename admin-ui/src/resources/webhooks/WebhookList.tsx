import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { SecretShown } from '../../shared/SecretShown.tsx';
import { StatusChip } from '../../shared/StatusChip.tsx';
import { CreateWebhookDialog } from './CreateWebhookDialog.tsx';
import { Deliveries } from './Deliveries.tsx';
import type { Webhook } from './webhook.documents.ts';
import { listWebhooks, makeWebhookSecret, resumeWebhook, updateWebhook } from './webhook.provider.ts';

/** Where machines are told what happens, what is paused and why, and everything that was sent. */
export function WebhookList() {
  const t = useT();
  const may = useMay();
  const [creating, setCreating] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['webhooks'],
    queryFn: ({ signal }) => listWebhooks(signal),
  });
  const create = (
    <Button variant="contained" onClick={() => setCreating(true)}>
      {t('webhooks.create')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={t('webhooks.title')}
        lead={t('webhooks.lead')}
        actions={may('webhook', 'manage') ? create : undefined}
      />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 3 }}>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape rows={4} />}
        {data && <Endpoints webhooks={data} />}
        <Deliveries webhooks={data ?? []} />
      </Box>
      {creating && <CreateWebhookDialog onClose={() => setCreating(false)} />}
    </>
  );
}

function Endpoints({ webhooks }: { webhooks: readonly Webhook[] }) {
  const t = useT();
  const may = useMay();
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: ['webhooks'] });
  const make = useMutation({ mutationFn: makeWebhookSecret, onSuccess: again });
  const update = useMutation({ mutationFn: updateWebhook, onSuccess: again });
  const error = make.error ?? update.error;
  const columns = useColumns(
    may('webhook', 'manage')
      ? {
          secret: row => make.mutate(seen(row)),
          turn: row => {
            const { url, topics, active } = row;
            update.mutate({ ...seen(row), url, topics: [...topics], active: !active });
          },
        }
      : null,
  );
  return (
    <Box component="section" aria-labelledby="endpoints" sx={{ display: 'grid', gap: 1.5 }}>
      <Typography variant="h2" id="endpoints">
        {t('webhooks.endpoints')}
      </Typography>
      {webhooks
        .filter(({ pausedAt }) => pausedAt)
        .map(one => (
          <Paused key={one.id} webhook={one} />
        ))}
      {make.data && (
        <SecretShown
          title={t('webhooks.secretTitle')}
          text={t('webhooks.secretText')}
          secret={make.data.secret}
        />
      )}
      {error && <ErrorPanel error={error} />}
      {webhooks.length === 0 ? (
        <EmptyState title={t('webhooks.noEndpoints')} />
      ) : (
        <DeskTable label={t('webhooks.endpoints')} columns={columns} rows={webhooks} rowKey={row => row.id} />
      )}
    </Box>
  );
}

const seen = ({ id, version: expectedVersion }: Webhook) => ({ id, expectedVersion });

function Paused({ webhook }: { webhook: Webhook }) {
  const t = useT();
  const may = useMay();
  const client = useQueryClient();
  const resume = useMutation({
    mutationFn: () => resumeWebhook(seen(webhook)),
    onSuccess: () => client.invalidateQueries({ queryKey: ['webhooks'] }),
  });
  return (
    <Notice tone="bad" title={t('webhooks.pausedTitle', { client: webhook.clientName })}>
      <Typography>
        {t(webhook.pauseReason === 'GONE' ? 'webhooks.pausedGone' : 'webhooks.pausedFailures')}
      </Typography>
      {resume.error && <ErrorPanel error={resume.error} />}
      {may('webhook', 'manage') && (
        <Button variant="outlined" color="inherit" onClick={() => resume.mutate()} sx={{ mt: 1 }}>
          {t('webhooks.resume')}
        </Button>
      )}
    </Notice>
  );
}

interface Acts {
  secret: (row: Webhook) => void;
  turn: (row: Webhook) => void;
}

function stateOf({ active, pausedAt }: Webhook) {
  if (!active) return { shape: 'notApplicable', text: 'webhooks.disabled' } as const;
  return pausedAt
    ? ({ shape: 'attention', text: 'webhooks.paused' } as const)
    : ({ shape: 'approved', text: 'webhooks.active' } as const);
}

function useColumns(acts: Acts | null): Column<Webhook>[] {
  const t = useT();
  const format = useFormat();
  return [
    {
      key: 'client',
      label: t('webhooks.client'),
      width: '17%',
      render: row => <RowLink to={`/webhooks?endpoint=${row.id}`}>{row.clientName}</RowLink>,
    },
    { key: 'url', label: t('webhooks.url'), render: row => <span title={row.url}>{row.url}</span> },
    {
      key: 'state',
      label: t('webhooks.state'),
      width: 118,
      render: row => <StatusChip shape={stateOf(row).shape}>{t(stateOf(row).text)}</StatusChip>,
    },
    {
      key: 'waiting',
      label: t('webhooks.waiting'),
      width: 84,
      align: 'right',
      render: row => format.number(row.waiting),
    },
    {
      key: 'last',
      label: t('webhooks.last'),
      width: 160,
      render: row => (row.lastDeliveredAt ? format.dateTime(row.lastDeliveredAt) : '–'),
    },
    ...(acts
      ? [
          {
            key: 'acts',
            label: t('webhooks.acts'),
            width: 290,
            render: (row: Webhook) => <RowActs row={row} acts={acts} />,
          },
        ]
      : []),
  ];
}

function RowActs({ row, acts }: { row: Webhook; acts: Acts }) {
  const t = useT();
  return (
    <>
      <Button size="small" onClick={() => acts.secret(row)}>
        {t('webhooks.makeSecret')}
      </Button>
      <Button size="small" onClick={() => acts.turn(row)}>
        {t(row.active ? 'webhooks.disable' : 'webhooks.enable')}
      </Button>
    </>
  );
}
