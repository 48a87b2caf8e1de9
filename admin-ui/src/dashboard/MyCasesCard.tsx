import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { CalendarIcon, ClockIcon, ExclamationmarkTriangleFillIcon } from '@navikt/aksel-icons';
import { Link as RouterLink } from 'react-router';
import type { CaseRow } from '../graphql/fragments.ts';
import { useT } from '../i18n/index.ts';
import { CaseStatusChip } from '../shared/CaseStatusChip.tsx';
import { DeadlineCell } from '../shared/DeadlineCell.tsx';
import { type Column, DeskTable } from '../shared/DeskTable.tsx';
import { isOver } from '../shared/deadline.marks.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { RowLink } from '../shared/RowLink.tsx';
import { addDays, mondayOf } from '../shared/today.ts';
import { useCaseTitle } from '../shared/useCaseTitle.ts';
import { workAddress } from '../shared/useTakeNext.ts';
import { Card } from './Card.tsx';
import type { MyDayAnswer } from './my-day.documents.ts';

type Group = 'overdue' | 'today' | 'week' | 'later';
const icons = {
  overdue: ExclamationmarkTriangleFillIcon,
  today: ClockIcon,
  week: CalendarIcon,
  later: CalendarIcon,
};
const colours = {
  overdue: 'desk.bad.icon',
  today: 'desk.warn.icon',
  week: 'desk.text2',
  later: 'desk.text2',
};

function groupOf(row: CaseRow, today: string): Group {
  if (isOver(row, today)) return 'overdue';
  if (row.dueOn === today) return 'today';
  return row.dueOn < addDays(mondayOf(today), 7) ? 'week' : 'later';
}

function useColumns(): Column<CaseRow>[] {
  const t = useT();
  const titleOf = useCaseTitle();
  return [
    {
      key: 'case',
      label: t('myDay.columns.case'),
      width: 112,
      render: row => (
        <RowLink to={row.reservation?.mine ? workAddress(row) : `/cases/${row.id}`}>{row.number}</RowLink>
      ),
    },
    {
      key: 'about',
      label: t('myDay.columns.about'),
      render: row =>
        row.kind === 'IMAGE_REVIEW' ? t('myDay.attempt', { n: row.attempt ?? 1 }) : titleOf(row),
    },
    { key: 'who', label: t('myDay.columns.who'), render: row => row.personName ?? row.firmName ?? '–' },
    {
      key: 'status',
      label: t('myDay.columns.status'),
      width: 144,
      render: row => <CaseStatusChip {...row} />,
    },
    {
      key: 'due',
      label: t('myDay.columns.due'),
      width: 200,
      render: row => <DeadlineCell row={row} look="words" />,
    },
  ];
}

/** My cases by how soon they are due: over, today, the rest of the week, later. */
export function MyCasesCard({ day }: { day: MyDayAnswer }) {
  const t = useT();
  const columns = useColumns();
  const { cases, today } = day;
  const count = (group: Group) => cases.filter(row => groupOf(row, today) === group).length;
  const thisWeek = cases.filter(row => groupOf(row, today) !== 'later').length;
  return (
    <Card
      title={t('myDay.mine')}
      detail={cases.length > 0 && t('myDay.mineCount', { smart_count: thisWeek })}
      end={
        <Link component={RouterLink} to="/my-cases">
          {t('myDay.allMine')}
        </Link>
      }
      padded={false}
    >
      {cases.length === 0 ? (
        <EmptyState title={t('myDay.empty')} text={t('myDay.emptyText')} />
      ) : (
        <DeskTable
          label={t('myDay.mine')}
          columns={columns}
          rows={cases}
          rowKey={row => row.id}
          groupOf={row => {
            const key = groupOf(row, today);
            return { key, heading: <GroupHeading group={key} count={count(key)} /> };
          }}
        />
      )}
    </Card>
  );
}

function GroupHeading({ group, count }: { group: Group; count: number }) {
  const t = useT();
  const Icon = icons[group];
  return (
    <Box
      component="span"
      sx={{ display: 'flex', alignItems: 'center', gap: 0.75, '& svg': { color: colours[group] } }}
    >
      <Icon aria-hidden fontSize="16px" />
      <b>{t(`myDay.groups.${group}`)}</b>
      <Box component="span" sx={{ color: 'desk.text2', fontWeight: 400 }}>
        {group !== 'later' && t('myDay.cases', { smart_count: count })}
      </Box>
    </Box>
  );
}
