import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import {
  CheckmarkCircleFillIcon,
  DiamondFillIcon,
  ExclamationmarkTriangleFillIcon,
  HourglassTopFilledIcon,
  TimerPauseFillIcon,
  XMarkOctagonFillIcon,
} from '@navikt/aksel-icons';
import { type MouseEvent, useState } from 'react';
import type { Format } from '../../i18n/format.ts';
import { type Translate, useFormat, useT } from '../../i18n/index.ts';
import { DeadlineSquares } from '../../shared/DeadlineSquares.tsx';
import { DeadlineWorking } from '../../shared/DeadlineWorking.tsx';
import { useCaseDesk } from './CaseContext.tsx';
import { nextStep, type Sentence, type NextStep as Step } from './next-step.rules.ts';
import { useNow } from './useNow.ts';

const icons = {
  ready: DiamondFillIcon,
  hold: TimerPauseFillIcon,
  waits: HourglassTopFilledIcon,
  attention: ExclamationmarkTriangleFillIcon,
  approved: CheckmarkCircleFillIcon,
  rejected: XMarkOctagonFillIcon,
};
const isKnown = (shape: Step['shape']): shape is keyof typeof icons => shape in icons;

const looks = {
  work: { bgcolor: 'desk.accentBg', borderColor: 'desk.accentLine', '& > svg': { color: 'desk.accentText' } },
  wait: { bgcolor: 'desk.accentBg', borderColor: 'desk.accentLine', '& > svg': { color: 'desk.accentText' } },
  warn: {
    bgcolor: 'desk.warn.background',
    borderColor: 'desk.warn.line',
    '& > svg': { color: 'desk.warn.icon' },
  },
  done: { bgcolor: 'desk.tint', borderColor: 'desk.line', '& > svg': { color: 'desk.text2' } },
};

function say({ key, params = {}, dates = {} }: Sentence, t: Translate, format: Format) {
  const written = Object.entries(dates).map(([name, value]) => [
    name,
    name === 'time' ? format.time(value) : format.longDate(value.length === 10 ? value : dayIn(value)),
  ]);
  return t(key, { ...params, ...Object.fromEntries(written) });
}
const oslo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short' });
const dayIn = (instant: string) => oslo.format(new Date(instant)).slice(0, 10);

/** The one sentence that says what happens next, why, and how the deadline stands. */
export function NextStep() {
  const t = useT();
  const format = useFormat();
  const { detail } = useCaseDesk();
  const step = nextStep(detail, useNow());
  const Icon = isKnown(step.shape) ? icons[step.shape] : DiamondFillIcon;
  return (
    <Box
      component="section"
      aria-label={t('casePage.next.title')}
      sx={{
        display: 'flex',
        gap: 2,
        p: '14px 18px',
        border: 1,
        borderRadius: '8px',
        ...looks[step.tone],
        '& > svg': { ...looks[step.tone]['& > svg'], flex: 'none' },
      }}
    >
      <Icon aria-hidden fontSize="1.5rem" />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="subtitle1" component="p">
          {say(step.sentence, t, format)}
        </Typography>
        {step.detail && <Typography>{say(step.detail, t, format)}</Typography>}
        <Deadline />
      </Box>
    </Box>
  );
}

function Deadline() {
  const t = useT();
  const { detail } = useCaseDesk();
  const [anchor, setAnchor] = useState<{ element: HTMLElement; whatIf: boolean } | null>(null);
  const openAs = (whatIf: boolean) => (event: MouseEvent<HTMLElement>) =>
    setAnchor({ element: event.currentTarget, whatIf });
  const link = { p: 0, minHeight: 24, fontSize: 12, textDecoration: 'underline' };
  return (
    <Box
      sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, mt: 1.25 }}
    >
      <DeadlineSquares deadline={detail.deadline} dueOn={detail.dueOn} status={detail.status} />
      <Button size="small" aria-haspopup="dialog" onClick={openAs(false)} sx={link}>
        {t('casePage.next.working')}
      </Button>
      {detail.status !== 'CLOSED' && (
        <Button size="small" aria-haspopup="dialog" onClick={openAs(true)} sx={link}>
          {t('casePage.next.whatIf')}
        </Button>
      )}
      <Popover
        open={anchor !== null}
        anchorEl={anchor?.element ?? null}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('shared.deadline.title') } }}
      >
        <DeadlineWorking caseId={detail.id} asking={anchor?.whatIf ?? false} />
      </Popover>
    </Box>
  );
}
