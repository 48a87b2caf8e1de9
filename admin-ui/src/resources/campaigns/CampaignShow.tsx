import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { Link as RouterLink, useParams, useSearchParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FilterWords } from '../../shared/FilterPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Pager } from '../../shared/Pager.tsx';
import { useKeysetPage } from '../../shared/useKeysetPage.ts';
import { useChosen } from '../exception-entries/useChosen.ts';
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
  const text = params.get('text') ?? '';
  const { first, after } = page;
  const filter = { state: state ? [state] : null, text: text || null };
  const { data, error, refetch } = useQuery({
    queryKey: ['campaigns', id, filter, first, after],
    queryFn: ({ signal }) => getCampaign({ id, filter, page: { first, after } }, signal),
    placeholderData: keepPreviousData,
  });
  if (!data) return error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : <LoadingShape />;
  return <Loaded data={data} state={state} text={text} page={page} />;
}

interface LoadedProps {
  data: CampaignPage;
  state: ConfirmationState | null;
  text: string;
  page: ReturnType<typeof useKeysetPage>;
}

function Loaded({ data, state, text, page }: LoadedProps) {
  const t = useT();
  const format = useFormat();
  const name = useCampaignName();
  const mayPropose = useMay()('decision', 'propose');
  const chosen = useChosen();
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
        <Search text={text} />
        <States campaign={campaign} state={state} text={text} />
        {mayPropose && <Actions campaign={campaign} chosen={chosen.ids} onDone={chosen.clear} />}
        {rows.length === 0 ? (
          <EmptyState title={t('campaigns.noFirms')} />
        ) : (
          <CampaignRows rows={rows} chosen={mayPropose ? chosen : null} />
        )}
        {rows.length > 0 && <Pager page={page} pageInfo={pageInfo} rows={rows.length} count={count} />}
      </Box>
    </>
  );
}

function Search({ text }: { text: string }) {
  const t = useT();
  const [, setParams] = useSearchParams();
  const change = useCallback(
    (wanted: string) =>
      setParams(
        current => {
          const next = new URLSearchParams(current);
          next.delete('after');
          if (wanted) next.set('text', wanted);
          else next.delete('text');
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return (
    <Box role="search" sx={{ maxWidth: 360 }}>
      <FilterWords label={t('campaigns.search')} text={text} maxLength={100} onChange={change} />
    </Box>
  );
}

interface StatesProps {
  campaign: CampaignPage['campaign'];
  state: ConfirmationState | null;
  text: string;
}

/** One press shows the firms of a state alone. */
function States({ campaign, state, text }: StatesProps) {
  const t = useT();
  const format = useFormat();
  const counts = new Map(campaign.progress.map(one => [one.state, one.firms]));
  const to = (one: ConfirmationState | null) =>
    `?${new URLSearchParams({ ...(one && { state: one }), ...(text && { text }) })}`;
  const shown = STATES.filter(one => counts.has(one) || one === state);
  return (
    <Box
      component="nav"
      aria-label={t('campaigns.column.state')}
      sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}
    >
      <Choice
        to={to(null)}
        on={state === null}
        label={`${t('campaigns.all')} (${format.number(campaign.firms)})`}
      />
      {shown.map(one => (
        <Choice
          key={one}
          to={to(one)}
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
  const [task, setTask] = useState<CampaignTask | null>(null);
  if (chosen.length === 0) return null;
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
