import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import { CheckmarkCircleFillIcon, HourglassTopFilledIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import type { Deadline } from '../../graphql/fragments.ts';
import type { Format } from '../../i18n/format.ts';
import { type Translate, useFormat, useT } from '../../i18n/index.ts';
import { DeadlineCalendar } from '../../shared/DeadlineCalendar.tsx';
import { DeadlineSquares } from '../../shared/DeadlineSquares.tsx';
import { DeadlineSum } from '../../shared/DeadlineWorking.tsx';
import { osloToday } from '../../shared/today.ts';
import { isWaiting, type Wait, waitOf } from './check.rules.ts';
import { useOrderDesk } from './OrderContext.tsx';
import type { OrderLine } from './order.documents.ts';

type Until = { date: string; counted: number; days: number } | null;

function registersSentence(wait: Extract<Wait, { kind: 'registers' }>, until: Until, t: Translate): string {
  const register = t(`orders.register.${wait.register}`);
  if (!until) return t('orders.next.noClock', { register });
  const key = wait.more > 0 ? 'orders.next.registersMore' : 'orders.next.registers';
  return t(key, { register, more: wait.more, ...until });
}

const endedSentence = (status: OrderLine['status'], t: Translate) =>
  status === 'PENDING' || status === 'IMAGE_REJECTED' ? '' : t(`orders.next.${status}`);

/** The one sentence: what is waited for, and until when. */
function sentenceOf(line: OrderLine, t: Translate, format: Format): string {
  const wait = waitOf(line);
  const { clock, status } = line;
  const until = clock && { date: format.longDate(clock.dueOn), counted: clock.daysCounted, days: clock.days };
  if (wait.kind === 'registers') return registersSentence(wait, until, t);
  if (wait.kind === 'images') return until ? t('orders.next.images', until) : t('orders.next.imagesNoClock');
  if (wait.kind === 'review') return until ? t('orders.next.review', until) : t('orders.next.reviewNoClock');
  return wait.kind === 'ended' ? endedSentence(status, t) : t(`orders.next.${wait.kind}`);
}

export function OrderNext() {
  const t = useT();
  const format = useFormat();
  const { line, register } = useOrderDesk();
  const waiting = isWaiting(line);
  const wait = waitOf(line);
  const why =
    wait.kind === 'registers' && line.checks.find(check => check.register === wait.register)?.reasonText;
  const Icon = waiting ? HourglassTopFilledIcon : CheckmarkCircleFillIcon;
  return (
    <Box
      component="section"
      aria-label={t('orders.next.title')}
      data-register={register}
      sx={{
        ...{ display: 'flex', gap: 2, p: '14px 18px', border: 1, borderRadius: '8px' },
        bgcolor: waiting ? 'desk.accentBg' : 'desk.tint',
        borderColor: waiting ? 'desk.accentLine' : 'desk.line',
        '& > svg': { color: waiting ? 'desk.accentText' : 'desk.text2', flex: 'none' },
      }}
    >
      <Icon aria-hidden fontSize="1.5rem" />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="subtitle1" component="p">
          {sentenceOf(line, t, format)}
        </Typography>
        {why && (
          <Typography>
            {why} {t('orders.next.byItself')}
          </Typography>
        )}
        {line.clock && <Clock clock={line.clock} />}
      </Box>
    </Box>
  );
}

/** R2's days as squares; a press shows how they were counted. */
function Clock({ clock }: { clock: Deadline }) {
  const t = useT();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <Box
      sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, mt: 1.25 }}
    >
      <DeadlineSquares deadline={clock} dueOn={clock.dueOn} status="OPEN" />
      <Button
        size="small"
        aria-haspopup="dialog"
        onClick={event => setAnchor(event.currentTarget)}
        sx={{ p: 0, minHeight: 24, fontSize: 12, textDecoration: 'underline' }}
      >
        {t('orders.next.working')}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('shared.deadline.title') } }}
      >
        <Box sx={{ width: 312, px: 2, py: 1.5 }}>
          <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
            {t('shared.deadline.title')}
          </Typography>
          <DeadlineCalendar deadline={clock} today={osloToday()} />
          <DeadlineSum deadline={clock} />
        </Box>
      </Popover>
    </Box>
  );
}
