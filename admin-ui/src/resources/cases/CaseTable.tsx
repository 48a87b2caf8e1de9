import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useFormat, useT } from '../../i18n/index.ts';
import { DeskTable } from '../../shared/DeskTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { Kbd } from '../../shared/Kbd.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { Pager } from '../../shared/Pager.tsx';
import type { Queue } from '../../shared/queues.ts';
import { useTakeNext } from '../../shared/useTakeNext.ts';
import { useCaseColumns } from './case-columns.tsx';
import type { CaseSort } from './case-list.provider.ts';
import { countFilters, noFilter } from './list-filter.rules.ts';
import { type CaseListFilter, useCases, useFacets } from './useCaseList.ts';
import { countOfView } from './views.rules.ts';

interface CaseTableProps {
  queue: Queue;
  list: CaseListFilter;
}

/** The cases of a queue that pass the filter. */
export function CaseTable({ queue, list }: CaseTableProps) {
  const t = useT();
  const columns = useCaseColumns(queue);
  const { data, error, refetch, page, countExactly } = useCases(list, queue);
  const title = t(`enums.queue.${queue}`);
  if (error)
    return (
      <Box>
        <ErrorPanel error={error} title={t('cases.notLoaded')} onRetry={() => void refetch()} />
      </Box>
    );
  if (!data) return <LoadingShape rows={16} />;
  if (data.rows.length === 0) return <EmptyQueue queue={queue} list={list} />;
  return (
    <Box component="section" aria-label={title} sx={{ minWidth: 0 }}>
      <DeskTable
        label={title}
        columns={columns}
        rows={data.rows}
        rowKey={row => row.id}
        sort={list.order}
        onSort={({ by, direction }) => list.setOrder({ by: by as CaseSort, direction })}
      />
      <Pager
        page={page}
        pageInfo={data.pageInfo}
        rows={data.rows.length}
        count={data.count}
        onCountExactly={countExactly}
      />
    </Box>
  );
}

/** Why nothing is shown, and what to do now. */
function EmptyQueue({ queue, list }: CaseTableProps) {
  const t = useT();
  const format = useFormat();
  const { takeNext, allowed } = useTakeNext(queue);
  const open = countOfView('open', useFacets(noFilter, queue));
  const filtered = countFilters(list.filter) > 0;
  const some = open !== null && open.value > 0;
  const text = some ? t('cases.empty.text', { n: format.count(open) }) : t('cases.empty.queueText');
  return (
    <EmptyState
      title={t(filtered ? 'cases.empty.title' : 'cases.empty.queueTitle')}
      text={text}
      actions={
        <>
          {filtered && (
            <Button variant="outlined" onClick={list.clear}>
              {t('shared.clearFilters')}
            </Button>
          )}
          {some && allowed && (
            <Button onClick={takeNext}>
              {t('shared.takeNext')} <Kbd>T</Kbd>
            </Button>
          )}
        </>
      }
    />
  );
}
