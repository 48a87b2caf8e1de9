import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/index.ts';
import { DeskTable } from '../../shared/DeskTable.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { Pager } from '../../shared/Pager.tsx';
import type { Queue } from '../../shared/queues.ts';
import { useCaseColumns } from './case-columns.tsx';
import type { CaseSort } from './case-list.provider.ts';
import { type CaseListFilter, useCases } from './useCaseList.ts';

interface CaseTableProps {
  title: string;
  /** Every queue when null. */
  queue: Queue | null;
  list: CaseListFilter;
  /** In place of a table without rows. */
  empty: ReactNode;
}

/** The cases that pass the filter, page by page. */
export function CaseTable({ title, queue, list, empty }: CaseTableProps) {
  const t = useT();
  const columns = useCaseColumns(queue);
  const { data, error, refetch, page, countExactly } = useCases(list, queue);
  if (error)
    return (
      <Box>
        <ErrorPanel error={error} title={t('cases.notLoaded')} onRetry={() => void refetch()} />
      </Box>
    );
  if (!data) return <LoadingShape rows={16} />;
  if (data.rows.length === 0) return empty;
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
