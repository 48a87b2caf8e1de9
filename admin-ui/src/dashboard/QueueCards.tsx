import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ExclamationmarkTriangleFillIcon } from '@navikt/aksel-icons';
import { Link } from 'react-router';
import { useFormat, useT } from '../i18n/index.ts';
import { pathOfQueue } from '../shared/queues.ts';
import { cardLink } from './card-link.ts';
import type { QueueSize } from './my-day.documents.ts';
import { Spark } from './Spark.tsx';

/** How the queues stand: open now, in and out today, the oldest, and the last working days as bars. */
export function QueueCards({ queues }: { queues: readonly QueueSize[] }) {
  const t = useT();
  if (queues.length === 0) return null;
  return (
    <Box component="section" aria-labelledby="queues-title" sx={{ gridColumn: '1 / -1' }}>
      <Typography id="queues-title" variant="h2" sx={{ mb: 1 }}>
        {t('myDay.queues')}{' '}
        <Box component="span" sx={{ color: 'desk.text2', fontWeight: 400 }}>
          {t('myDay.queuesDetail')}
        </Box>
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 340px))', gap: 2 }}>
        {queues.map(queue => (
          <QueueCard key={queue.queue} size={queue} />
        ))}
      </Box>
    </Box>
  );
}

function QueueCard({ size }: { size: QueueSize }) {
  const t = useT();
  const format = useFormat();
  return (
    <Box
      component={Link}
      to={`/queues/${pathOfQueue(size.queue)}`}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        gap: 0.75,
        px: 1.75,
        pt: 1.25,
        pb: 1.5,
        ...cardLink,
      }}
    >
      <Typography component="span" variant="subtitle2">
        {t(`enums.queue.${size.queue}`)}
      </Typography>
      <Box
        sx={{
          display: 'flex',
          justifyContent: 'space-between',
          alignItems: 'flex-end',
          fontVariantNumeric: 'tabular-nums',
        }}
      >
        <Box component="span" sx={{ fontSize: 26, lineHeight: '32px', fontWeight: 500 }}>
          {format.count(size.open)}
        </Box>
        <Typography component="span" variant="caption" sx={{ color: 'desk.text2', textAlign: 'right' }}>
          {t('myDay.flow', { in: format.number(size.inToday), out: format.number(size.outToday) })}
          <br />
          <Age size={size} />
        </Typography>
      </Box>
      <Spark values={size.history} />
    </Box>
  );
}

function Age({ size }: { size: QueueSize }) {
  const t = useT();
  const format = useFormat();
  if (size.overdue > 0)
    return (
      <Box
        component="span"
        sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, '& svg': { color: 'desk.warn.icon' } }}
      >
        <ExclamationmarkTriangleFillIcon aria-hidden fontSize="14px" />
        {t('myDay.overdueInQueue', { n: format.number(size.overdue) })}
      </Box>
    );
  return (
    <>
      {size.oldestDays === null ? t('myDay.emptyQueue') : t('myDay.oldest', { smart_count: size.oldestDays })}
    </>
  );
}
