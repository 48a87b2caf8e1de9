import Box from '@mui/material/Box';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { CaseStatusChip } from '../../shared/CaseStatusChip.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { Section } from '../../shared/Section.tsx';
import { CallList } from '../caller/CallList.tsx';
import { PowerList } from '../caller/PowerList.tsx';
import { CardStatusChip } from '../cards/CardStatusChip.tsx';
import { Lines } from '../firms/Lines.tsx';
import type { PersonDetail } from './person.documents.ts';

export function PersonSections({ detail }: { detail: PersonDetail }) {
  const t = useT();
  const may = useMay();
  const { employments, cards, orders, cases, calls, lookups, person } = detail;
  return (
    <Box
      sx={{
        ...{ display: 'grid', gap: 2, alignItems: 'start' },
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' },
      }}
    >
      <Section title={t('persons.cards')}>
        <Cards cards={cards} />
      </Section>
      <Section title={t('persons.orders')}>
        <Orders orders={orders} />
      </Section>
      <Section title={t('persons.employments')}>
        <Employments employments={employments} />
      </Section>
      <Section title={t('persons.cases')}>
        <Cases cases={cases} />
      </Section>
      {may('caller', 'verify') && (
        <>
          <Section title={t('persons.calls')}>
            <CallList calls={calls} empty={t('persons.noCalls')} />
          </Section>
          <Section title={t('persons.powers')}>
            <PowerList personId={person.id} />
          </Section>
        </>
      )}
      {lookups && <Lookups lookups={lookups} />}
    </Box>
  );
}

function Cards({ cards }: Pick<PersonDetail, 'cards'>) {
  const t = useT();
  const format = useFormat();
  return (
    <Lines
      empty={t('persons.noCards')}
      rows={cards.map(({ id, number, status, mainUnit, expiresOn }) => ({
        key: id,
        what: <RowLink to={`/cards/${number}`}>{number}</RowLink>,
        note: [mainUnit.name, expiresOn && format.date(expiresOn)].filter(Boolean).join(' · '),
        chip: <CardStatusChip status={status} />,
      }))}
    />
  );
}

function Orders({ orders }: Pick<PersonDetail, 'orders'>) {
  const t = useT();
  const format = useFormat();
  return (
    <Lines
      empty={t('persons.noOrders')}
      rows={orders.map(({ id, number, line, status, orderedOn, unit }) => ({
        key: id,
        what: <RowLink to={`/orders/${number}?line=${line}`}>{`${number}-${line}`}</RowLink>,
        note: [unit.name, format.date(orderedOn), t(`enums.orderStatus.${status}`)].join(' · '),
      }))}
    />
  );
}

function Employments({ employments }: Pick<PersonDetail, 'employments'>) {
  const t = useT();
  const format = useFormat();
  return (
    <Lines
      empty={t('persons.noEmployments')}
      rows={employments.map(({ id, unit, source, startOn, endOn }) => ({
        key: id,
        what: <RowLink to={`/firms/${unit.orgNumber}`}>{unit.name}</RowLink>,
        note: [
          t(`firms.sourceName.${source}`),
          t('firms.fromTo', { from: format.date(startOn), to: endOn ? format.date(endOn) : '' }),
        ].join(' · '),
      }))}
    />
  );
}

function Cases({ cases }: Pick<PersonDetail, 'cases'>) {
  const t = useT();
  const format = useFormat();
  return (
    <Lines
      empty={t('persons.noCases')}
      rows={cases.map(({ id, number, kind, status, openedOn }) => ({
        key: id,
        what: <RowLink to={`/cases/${id}`}>{number}</RowLink>,
        note: [t(`enums.caseKind.${kind}`), format.date(openedOn)].join(' · '),
        chip: <CaseStatusChip status={status} />,
      }))}
    />
  );
}

function Lookups({ lookups }: { lookups: NonNullable<PersonDetail['lookups']> }) {
  const t = useT();
  const format = useFormat();
  return (
    <Section title={t('persons.lookups')}>
      <Lines
        empty={t('persons.noLookups')}
        rows={lookups.map(({ id, at, who, reason }) => ({
          key: id,
          what: who ?? t('cards.automatic'),
          note: [format.dateTime(at), reason].filter(Boolean).join(' · '),
        }))}
      />
    </Section>
  );
}
