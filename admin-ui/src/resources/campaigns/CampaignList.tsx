import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useFormat, useT } from '../../i18n/index.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import type { Campaign } from './campaign.documents.ts';
import { getCampaigns } from './campaign.provider.ts';

/** `/campaigns`: every yearly confirmation, with how far each has come. */
export function CampaignList() {
  const t = useT();
  const columns = useColumns();
  const { data, error, refetch } = useQuery({
    queryKey: ['campaigns'],
    queryFn: ({ signal }) => getCampaigns(signal),
  });
  return (
    <>
      <PageHead title={t('campaigns.title')} lead={t('campaigns.lead')} />
      <Box sx={{ px: 3, pb: 3 }}>
        {error && !data && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape />}
        {data?.length === 0 && <EmptyState title={t('campaigns.none')} text={t('campaigns.noneText')} />}
        {data && data.length > 0 && (
          <DeskTable label={t('campaigns.title')} columns={columns} rows={data} rowKey={({ id }) => id} />
        )}
      </Box>
    </>
  );
}

function useColumns(): Column<Campaign>[] {
  const t = useT();
  const format = useFormat();
  const name = useCampaignName();
  return [
    {
      ...{ key: 'name', label: t('campaigns.title'), width: 220 },
      render: one => <RowLink to={`/campaigns/${one.id}`}>{name(one)}</RowLink>,
    },
    {
      ...{ key: 'due', label: t('campaigns.column.due'), width: 160 },
      render: ({ dueOn }) => format.date(dueOn),
    },
    { key: 'progress', label: t('campaigns.column.progress'), render: one => <Progress campaign={one} /> },
  ];
}

export function useCampaignName() {
  const t = useT();
  return ({ register, year }: Pick<Campaign, 'register' | 'year'>) =>
    t('campaigns.name', { register: t(`campaigns.register.${register}`), year });
}

/** Confirmed of all, as a bar and in words. */
export function Progress({ campaign: { firms, progress } }: { campaign: Campaign }) {
  const t = useT();
  const format = useFormat();
  const done = progress.find(({ state }) => state === 'CONFIRMED')?.firms ?? 0;
  const words = t('campaigns.progress', { done: format.number(done), all: format.number(firms) });
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, maxWidth: 520 }}>
      <LinearProgress
        variant="determinate"
        value={firms === 0 ? 0 : (done / firms) * 100}
        aria-label={words}
        sx={{ flex: 1, height: 8, borderRadius: 1 }}
      />
      <Typography component="span" variant="body2">
        {words}
      </Typography>
    </Box>
  );
}
