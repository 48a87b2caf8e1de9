import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import { Link, useParams, useSearchParams } from 'react-router';
import { asDeskError } from '../../graphql/desk-error.ts';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { MailDialog } from '../outbox/MailDialog.tsx';
import { AnswerDialog } from './AnswerDialog.tsx';
import { CancelDialog } from './CancelDialog.tsx';
import { ExplanationProvider } from './ExplanationContext.tsx';
import { OrderProvider, useOrder, useOrderDesk } from './OrderContext.tsx';
import { OrderFacts } from './OrderFacts.tsx';
import { OrderHead } from './OrderHead.tsx';
import { OrderSide } from './OrderSide.tsx';
import { OrderWork } from './OrderWork.tsx';
import type { Order } from './order.documents.ts';

/** `/orders/1045182?line=2`: why an order stands still, and the way on. */
export function OrderShow() {
  const { number = '' } = useParams();
  const [params] = useSearchParams();
  const asked = Number(params.get('line'));
  const line = Number.isInteger(asked) && asked > 0 ? asked : null;
  const { data, error, refetch } = useOrder(number, line);
  if (data) return <OrderPage key={data.line.id} order={data} />;
  if (error) return <NotShown error={error} onRetry={() => void refetch()} />;
  return (
    <Box sx={{ p: 3 }}>
      <LoadingShape shape="page" rows={8} />
    </Box>
  );
}

function NotShown({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useT();
  const gone = ['NOT_FOUND', 'VALIDATION_FAILED'].includes(asDeskError(error).code);
  return (
    <>
      <PageHead title={t(gone ? 'orders.notFound' : 'orders.notLoaded')} />
      <Box sx={{ px: 3 }}>
        <ErrorPanel
          error={error}
          {...(!gone && { onRetry })}
          actions={
            <Button component={Link} to="/orders" variant="outlined" size="small">
              {t('orders.stalled')}
            </Button>
          }
        />
      </Box>
    </>
  );
}

/** Facts, work and history side by side; under 1200 px the history becomes tabs beside the work. */
function OrderPage({ order }: { order: Order }) {
  const t = useT();
  const wide = useMediaQuery('(min-width: 1200px)');
  return (
    <OrderProvider order={order}>
      <ExplanationProvider>
        <Box sx={{ height: '100%', minHeight: 0, display: 'flex', flexDirection: 'column' }}>
          <OrderHead />
          <Box
            sx={{
              flex: 1,
              minHeight: 0,
              display: 'grid',
              gridTemplateRows: 'minmax(0, 1fr)',
              gridTemplateColumns: wide ? '232px minmax(0, 1fr) 336px' : '216px minmax(0, 1fr)',
              '& > *': { minHeight: 0, minWidth: 0 },
            }}
          >
            <OrderFacts />
            {wide && (
              <Box
                component="section"
                aria-label={t('orders.tab.work')}
                tabIndex={0}
                sx={{ overflow: 'auto', p: '16px 20px' }}
              >
                <OrderWork />
              </Box>
            )}
            <OrderSide withWork={!wide} />
          </Box>
        </Box>
        <Dialogs />
      </ExplanationProvider>
    </OrderProvider>
  );
}

function Dialogs() {
  const { dialog, close } = useOrderDesk();
  if (dialog?.name === 'MAIL') return <MailDialog id={dialog.id} onClose={close} />;
  if (dialog?.name === 'ANSWER') return <AnswerDialog check={dialog.check} />;
  return dialog?.name === 'CANCEL' ? <CancelDialog /> : null;
}
