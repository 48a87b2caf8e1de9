import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { Link as RouterLink } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import type { Consequences } from './campaign.documents.ts';
import { previewWithdrawals } from './campaign.provider.ts';
import { Reasons } from './Reasons.tsx';

/** What the batch would do before it is proposed: how much, and whom it hits by name. */
export function WithdrawalConsequences({ ids }: { ids: readonly string[] }) {
  const t = useT();
  const { data, error } = useQuery({
    queryKey: ['confirmation-withdrawals', ids],
    queryFn: ({ signal }) => previewWithdrawals([...ids], signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) return <ErrorPanel error={error} />;
  if (!data) return <LoadingShape shape="panel" rows={2} />;
  const { ready, refused, consequences, rows } = data;
  const { orders, cards } = consequences;
  return (
    <>
      <Typography>{t('campaigns.withdrawText', { ready, refused, orders, cards })}</Typography>
      <Reasons rows={rows.map(({ refusal, row }) => ({ refusal, name: row.firm.name }))} />
      <Affected consequences={consequences} />
    </>
  );
}

function Affected({ consequences }: { consequences: Consequences }) {
  const t = useT();
  const { cards, firms, affectedOrders, cardholders } = consequences;
  const lost = firms.filter(firm => firm.orders + firm.cards > 0);
  const lines = affectedOrders.reduce((sum, one) => sum + one.lines, 0);
  return (
    <>
      <Names label={t('campaigns.hit.firms')} more={0}>
        {lost.map(({ firm, ...counts }) => (
          <li key={firm.id}>
            <Link component={RouterLink} to={`/firms/${firm.orgNumber}`}>
              {firm.name}
            </Link>
            {`: ${t('campaigns.hit.firm', counts)}`}
          </li>
        ))}
      </Names>
      <Names label={t('campaigns.hit.orders')} more={consequences.orders - lines}>
        {affectedOrders.map(one => (
          <li key={`${one.orderNumber} ${one.unitName}`}>
            {t('campaigns.hit.order', {
              number: one.orderNumber,
              unit: one.unitName,
              smart_count: one.lines,
            })}
          </li>
        ))}
      </Names>
      <Names label={t('campaigns.hit.cardholders')} more={cards - cardholders.length}>
        {cardholders.map(({ personName, firmName }, index) => (
          <li key={index}>{`${personName}, ${firmName}`}</li>
        ))}
      </Names>
    </>
  );
}

interface NamesProps {
  label: string;
  /** How many are not named. */
  more: number;
  children: ReactNode[];
}

function Names({ label, more, children }: NamesProps) {
  const t = useT();
  const id = useId();
  if (children.length === 0 && more <= 0) return null;
  return (
    <div>
      <Typography variant="subtitle2" component="p" id={id}>
        {label}
      </Typography>
      <Box
        component="ul"
        aria-labelledby={id}
        tabIndex={0}
        sx={{ m: 0, pl: 2.5, maxHeight: 132, overflowY: 'auto' }}
      >
        {children}
        {more > 0 && <li>{t('campaigns.hit.more', { n: more })}</li>}
      </Box>
    </div>
  );
}
