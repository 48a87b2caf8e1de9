import Box from '@mui/material/Box';
import {
  BriefcaseIcon,
  ClockIcon,
  ExclamationmarkTriangleFillIcon,
  TimerPauseIcon,
} from '@navikt/aksel-icons';
import { Link } from 'react-router';
import { useFormat, useT } from '../i18n/index.ts';
import { cardLink } from './card-link.ts';
import type { MyDayAnswer } from './my-day.documents.ts';

interface Tile {
  to: string;
  Icon: typeof ClockIcon;
  label: string;
  value: number;
  detail: string;
  bad?: boolean;
}

function useTiles(day: MyDayAnswer): Tile[] {
  const t = useT();
  return [
    {
      to: '/my-cases',
      Icon: BriefcaseIcon,
      label: t('myDay.tiles.mine'),
      value: day.mine,
      detail: t('myDay.tiles.mineDetail', { onHold: day.onHold, post: day.withNewPost }),
    },
    {
      to: '/my-cases?due=overdue',
      Icon: ExclamationmarkTriangleFillIcon,
      label: t('myDay.tiles.overdue'),
      value: day.overdue,
      detail: t(day.overdue > 0 ? 'myDay.tiles.overdueDetail' : 'myDay.tiles.overdueNone'),
      bad: day.overdue > 0,
    },
    {
      to: '/my-cases?due=today',
      Icon: ClockIcon,
      label: t('myDay.tiles.dueToday'),
      value: day.dueToday,
      detail: t(day.dueToday > 0 ? 'myDay.tiles.dueTodayDetail' : 'myDay.tiles.dueTodayNone'),
    },
    {
      to: '/on-hold',
      Icon: TimerPauseIcon,
      label: t('myDay.tiles.onHold'),
      value: day.onHold,
      detail: t('myDay.tiles.onHoldDetail'),
    },
  ];
}

/** Four numbers, each a link to the list behind it. */
export function Tiles({ day }: { day: MyDayAnswer }) {
  const format = useFormat();
  const tiles = useTiles(day);
  return (
    <Box
      sx={{
        gridColumn: '1 / -1',
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(190px, 1fr))',
        gap: 2,
      }}
    >
      {tiles.map(({ to, Icon, label, value, detail, bad }) => (
        <Box
          key={to}
          component={Link}
          to={to}
          sx={{
            display: 'grid',
            gridTemplateColumns: '20px minmax(0, 1fr) auto',
            alignItems: 'center',
            columnGap: 1,
            px: 2,
            py: 1.25,
            ...cardLink,
            '& svg': { color: bad ? 'desk.bad.icon' : 'desk.accentText' },
          }}
        >
          <Icon aria-hidden fontSize="1.25rem" />
          <Box component="span" sx={{ fontWeight: 500 }}>
            {label}
          </Box>
          <Box
            component="b"
            sx={{
              gridColumn: 3,
              gridRow: '1 / 3',
              fontSize: 32,
              lineHeight: '40px',
              fontWeight: 500,
              fontVariantNumeric: 'tabular-nums',
              color: bad ? 'desk.bad.icon' : 'inherit',
            }}
          >
            {format.number(value)}
          </Box>
          <Box component="span" sx={{ gridColumn: 2, fontSize: 12, lineHeight: '16px', color: 'desk.text2' }}>
            {detail}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
