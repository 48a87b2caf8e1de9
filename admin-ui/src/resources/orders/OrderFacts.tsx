import Box from '@mui/material/Box';
import { Link } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { Fact } from '../../shared/Fact.tsx';
import { Lead } from '../../shared/Lead.tsx';
import { LoggedNote } from '../../shared/LoggedNote.tsx';
import { NationalId } from '../../shared/NationalId.tsx';
import { StatusChip, type StatusShape } from '../../shared/StatusChip.tsx';
import { useOrderDesk } from './OrderContext.tsx';
import type { OrderLine } from './order.documents.ts';

/** Who, which firm, who ordered and how it is paid, and what belongs with it. */
export function OrderFacts() {
  const t = useT();
  const { line } = useOrderDesk();
  return (
    <Box
      component="section"
      aria-label={t('orders.facts.title')}
      tabIndex={0}
      sx={{
        overflow: 'auto',
        p: '16px 12px 16px 20px',
        borderRight: { xs: 1, lg: 0 },
        borderColor: 'desk.line',
      }}
    >
      <Box component="dl" sx={{ display: 'grid', gap: 1.25 }}>
        <PersonFacts />
        <FirmFacts />
        <OrderedFacts />
        <ImageFacts />
        <AroundFacts />
      </Box>
      {line.person && <LoggedNote />}
    </Box>
  );
}

function PersonFacts() {
  const t = useT();
  const format = useFormat();
  const { person, imageCaseId, startOn, postedWorker } = useOrderDesk().line;
  if (!person) return <Fact label={t('orders.facts.person')}>{t('orders.facts.hidden')}</Fact>;
  const { birthDate } = person;
  const number = imageCaseId ? <NationalId caseId={imageCaseId} person={person} /> : person.maskedNationalId;
  return (
    <>
      <Fact label={t('orders.facts.person')} note={number}>
        <Box component="span" sx={{ fontWeight: 500 }}>
          <Lead to={`/persons/${person.id}`} resource="person">
            {person.name}
          </Lead>
        </Box>
      </Fact>
      <Fact
        label={t('orders.facts.born')}
        note={person.restricted ? t('orders.facts.restricted') : person.dNumber && t('orders.facts.dNumber')}
      >
        {birthDate ? `${format.longDate(birthDate)} ${birthDate.slice(0, 4)}` : '–'}
      </Fact>
      {startOn && (
        <Fact label={t('orders.facts.start')} note={postedWorker && t('orders.facts.posted')}>
          {format.date(startOn)}
        </Fact>
      )}
    </>
  );
}

function FirmFacts() {
  const t = useT();
  const format = useFormat();
  const { unit, mainUnit, scheme } = useOrderDesk().order;
  return (
    <>
      <Fact label={t('orders.facts.unit')} note={format.orgNumber(unit.orgNumber)}>
        <Lead to={`/firms/${unit.orgNumber}`} resource="firm">
          {unit.name}
        </Lead>
      </Fact>
      <Fact label={t('orders.facts.onCard')} note={format.orgNumber(mainUnit.orgNumber)}>
        <Lead to={`/firms/${mainUnit.orgNumber}`} resource="firm">
          {mainUnit.name}
        </Lead>
      </Fact>
      <Fact label={t('orders.facts.scheme')}>{t(`enums.scheme.${scheme}`)}</Fact>
    </>
  );
}

function OrderedFacts() {
  const t = useT();
  const format = useFormat();
  const { orderer, orderedOn, lineCount, number, payment, customerReference, delivery, invoice } =
    useOrderDesk().order;
  const answers = t('orders.facts.answers', { language: t(`casePage.languageInText.${orderer.language}`) });
  const place = [delivery.street, [delivery.postcode, delivery.city].filter(Boolean).join(' ')];
  return (
    <>
      <Fact cut label={t('orders.facts.order')} note={t('orders.facts.lines', { smart_count: lineCount })}>
        {number}
      </Fact>
      <Fact label={t('orders.facts.ordered')}>{format.date(orderedOn)}</Fact>
      <Fact
        label={t('orders.facts.orderer')}
        note={
          <>
            {[orderer.role, answers].filter(Boolean).join(', ')}
            <br />
            {orderer.email}
          </>
        }
      >
        {orderer.name}
      </Fact>
      {invoice && (
        <Fact label={t('orders.facts.invoice')} note={t(`invoices.state.${invoice.state}`)}>
          <Lead to={`/invoices/${invoice.id}`} resource="invoice">
            {invoice.number}
          </Lead>
        </Fact>
      )}
      {payment && (
        <Fact
          label={t('orders.facts.payment')}
          note={customerReference && t('orders.facts.reference', { text: customerReference })}
        >
          {t(`orders.payment.${payment}`)}
        </Fact>
      )}
      {delivery.street && (
        <Fact label={t('orders.facts.delivery')} note={place.filter(Boolean).join(', ')}>
          {delivery.name ?? '–'}
        </Fact>
      )}
    </>
  );
}

export const imageShapes: Record<OrderLine['imageRequirement'], StatusShape> = {
  AWAITING_UPLOAD: 'waits',
  AWAITING_REVIEW: 'ready',
  MET: 'approved',
  REJECTED: 'rejected',
  STOPPED: 'rejected',
};

function ImageFacts() {
  const t = useT();
  const format = useFormat();
  const { imageRequirement, imageCaseId, imageCaseNumber, card, renews } = useOrderDesk().line;
  const until = (on: string | null) => on && t('orders.facts.expires', { date: format.date(on) });
  return (
    <>
      <Fact
        cut
        label={t('orders.facts.images')}
        note={imageCaseId && <Link to={`/cases/${imageCaseId}`}>{imageCaseNumber}</Link>}
      >
        <StatusChip shape={imageShapes[imageRequirement]}>
          {t(`enums.imageRequirement.${imageRequirement}`)}
        </StatusChip>
      </Fact>
      {card && (
        <Fact label={t('orders.facts.card')} note={until(card.expiresOn)}>
          <Lead to={`/cards/${card.number}`} resource="card">
            {card.number}
          </Lead>
          , {t(`orders.card.${card.status}`)}
        </Fact>
      )}
      {renews && (
        <Fact label={t('orders.facts.renews')} note={until(renews.expiresOn)}>
          <Lead to={`/cards/${renews.number}`} resource="card">
            {renews.number}
          </Lead>
          , {t(`orders.card.${renews.status}`)}
        </Fact>
      )}
    </>
  );
}

const MOST_SHOWN = 5;

function AroundFacts() {
  const t = useT();
  const { cases, otherOrders } = useOrderDesk().order;
  return (
    <>
      {cases.length > 0 && (
        <Fact cut label={t('orders.facts.cases')}>
          {cases.slice(0, MOST_SHOWN).map(({ id, number, personName, ofLine }) => (
            <Box key={id} sx={{ mb: 0.5 }}>
              <Link to={`/cases/${id}`}>{number}</Link> {personName}
              {!ofLine && (
                <Box component="span" sx={{ display: 'block', fontSize: 12, color: 'desk.text2' }}>
                  {t('orders.facts.ofFirm')}
                </Box>
              )}
            </Box>
          ))}
        </Fact>
      )}
      {otherOrders.length > 0 && (
        <Fact label={t('orders.facts.others')}>
          {otherOrders.slice(0, MOST_SHOWN).map(({ id, number, lines, waiting }) => (
            <Box key={id}>
              <Link to={`/orders/${number}`}>{number}</Link>{' '}
              <Box component="span" sx={{ fontSize: 12, color: 'desk.text2' }}>
                {t('orders.facts.waitingOf', { waiting, lines })}
              </Box>
            </Box>
          ))}
        </Fact>
      )}
    </>
  );
}
