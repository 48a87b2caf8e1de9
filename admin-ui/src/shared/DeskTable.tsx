import ButtonBase from '@mui/material/ButtonBase';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { SortDownIcon, SortUpIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { useT } from '../i18n/index.ts';
import { useRowKeys } from './useRowKeys.ts';

export interface Column<Row> {
  key: string;
  label: string;
  /** The first column must return a real link (`RowLink`). */
  render: (row: Row) => ReactNode;
  width?: number | string;
  align?: 'left' | 'right';
  /** In the place of the label. */
  head?: ReactNode;
  /** Present when the list can be sorted by this column. */
  sort?: string;
}

export interface Sort {
  by: string;
  direction: 'ASC' | 'DESC';
}

interface DeskTableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  selectedKey?: string;
  /** A group heading before the first row that returns a new one. */
  groupOf?: (row: Row) => { key: string; heading: ReactNode };
}

/** The table of every list: 36 px rows, hairlines, no zebra, J and K between rows, Enter follows the row's link. */
export function DeskTable<Row>(props: DeskTableProps<Row>) {
  const { label, columns, rows, rowKey, sort, onSort, selectedKey, groupOf } = props;
  const body = useRowKeys();
  return (
    <Table aria-label={label} sx={{ tableLayout: 'fixed' }}>
      <TableHead>
        <TableRow>
          {columns.map(column => (
            <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
          ))}
        </TableRow>
      </TableHead>
      <TableBody ref={body}>
        {rows.flatMap((row, index) => {
          const before = rows[index - 1];
          const group = groupOf?.(row);
          const isNew = group !== undefined && (before === undefined || groupOf?.(before).key !== group.key);
          return [
            isNew && (
              <TableRow key={`group-${group.key}`}>
                <TableCell
                  component="th"
                  scope="rowgroup"
                  colSpan={columns.length}
                  sx={{ height: 28, bgcolor: 'desk.tint', textAlign: 'left' }}
                >
                  {group.heading}
                </TableCell>
              </TableRow>
            ),
            <TableRow key={rowKey(row)} data-row selected={rowKey(row) === selectedKey}>
              {columns.map(column => (
                <TableCell
                  key={column.key}
                  align={column.align ?? 'left'}
                  sx={{ whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' }}
                >
                  {column.render(row)}
                </TableCell>
              ))}
            </TableRow>,
          ];
        })}
      </TableBody>
    </Table>
  );
}

interface HeadCellProps<Row> {
  column: Column<Row>;
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
}

const ariaWords = { ASC: 'ascending', DESC: 'descending' } as const;

function HeadCell<Row>({ column, sort, onSort }: HeadCellProps<Row>) {
  const { sort: by, label, head = label, width, align = 'left' } = column;
  const direction = by !== undefined && sort?.by === by ? sort.direction : null;
  return (
    <TableCell
      scope="col"
      align={align}
      sx={{ width }}
      aria-sort={direction ? ariaWords[direction] : undefined}
    >
      {by && onSort ? (
        <SortButton label={label} direction={direction} onSort={next => onSort({ by, direction: next })} />
      ) : (
        head
      )}
    </TableCell>
  );
}

interface SortButtonProps {
  label: string;
  direction: Sort['direction'] | null;
  onSort: (direction: Sort['direction']) => void;
}

function SortButton({ label, direction, onSort }: SortButtonProps) {
  const t = useT();
  const Arrow = direction === 'DESC' ? SortDownIcon : SortUpIcon;
  return (
    <ButtonBase
      onClick={() => onSort(direction === 'ASC' ? 'DESC' : 'ASC')}
      aria-label={t('shared.sortBy', { column: label })}
      sx={{ font: 'inherit', gap: 0.5, color: direction ? 'desk.text' : 'inherit', borderRadius: '2px' }}
    >
      {label}
      {direction && <Arrow aria-hidden fontSize="16px" />}
    </ButtonBase>
  );
}
