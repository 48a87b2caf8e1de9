import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import { ChevronRightIcon } from '@navikt/aksel-icons';
import { Link } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { useControlKey } from '../../shared/hotkeys.ts';
import { Kbd } from '../../shared/Kbd.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { StatusChip, type StatusShape } from '../../shared/StatusChip.tsx';
import { CallButton } from '../caller/CallNotice.tsx';
import { waitOf } from './check.rules.ts';
import { useExplanation } from './ExplanationContext.tsx';
import { useOrderDesk } from './OrderContext.tsx';
import type { OrderLine } from './order.documents.ts';

/** Number, for whom, what it waits for; the one filled button top right. */
export function OrderHead() {
  const t = useT();
  const roomy = useMediaQuery('(min-width: 1200px)');
  const { order, line, open } = useOrderDesk();
  const explanation = useExplanation();
  const may = useMay();
  const about = [line.person?.name, order.unit.name].filter(Boolean).join(', ');
  const heading = t('orders.heading', { number: order.number });
  return (
    <Box sx={{ '& > header': { minHeight: 60, py: 1, pr: 2, pl: 2.5 } }}>
      <PageHead
        line
        title={roomy && about ? `${heading} ${about}` : heading}
        crumb={<Crumb />}
        status={<LineStatus line={line} />}
        actions={
          <>
            <CallButton about={aboutLine(line, t('caller.what.order', { number: order.number }))} />
            {line.allowedActions.includes('CANCEL') && (
              <Button variant="outlined" color="inherit" onClick={() => open({ name: 'CANCEL' })}>
                {t('orders.cancel.action')}
              </Button>
            )}
            {line.person && may('application', 'register') && (
              <Button
                component={Link}
                to={`/applications/new?order=${line.id}`}
                color="inherit"
                variant="outlined"
              >
                {t('applications.form.open')}
              </Button>
            )}
            {explanation.allowed && <SendButton />}
          </>
        }
      />
    </Box>
  );
}

const aboutLine = (line: { id: string; person: { id: string } | null }, label: string) => ({
  ...{ orderItemId: line.id, label, concerns: line.person?.id ?? null },
  capacities: ['FIRM', 'SELF', 'GUARDIAN', 'POWER_OF_ATTORNEY'] as const,
});

function SendButton() {
  const t = useT();
  const { submit, send } = useExplanation();
  const { dialog } = useOrderDesk();
  useControlKey('Enter', () => {
    // In another form the key is that form's.
    const form = document.activeElement?.closest('form');
    if (!dialog && !form) submit();
  });
  return (
    <Button variant="contained" onClick={submit} aria-disabled={send.isPending}>
      {t('orders.letter.send')} <Kbd>Ctrl ↵</Kbd>
    </Button>
  );
}

function Crumb() {
  const t = useT();
  const { order, line } = useOrderDesk();
  return (
    <Box
      component="nav"
      aria-label={t('casePage.crumb')}
      sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}
    >
      <Link to="/orders">{t('orders.stalled')}</Link>
      <ChevronRightIcon aria-hidden fontSize="14px" />
      <span>
        {order.number}, {t('orders.line', { n: line.line })}
      </span>
    </Box>
  );
}

const statusShapes: Record<OrderLine['status'], StatusShape> = {
  DRAFT: 'work',
  PENDING: 'waits',
  IMAGE_REJECTED: 'rejected',
  READY: 'ready',
  IN_PRODUCTION: 'work',
  SHIPPED: 'approved',
  AUTO_CANCELLED: 'notApplicable',
  REJECTED: 'rejected',
  CANCELLED: 'notApplicable',
};

/** What it waits for, or how it ended. */
function LineStatus({ line }: { line: OrderLine }) {
  const t = useT();
  const wait = waitOf(line);
  const words = {
    registers: () => t(`orders.register.${wait.kind === 'registers' ? wait.register : 'AA'}`),
    approval: () => t('orders.waiting.APPROVAL').toLowerCase(),
    images: () => t('orders.images'),
    review: () => t('orders.images'),
  };
  const what = wait.kind in words ? words[wait.kind as keyof typeof words]() : null;
  return (
    <StatusChip shape={statusShapes[line.status]}>
      {what ? t('orders.waitsOn', { what }) : t(`enums.orderStatus.${line.status}`)}
    </StatusChip>
  );
}
