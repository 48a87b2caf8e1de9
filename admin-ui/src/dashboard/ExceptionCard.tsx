import Box from '@mui/material/Box';
import type { Count } from '../graphql/fragments.ts';
import { useFormat, useT } from '../i18n/index.ts';
import { RowLink } from '../shared/RowLink.tsx';
import { Card } from './Card.tsx';
import type { MyDayAnswer } from './my-day.documents.ts';

type Waiting = NonNullable<MyDayAnswer['exceptions']>;

const QUEUE = '/queues/exceptions';

/** What of the exceptions waits: signatures, deadlines of the week, what soon ends, appeals. */
export function ExceptionCard({ waiting }: { waiting: Waiting }) {
  const t = useT();
  const lines: [label: string, to: string, count: Count | null][] = [
    [t('myDay.exceptions.forApproval'), `${QUEUE}?status=FOR_APPROVAL`, waiting.forApproval],
    [t('myDay.exceptions.dueThisWeek'), QUEUE, waiting.dueThisWeek],
    [t('myDay.exceptions.promisedThisWeek'), QUEUE, waiting.promisedThisWeek],
    [t('myDay.exceptions.expiring'), '/exception-entries?soon=30', waiting.expiring],
    [t('myDay.exceptions.appeals'), QUEUE, waiting.appeals],
  ];
  return (
    <Card title={t('myDay.exceptions.title')}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.75 }}>
        {lines.map(([label, to, count]) => count && <Line key={label} label={label} to={to} count={count} />)}
      </Box>
    </Card>
  );
}

function Line({ label, to, count }: { label: string; to: string; count: Count }) {
  const format = useFormat();
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1 }}>
      <RowLink to={to}>{label}</RowLink>
      <Box component="span" sx={{ ml: 'auto', fontVariantNumeric: 'tabular-nums', fontWeight: 500 }}>
        {format.count(count)}
      </Box>
    </Box>
  );
}
