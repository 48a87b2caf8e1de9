import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { request } from '../graphql/client.ts';
import { weekOf } from '../i18n/format.ts';
import { useFormat, useT } from '../i18n/index.ts';
import { CallButton } from '../resources/caller/CallNotice.tsx';
import { useMay } from '../session.ts';
import { usePolling } from '../shared/activity.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { ErrorPanel } from '../shared/ErrorPanel.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHead } from '../shared/PageHead.tsx';
import { TakeNextButton } from '../shared/TakeNextButton.tsx';
import { osloToday } from '../shared/today.ts';
import { ExceptionCard } from './ExceptionCard.tsx';
import { MyCasesCard } from './MyCasesCard.tsx';
import { type MyDayAnswer, myDayQuery, nextCases } from './my-day.documents.ts';
import { NewsCard } from './NewsCard.tsx';
import { QueueCards } from './QueueCards.tsx';
import { SendingSoonCard } from './SendingSoonCard.tsx';
import { Tiles } from './Tiles.tsx';

const POLL_MS = 60_000;

/** The start page: what is mine, what is late, what leaves soon, how the queues stand. */
export function MyDay() {
  const t = useT();
  const format = useFormat();
  const work = useMay()('case', 'work');
  const { data, error, refetch } = useQuery({
    queryKey: ['my-day'],
    queryFn: ({ signal }) => request(myDayQuery, { work }, { signal }),
    refetchInterval: usePolling(POLL_MS),
    select: answer => ({ ...answer.myDay, cases: nextCases(answer) }),
  });
  const today = data?.today ?? osloToday();
  return (
    <>
      <PageHead
        title={t('myDay.title')}
        lead={t('myDay.date', { date: format.fullDate(today), week: data?.week ?? weekOf(today) })}
        actions={
          <>
            <CallButton />
            <TakeNextButton />
          </>
        }
      />
      <Box sx={{ px: 3, pb: 3 }}>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape rows={12} />}
        {data && <Content day={data} />}
      </Box>
    </>
  );
}

function Content({ day }: { day: MyDayAnswer }) {
  const may = useMay();
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 336px' },
        gap: '16px 20px',
        alignItems: 'start',
      }}
    >
      {may('case', 'work') && (
        <>
          <Tiles day={day} />
          <MyCasesCard day={day} />
          <Box component="aside" sx={{ display: 'grid', gap: 2 }}>
            {day.exceptions && <ExceptionCard waiting={day.exceptions} />}
            <SendingSoonCard offers={day.sendingSoon} />
            <NewsCard news={day.news} />
          </Box>
        </>
      )}
      <QueueCards queues={day.queues} />
      {!may('case', 'work') && day.queues.length === 0 && <NoCases />}
    </Box>
  );
}

/** Those who look after the desk itself have no cases; the page says so and shows the way. */
function NoCases() {
  const t = useT();
  const may = useMay();
  return (
    <EmptyState
      title={t('myDay.noCases')}
      text={t('myDay.noCasesText')}
      actions={
        <>
          {may('staff', 'read') && <WayTo to="/staff" label={t('frame.menu.staff')} />}
          {may('audit', 'read') && <WayTo to="/audit" label={t('frame.menu.audit')} />}
        </>
      }
    />
  );
}

function WayTo({ to, label }: { to: string; label: string }) {
  return (
    <Button variant="outlined" component={Link} to={to}>
      {label}
    </Button>
  );
}
