import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import { dayOf } from '../../i18n/format.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Fact } from '../../shared/Fact.tsx';
import { NationalId } from '../../shared/NationalId.tsx';
import { osloToday } from '../../shared/today.ts';
import { shownSubmission } from './bench-model.ts';
import { FactsDeadline } from './FactsDeadline.tsx';
import type { Submission } from './image-review.documents.ts';
import type { BenchDesk } from './useBenchDesk.ts';

function Delivered({ submission }: { submission: Submission }) {
  const t = useT();
  const format = useFormat();
  const { submittedAt, channel } = submission;
  const isToday = dayOf(submittedAt) === osloToday();
  const when = isToday
    ? t('bench.facts.today', { time: format.time(submittedAt) })
    : format.dateTime(submittedAt);
  return (
    <Fact
      label={t('bench.facts.delivered')}
      note={t(channel === 'LINK' ? 'bench.facts.byLink' : 'bench.facts.byLetter')}
    >
      {when}
    </Fact>
  );
}

function OrderFacts({ desk }: { desk: BenchDesk }) {
  const t = useT();
  const format = useFormat();
  const { orderItem, id } = desk.bench.case;
  if (!orderItem) return null;
  const { unit, mainUnit, orderNumber, line, ordererName, ordererRole } = orderItem;
  return (
    <>
      <Fact cut label={t('bench.facts.unit')} note={format.orgNumber(unit.orgNumber)}>
        {unit.name}
      </Fact>
      <Fact label={t('bench.facts.onCard')} note={format.orgNumber(mainUnit.orgNumber)}>
        {mainUnit.name}
      </Fact>
      <Fact label={t('bench.facts.scheme')}>{t(`enums.scheme.${orderItem.scheme}`)}</Fact>
      <Fact
        cut
        label={t('bench.facts.order')}
        note={ordererRole ? `${ordererName}, ${ordererRole}` : ordererName}
      >
        <Link to={`/cases/${id}`}>{t('bench.facts.line', { order: orderNumber, line })}</Link>
      </Fact>
    </>
  );
}

export function FactsList({ desk }: { desk: BenchDesk }) {
  const t = useT();
  const format = useFormat();
  const { person, orderItem } = desk.bench.case;
  const shown = shownSubmission(desk.bench);
  return (
    <>
      {person && (
        <Typography component="h2" sx={{ fontSize: 16, lineHeight: '24px', fontWeight: 600 }}>
          {person.name}
        </Typography>
      )}
      <Box component="dl" sx={{ display: 'grid', gap: 1, mt: 1 }}>
        {person && (
          <>
            <Fact label={t(person.dNumber ? 'bench.facts.dNumber' : 'bench.facts.nationalId')}>
              <NationalId person={person} caseId={desk.bench.case.id} />
            </Fact>
            <Fact
              label={t('bench.facts.born')}
              note={person.restricted ? t('bench.facts.restricted') : undefined}
            >
              {person.birthDate
                ? `${format.longDate(person.birthDate)} ${person.birthDate.slice(0, 4)}`
                : t('bench.facts.unknown')}
            </Fact>
          </>
        )}
        <OrderFacts desk={desk} />
        {shown && <Delivered submission={shown} />}
        {orderItem && (
          <Fact label={t('bench.facts.headgear')}>
            {t(orderItem.headgearExemption ? 'shared.yes' : 'shared.no')}
          </Fact>
        )}
        <FactsDeadline benchCase={desk.bench.case} />
      </Box>
    </>
  );
}
