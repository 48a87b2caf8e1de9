import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { Fragment } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { StatusIcon } from '../../shared/StatusChip.tsx';
import { useWhen } from '../../shared/useWhen.ts';
import { CheckAgain } from './CheckAgain.tsx';
import { isUnmet, outcomeShapes } from './check.rules.ts';
import { useOrderDesk } from './OrderContext.tsx';
import type { RegisterCheck } from './order.documents.ts';

/** What waits for what, as a picture: one tile a register; a press shows its answer below. */
export function RegisterTiles() {
  const t = useT();
  const wide = useMediaQuery('(min-width: 1200px)');
  const { checks } = useOrderDesk().line;
  return (
    <Box component="section" aria-label={t('orders.checks.title')}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, mb: 1 }}>
        <Typography variant="h2">{t('orders.checks.title')}</Typography>
        <LastRun checks={checks} />
        <CheckAgain />
      </Box>
      {checks.length === 0 ? (
        <Typography sx={{ color: 'desk.text2' }}>{t('orders.checks.none')}</Typography>
      ) : (
        <Box
          component="ol"
          sx={{
            ...{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: '6px' },
            gridTemplateColumns: `repeat(${wide ? Math.max(checks.length, 6) : 4}, minmax(0, 1fr))`,
          }}
        >
          {checks.map(check => (
            <li key={check.id}>
              <Tile check={check} wide={wide} />
            </li>
          ))}
        </Box>
      )}
    </Box>
  );
}

function LastRun({ checks }: { checks: readonly RegisterCheck[] }) {
  const t = useT();
  const when = useWhen();
  const last = checks
    .flatMap(({ askedAt }) => askedAt ?? [])
    .sort()
    .at(-1);
  return (
    <Typography variant="caption" sx={{ ml: 'auto', color: 'desk.text2' }}>
      {last ? t('orders.checks.lastRun', { when: when(last) }) : t('orders.checks.never')}
    </Typography>
  );
}

const good = { '& svg': { color: 'desk.ok.icon' } };
const looks: Record<RegisterCheck['outcome'], object> = {
  APPROVED: good,
  APPROVED_BY_EXCEPTION: good,
  APPROVED_BY_SELF_DECLARATION: good,
  NOT_APPLICABLE: { bgcolor: 'desk.tint', borderStyle: 'dashed', '& svg': { color: 'desk.text2' } },
  PENDING: { '& svg': { color: 'desk.accentText' } },
  REJECTED: { '& svg': { color: 'desk.bad.icon' } },
  UNAVAILABLE: { '& svg': { color: 'desk.text2' } },
};

function Tile({ check, wide }: { check: RegisterCheck; wide: boolean }) {
  const t = useT();
  const format = useFormat();
  const { register: shown, choose } = useOrderDesk();
  const { register, outcome, since, nextAt } = check;
  const current = shown === register;
  const name = t(`orders.register.${register}`);
  const word = t(`orders.outcome.${outcome}`);
  const time = nextAt ? t('orders.checks.tries', { time: format.time(nextAt) }) : format.shortDate(since);
  return (
    <ButtonBase
      onClick={() => choose(register)}
      aria-current={current ? 'step' : undefined}
      aria-controls="register-check"
      sx={{
        ...{
          width: '100%',
          height: '100%',
          border: 1,
          borderColor: 'desk.line',
          borderRadius: '8px',
          font: 'inherit',
        },
        ...{ bgcolor: 'desk.paper', fontSize: 12, lineHeight: '16px', position: 'relative' },
        ...(wide
          ? { flexDirection: 'column', minHeight: 112, px: 0.5, py: 1.25, textAlign: 'center' }
          : { gap: 1, px: 1, py: 0.75, justifyContent: 'flex-start', textAlign: 'left' }),
        ...looks[outcome],
        ...(current && {
          ...{ borderColor: 'desk.accent', bgcolor: 'desk.accentBg', borderStyle: 'solid' },
          boxShadow: theme => `inset 0 0 0 1px ${theme.palette.primary.main}`,
        }),
      }}
    >
      <StatusIcon shape={outcomeShapes[outcome]} size={20} />
      <Box sx={{ minWidth: 0, ...(wide && { display: 'contents' }) }}>
        <Box
          component="span"
          sx={{
            ...{ display: 'block', fontWeight: 500, overflowWrap: 'anywhere', hyphens: 'auto' },
            ...(wide && { my: 0.5, minHeight: 32, display: 'grid', placeItems: 'center' }),
          }}
        >
          <RegisterName name={name} />
        </Box>
        <Box
          component="span"
          sx={{
            display: 'block',
            color: 'desk.text2',
            ...(isUnmet(check) && { color: 'desk.text', fontWeight: 600 }),
          }}
        >
          {word}
        </Box>
        {wide && outcome !== 'NOT_APPLICABLE' && (
          <Box component="span" sx={{ color: 'desk.text2' }}>
            {time}
          </Box>
        )}
      </Box>
    </ButtonBase>
  );
}

/** Where a long name of a register may break: "Folke|registeret". */
const BREAK = /(?=registeret$)/;

function RegisterName({ name }: { name: string }) {
  return (
    <span>
      {name.split(BREAK).map((part, index) => (
        <Fragment key={part}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
