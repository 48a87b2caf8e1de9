import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link as RouterLink, useParams, useSearchParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Pager } from '../../shared/Pager.tsx';
import { useKeysetPage } from '../../shared/useKeysetPage.ts';
import { CampaignDialog, type CampaignTask } from './CampaignDialog.tsx';
import { Progress, useCampaignName } from './CampaignList.tsx';
import { CampaignRows } from './CampaignRows.tsx';
import type { CampaignPage, ConfirmationState } from './campaign.documents.ts';
import { getCampaign } from './campaign.provider.ts';

const STATES: readonly ConfirmationState[] = [
  ...(['WAITING', 'REMINDED', 'NOTICED', 'WITHDRAWAL_PROPOSED', 'WITHDRAWN', 'CONFIRMED'] as const),
];
const isState = (text: string | null): text is ConfirmationState => STATES.some(state => state === text);

/** `/campaigns/:id`: which firms have confirmed, and what is done about the rest. */
export function CampaignShow() {
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const page = useKeysetPage(50);
  const asked = params.get('state');
  const state = isState(asked) ? asked : null;
  const { first, after } = page;
  const { data, error, refetch } = useQuery({
    queryKey: ['campaigns', id, state, first, after],
    queryFn: ({ signal }) =>
      getCampaign({ id, filter: { state: state ? [state] : null }, page: { first, after } }, signal),
    placeholderData: keepPreviousData,
  });
  if (!data) return error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : <LoadingShape />;
  return <Loaded data={data} state={state} page={page} />;
}

interface LoadedProps {
  data: CampaignPage;
  state: ConfirmationState | null;
  page: ReturnType<typeof useKeysetPage>;
}

function Loaded({ data, state, page }: LoadedProps) {
  const t = useT();
  const format = useFormat();
  const name = useCampaignName();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const toggle = (id: string, on: boolean) =>
    setChosen(ids => (on ? [...ids, id] : ids.filter(one => one !== id)));
  const { campaign, rows, pageInfo, count } = data;
  return (
    <>
      <PageHead
        title={name(campaign)}
        lead={t('campaigns.due', { day: format.date(campaign.dueOn) })}
        crumb={
          <Link component={RouterLink} to="/campaigns">
            {t('campaigns.title')}
          </Link>
        }
      />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 2 }}>
        <Progress campaign={campaign} />
        <States campaign={campaign} state={state} />
        <Actions campaign={campaign} chosen={chosen} onDone={() => setChosen([])} />
        {rows.length === 0 ? (
          <EmptyState title={t('campaigns.noFirms')} />
        ) : (
          <CampaignRows rows={rows} chosen={chosen} onChoose={toggle} />
        )}
        {rows.length > 0 && <Pager page={page} pageInfo={pageInfo} rows={rows.length} count={count} />}
      </Box>
    </>
  );
}

/** One press shows the firms of a state alone. */
function States({
  campaign,
  state,
}: {
  campaign: CampaignPage['campaign'];
  state: ConfirmationState | null;
}) {
  const t = useT();
  const format = useFormat();
  const counts = new Map(campaign.progress.map(one => [one.state, one.firms]));
  const shown = STATES.filter(one => counts.has(one) || one === state);
  return (
    <Box
      component="nav"
      aria-label={t('campaigns.column.state')}
      sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}
    >
      <Choice to="?" on={state === null} label={`${t('campaigns.all')} (${format.number(campaign.firms)})`} />
      {shown.map(one => (
        <Choice
          key={one}
          to={`?state=${one}`}
          on={one === state}
          label={`${t(`campaigns.state.${one}`)} (${format.number(counts.get(one) ?? 0)})`}
        />
      ))}
    </Box>
  );
}

function Choice({ to, on, label }: { to: string; on: boolean; label: string }) {
  return (
    <Button
      component={RouterLink}
      to={to}
      size="small"
      variant={on ? 'contained' : 'outlined'}
      aria-current={on ? 'true' : undefined}
    >
      {label}
    </Button>
  );
}

interface ActionsProps {
  campaign: CampaignPage['campaign'];
  chosen: readonly string[];
  onDone: () => void;
}

function Actions({ campaign, chosen, onDone }: ActionsProps) {
  const t = useT();
  const may = useMay();
  const [task, setTask] = useState<CampaignTask | null>(null);
  if (!may('decision', 'propose') || chosen.length === 0) return null;
  const tasks = ['remind', 'notice', 'withdraw'] as const;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
      <b role="status">{t('campaigns.chosen', { smart_count: chosen.length })}</b>
      {tasks.map(one => (
        <Button key={one} size="small" variant="outlined" onClick={() => setTask(one)}>
          {t(`campaigns.${one}`)}
        </Button>
      ))}
      {task && (
        <CampaignDialog
          task={task}
          campaign={campaign}
          ids={chosen}
          onClose={() => setTask(null)}
          onDone={onDone}
        />
      )}
    </Box>
  );
}
