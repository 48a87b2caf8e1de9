import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { Panel } from '../../shared/Panel.tsx';
import { SrOnly } from '../../shared/SrOnly.tsx';
import { useWhen } from '../../shared/useWhen.ts';
import { isUnmet } from './check.rules.ts';
import { useExplanation } from './ExplanationContext.tsx';
import { useOrderDesk } from './OrderContext.tsx';
import type { RegisterCheck } from './order.documents.ts';

const ABOUT_PERSON: readonly string[] = ['FOLKEREGISTERET', 'AA', 'OAR', 'UDI'];

/** One register's answer: what was asked about whom, what it said, and the ways out. */
export function CheckPanel({ check }: { check: RegisterCheck }) {
  const t = useT();
  const { open } = useOrderDesk();
  const name = t(`orders.register.${check.register}`);
  const title = t('orders.checks.tile', { register: name, outcome: t(`orders.outcome.${check.outcome}`) });
  return (
    <Box id="register-check" aria-live="polite">
      <Panel
        title={title}
        end={
          check.hasAnswer && (
            <Button
              size="small"
              aria-haspopup="dialog"
              onClick={() => open({ name: 'ANSWER', check })}
              sx={{ p: 0, textDecoration: 'underline' }}
            >
              {t('orders.checks.whole')}
            </Button>
          )
        }
      >
        <Box
          sx={{
            display: 'grid',
            gap: 3,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '240px minmax(0, 1fr)' },
          }}
        >
          <Asked check={check} />
          <Ways check={check} />
        </Box>
      </Panel>
    </Box>
  );
}

function Asked({ check }: { check: RegisterCheck }) {
  const t = useT();
  const format = useFormat();
  const when = useWhen();
  const { order, line } = useOrderDesk();
  const { askedAt, since, reasonText, outcome, settledOutcome, attempts } = check;
  const unit = format.orgNumber(order.unit.orgNumber);
  const about = ABOUT_PERSON.includes(check.register)
    ? t('orders.checks.inUnit', { id: line.person?.maskedNationalId ?? '–', number: unit })
    : `${order.mainUnit.name} ${format.orgNumber(order.mainUnit.orgNumber)}`;
  const silent = outcome === 'UNAVAILABLE';
  const facts: [string, ReactNode][] = [
    [t('orders.checks.askedAt'), askedAt ? when(askedAt) : '–'],
    [t('orders.checks.about'), about],
    [t('orders.checks.answer'), reasonText ?? t('orders.checks.approved')],
    [t('orders.checks.since'), format.date(since)],
    ...(check.granted
      ? [[t('orders.checks.exception'), <Granted key="g" granted={check.granted} />] as const]
      : []),
    ...(silent
      ? ([[t('orders.checks.note'), <Silent key="n" {...{ attempts, settledOutcome }} />]] as const)
      : []),
  ].map(([label, value]) => [String(label), value]);
  return (
    <Box
      component="dl"
      sx={{
        ...{ display: 'grid', gap: '6px 8px', alignContent: 'start', '& dt': { color: 'desk.text2' } },
        gridTemplateColumns: { xs: '52px 1fr 52px 1fr', lg: '52px 1fr' },
        '& dd': { overflowWrap: 'anywhere' },
      }}
    >
      {facts.map(([label, value]) => (
        <Box key={label} sx={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Box>
      ))}
    </Box>
  );
}

/** Which exception let it pass, and until when. */
function Granted({ granted: { who, toOn } }: { granted: NonNullable<RegisterCheck['granted']> }) {
  const t = useT();
  const format = useFormat();
  return (
    <>
      {who}
      <div>{toOn ? t('orders.checks.until', { day: format.date(toOn) }) : t('orders.checks.whileRole')}</div>
    </>
  );
}

function Silent({ attempts, settledOutcome }: Pick<RegisterCheck, 'attempts' | 'settledOutcome'>) {
  const t = useT();
  return (
    <>
      {t('orders.checks.silent', { smart_count: attempts })}
      {settledOutcome && (
        <div>{t('orders.checks.stood', { outcome: t(`orders.outcome.${settledOutcome}`) })}</div>
      )}
    </>
  );
}

/** What would help, each put into the letter by one press; then the exceptions, and why they do not fit. */
function Ways({ check }: { check: RegisterCheck }) {
  const t = useT();
  const { pick, picked, allowed } = useExplanation();
  const { remedies, exceptions, register } = check;
  if (!isUnmet(check) || (remedies.length === 0 && exceptions.length === 0))
    return <Typography sx={{ color: 'desk.text2' }}>{t('orders.checks.nothing')}</Typography>;
  return (
    <Box component="ol" aria-label={t('orders.checks.remedies')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {remedies.map((text, index) => {
        const chosen = picked === `${register}-${index}`;
        return (
          <Way key={text} number={index + 1} text={text}>
            {allowed && (
              <Button
                size="small"
                variant="outlined"
                color={chosen ? 'primary' : 'inherit'}
                aria-pressed={chosen}
                onClick={() => pick(index)}
              >
                {t(chosen ? 'orders.checks.chosen' : 'orders.checks.choose')}
                <SrOnly>: {text}</SrOnly>
              </Button>
            )}
          </Way>
        );
      })}
      {exceptions.length > 0 && <Exceptions check={check} number={remedies.length + 1} />}
    </Box>
  );
}

interface WayProps {
  number: number;
  text: string;
  children: ReactNode;
  below?: ReactNode;
}

function Way({ number, text, children, below }: WayProps) {
  return (
    <Box
      component="li"
      sx={{
        ...{
          display: 'grid',
          gridTemplateColumns: '24px minmax(0, 1fr) auto',
          gap: 1.25,
          alignItems: 'start',
        },
        ...{ py: 1.25, borderTop: 1, borderColor: 'desk.line' },
        '&:first-of-type': { borderTop: 0, pt: 0 },
      }}
    >
      <Box
        component="span"
        aria-hidden
        sx={{
          ...{ width: 22, height: 22, borderRadius: '50%', bgcolor: 'desk.tint2', display: 'grid' },
          ...{ placeItems: 'center', fontSize: 12, fontWeight: 600 },
        }}
      >
        {number}
      </Box>
      <div>
        {text}
        {below}
      </div>
      {children}
    </Box>
  );
}

function Exceptions({ check, number }: { check: RegisterCheck; number: number }) {
  const t = useT();
  const [shown, setShown] = useState(false);
  const none =
    check.noException ?? (check.exceptions.every(({ ruledOut }) => ruledOut) && t('orders.checks.noneFits'));
  const codes = shown && (
    <Box component="ul" sx={{ m: 0, mt: 1, pl: 0, listStyle: 'none', display: 'grid', gap: 0.75 }}>
      {check.exceptions.map(({ code, who, ruledOut }) => (
        <li key={code}>
          <Typography variant="subtitle2" component="div">
            {who}
          </Typography>
          <Typography variant="caption" component="div" sx={{ color: 'desk.text2' }}>
            {code}. {ruledOut ? t('orders.checks.ruledOut', { why: ruledOut }) : t('orders.checks.mightFit')}
          </Typography>
        </li>
      ))}
    </Box>
  );
  return (
    <Way number={number} text={none || t('orders.checks.someFit')} below={codes}>
      <Button
        size="small"
        variant="outlined"
        color="inherit"
        aria-expanded={shown}
        onClick={() => setShown(!shown)}
      >
        {t(shown ? 'orders.checks.hideCodes' : 'orders.checks.codes')}
      </Button>
    </Way>
  );
}
