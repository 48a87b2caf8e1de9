import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { RowLink } from '../../shared/RowLink.tsx';
import type { Application } from './application.documents.ts';

type Coverage = NonNullable<Application['coverage']>;

/** How many of those who need a card have one, and the orders that are under way. */
export function CardCoverage({ coverage }: { coverage: Coverage }) {
  const t = useT();
  const id = useId();
  const { known, covered, wanted, ready } = coverage;
  const all = Math.max(known, wanted ?? 0);
  return (
    <Box component="section" aria-labelledby={id} sx={{ display: 'grid', gap: 0.75 }}>
      <Typography id={id} variant="h2">
        {t('approvals.cards.title')}
      </Typography>
      <Typography component="p">
        <b>{t('approvals.cards.count', { covered, all })}</b>{' '}
        {t(ready ? 'approvals.cards.ready' : 'approvals.cards.notReady')}
      </Typography>
      <LinearProgress
        variant="determinate"
        aria-labelledby={id}
        value={all === 0 ? 0 : Math.round((covered / all) * 100)}
        sx={{ height: 6, borderRadius: '3px' }}
      />
      <Typography variant="caption" component="p" sx={{ color: 'desk.text2' }}>
        {wanted === null
          ? t('approvals.cards.known', { smart_count: known })
          : t('approvals.cards.knownWanted', { smart_count: known, wanted })}
      </Typography>
      <Orders waiting={coverage.waiting} />
    </Box>
  );
}

function Orders({ waiting }: Pick<Coverage, 'waiting'>) {
  const t = useT();
  const format = useFormat();
  const mayOpen = useMay()('order', 'read');
  if (waiting.length === 0)
    return (
      <Typography variant="caption" sx={{ color: 'desk.text2' }}>
        {t('approvals.cards.noOrders')}
      </Typography>
    );
  return (
    <Box
      component="ul"
      aria-label={t('approvals.cards.orders')}
      sx={{ listStyle: 'none', m: 0, p: 0, fontSize: 13 }}
    >
      {waiting.map(({ number, line, status, orderedOn }) => (
        <Box component="li" key={`${number}-${line}`} sx={{ display: 'flex', gap: 1, py: 0.25 }}>
          {mayOpen ? (
            <RowLink to={`/orders/${number}?line=${line}`}>{`${number}-${line}`}</RowLink>
          ) : (
            <span>{`${number}-${line}`}</span>
          )}
          <Box component="span" sx={{ color: 'desk.text2' }}>
            {t(`enums.orderStatus.${status}`)}, {format.shortDate(orderedOn)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
