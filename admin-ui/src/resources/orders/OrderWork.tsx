import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { Link } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { useHotkeys } from '../../shared/hotkeys.ts';
import { Panel } from '../../shared/Panel.tsx';
import { CheckPanel } from './CheckPanel.tsx';
import { Explanation } from './Explanation.tsx';
import { useExplanation } from './ExplanationContext.tsx';
import { OrderApproval } from './OrderApproval.tsx';
import { useOrderDesk } from './OrderContext.tsx';
import { OrderNext } from './OrderNext.tsx';
import { RegisterTiles } from './RegisterTiles.tsx';

/** The middle of the page: what it waits for, why, and the way out. */
export function OrderWork() {
  const { line, register, choose, open } = useOrderDesk();
  const explanation = useExplanation();
  const { checks } = line;
  const chosen = checks.find(check => check.register === register);
  const step = (by: number) => () => {
    const at = checks.findIndex(check => check.register === register);
    const next = checks[(at + by + checks.length) % checks.length];
    if (next) choose(next.register);
  };
  useHotkeys({
    ArrowRight: step(1),
    ArrowLeft: step(-1),
    e: explanation.focus,
    v: () => chosen?.hasAnswer && open({ name: 'ANSWER', check: chosen }),
  });
  return (
    <Box sx={{ display: 'grid', gap: 1.75, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <OrderNext />
      <OrderApproval />
      <RegisterTiles />
      {chosen && <CheckPanel key={chosen.id} check={chosen} />}
      {explanation.allowed && <Explanation />}
      <Lines />
    </Box>
  );
}

/** The other lines of the order, each a way to its own page. */
function Lines() {
  const t = useT();
  const { order, line } = useOrderDesk();
  if (order.lineCount < 2) return null;
  return (
    <Panel title={t('orders.lines.title')}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid' }}>
        {order.lines.map(({ id, line: number, status, personName }) => (
          <Box
            component="li"
            key={id}
            sx={{ borderTop: 1, borderColor: 'desk.line', '&:first-of-type': { borderTop: 0 } }}
          >
            <ButtonBase
              component={Link}
              to={`/orders/${order.number}?line=${number}`}
              aria-current={id === line.id ? 'true' : undefined}
              sx={{
                ...{
                  width: '100%',
                  minHeight: 36,
                  px: 1,
                  gap: 1.5,
                  font: 'inherit',
                  justifyContent: 'flex-start',
                },
                ...(id === line.id && { bgcolor: 'desk.accentBg', fontWeight: 500 }),
              }}
            >
              <span>{t('orders.lines.line', { n: number })}</span>
              <span>{personName}</span>
              <Box component="span" sx={{ ml: 'auto', color: 'desk.text2' }}>
                {t(`enums.orderStatus.${status}`)}
              </Box>
            </ButtonBase>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
