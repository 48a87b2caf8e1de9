import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { Format } from '../../i18n/format.ts';
import { type Translate, useFormat, useT } from '../../i18n/index.ts';
import type { StatusShape } from '../../shared/StatusChip.tsx';
import { StatusChip } from '../../shared/StatusChip.tsx';
import type { TipCard } from './tip-card.documents.ts';

type Status = NonNullable<TipCard['status']>;

const SHAPES: Record<Status, StatusShape> = {
  VALID: 'approved',
  INVALID: 'rejected',
  BLOCKED: 'rejected',
  EXPIRED: 'notApplicable',
};

interface TipCardFactsProps {
  card: TipCard;
}

/** What the issuer's register says of the card; never who holds it. */
export function TipCardFacts({ card }: TipCardFactsProps) {
  const t = useT();
  const format = useFormat();
  if (card.status === null) return <Typography>{t('tips.unknown')}</Typography>;
  return (
    <>
      <Box
        component="dl"
        sx={{
          display: 'grid',
          gridTemplateColumns: '140px minmax(0, 1fr)',
          rowGap: 0.5,
          m: 0,
          '& dt': { color: 'desk.text2' },
          '& dd': { m: 0 },
        }}
      >
        {factsOf(card, card.status, { t, format }).map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
      </Box>
      <History card={card} />
    </>
  );
}

function Fact({ name, value }: { name: string; value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

interface Words {
  t: Translate;
  format: Format;
}

function factsOf(card: TipCard, status: Status, { t, format }: Words): [string, ReactNode][] {
  const {
    statusAt,
    firmName,
    orgNumber,
    scheme,
    validFrom,
    expiresOn,
    earlierIssuer,
    seizedOn,
    seizedBy,
    shreddedOn,
  } = card;
  const word = t(`tips.status.${status}`);
  const facts: [string, ReactNode | null][] = [
    [
      t('tips.facts.status'),
      <StatusChip key="status" shape={SHAPES[status]}>
        {statusAt ? t('tips.since', { status: word, date: format.date(statusAt) }) : word}
      </StatusChip>,
    ],
    [t('tips.facts.firm'), [firmName, orgNumber && format.orgNumber(orgNumber)].filter(Boolean).join(', ')],
    [t('tips.facts.scheme'), scheme && t(`enums.scheme.${scheme}`)],
    [
      t('tips.facts.validity'),
      validFrom &&
        expiresOn &&
        t('tips.period', { from: format.date(validFrom), to: format.date(expiresOn) }),
    ],
    [t('tips.facts.issuer'), earlierIssuer ? t('tips.facts.earlier') : null],
    [t('tips.facts.seized'), seizedOn && [format.date(seizedOn), seizedBy].filter(Boolean).join(', ')],
    [t('tips.facts.shredded'), shreddedOn && format.date(shreddedOn)],
  ];
  return facts.filter(([, value]) => Boolean(value));
}

function History({ card }: TipCardFactsProps) {
  const t = useT();
  const format = useFormat();
  const what = ({ type, to }: TipCard['history'][number]) =>
    type === 'CARD_STATUS'
      ? t(`tips.status.${to as Status}`)
      : t(`tips.event.${type as 'SEIZED' | 'SHREDDED'}`);
  if (card.history.length === 0) return null;
  return (
    <>
      <Typography variant="subtitle2" sx={{ mt: 1.5 }}>
        {t('tips.history')}
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {card.history.map(event => (
          <li key={`${event.at}${event.type}`}>
            {format.dateTime(event.at)} · {what(event)}
          </li>
        ))}
      </Box>
    </>
  );
}
