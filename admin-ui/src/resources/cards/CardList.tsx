import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import TextField from '@mui/material/TextField';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { DeskTable } from '../../shared/DeskTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Pager } from '../../shared/Pager.tsx';
import { useKeysetPage } from '../../shared/useKeysetPage.ts';
import type { CardRow } from './card.documents.ts';
import { listCards } from './card.provider.ts';
import { useCardColumns } from './useCardColumns.tsx';

const STATES = ['VALID', 'INVALID', 'BLOCKED', 'EXPIRED'] as const;
const WITHIN = [14, 30, 90];
const isState = (text: string | null): text is CardRow['status'] => STATES.some(state => state === text);

/** In the address, so that a link shows the same list. */
function useCardFilter() {
  const [params, setParams] = useSearchParams();
  const given = params.get('status');
  const days = Number(params.get('within'));
  const change = (name: string, value: string | null) =>
    setParams(current => {
      const next = new URLSearchParams(current);
      for (const gone of ['after', 'page', name]) next.delete(gone);
      if (value) next.set(name, value);
      return next;
    });
  return {
    status: isState(given) ? given : null,
    firm: params.get('firm') ?? '',
    within: WITHIN.includes(days) ? days : null,
    change,
  };
}

export function CardList() {
  const t = useT();
  const { status, firm, within, change } = useCardFilter();
  return (
    <>
      <PageHead title={t('cards.title')} lead={t('cards.lead')} />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 1.5 }}>
        <Tabs
          value={status ?? 'ALL'}
          onChange={(_, next: string) => change('status', next === 'ALL' ? null : next)}
          aria-label={t('cards.filter')}
        >
          <Tab value="ALL" label={t('cards.all')} />
          {STATES.map(state => (
            <Tab key={state} value={state} label={t(`cards.state.${state}`)} />
          ))}
        </Tabs>
        <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap' }}>
          <TextField
            key={firm}
            label={t('cards.firmFilter')}
            defaultValue={firm}
            onBlur={event => change('firm', event.target.value.trim() || null)}
            onKeyDown={event =>
              event.key === 'Enter' && change('firm', (event.target as HTMLInputElement).value.trim() || null)
            }
            slotProps={{ htmlInput: { maxLength: 14, inputMode: 'numeric' } }}
          />
          <TextField
            select
            label={t('cards.expiring')}
            value={within ?? ''}
            onChange={event => change('within', event.target.value || null)}
            sx={{ minWidth: 160 }}
          >
            <MenuItem value="">{t('cards.all')}</MenuItem>
            {WITHIN.map(n => (
              <MenuItem key={n} value={n}>
                {t('cards.days', { n })}
              </MenuItem>
            ))}
          </TextField>
        </Box>
        <CardTable filter={{ status: status && [status], firm: firm || null, expiringWithin: within }} firm />
      </Box>
    </>
  );
}

interface CardTableProps {
  filter: { status?: CardRow['status'][] | null; firm: string | null; expiringWithin?: number | null };
  /** Whether the firm has a column. */
  firm: boolean;
}

/** Cards page by page, on their own page and on a firm's. */
export function CardTable({ filter, firm }: CardTableProps) {
  const t = useT();
  const page = useKeysetPage(25);
  const { first, after } = page;
  const { data, error, refetch } = useQuery({
    queryKey: ['cards', filter, first, after],
    queryFn: ({ signal }) => listCards({ filter, page: { first, after }, withCount: true }, signal),
    placeholderData: keepPreviousData,
  });
  const columns = useCardColumns({ firm });
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingShape />;
  if (data.rows.length === 0) return <EmptyState title={t('cards.empty')} text={t('cards.emptyText')} />;
  return (
    <Box>
      <DeskTable label={t('cards.title')} columns={columns} rows={data.rows} rowKey={row => row.id} />
      <Pager page={page} pageInfo={data.pageInfo} rows={data.rows.length} count={data.count} />
    </Box>
  );
}
