import Box from '@mui/material/Box';
import { Link } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { Fact } from '../../shared/Fact.tsx';
import { LoggedNote } from '../../shared/LoggedNote.tsx';
import { NationalId } from '../../shared/NationalId.tsx';
import { StatusChip, type StatusShape } from '../../shared/StatusChip.tsx';
import { useCaseDesk } from './CaseContext.tsx';
import type { CaseDetail } from './case.documents.ts';
import { PeopleFacts } from './PeopleFacts.tsx';
import { priorityName } from './priority.ts';

/** Who, which firm, which order, how it came, what belongs with it. */
export function CaseFacts() {
  const t = useT();
  const { detail } = useCaseDesk();
  return (
    <Box
      component="section"
      aria-label={t('casePage.facts.title')}
      tabIndex={0}
      sx={{
        overflow: 'auto',
        p: '16px 12px 16px 20px',
        borderRight: { xs: 1, lg: 0 },
        borderColor: { xs: 'desk.line', lg: 'desk.line' },
      }}
    >
      <Box
        component="dl"
        sx={{ display: 'grid', gap: 1.25, '& > div:first-of-type': { borderTop: 0, pt: 0, mt: 0 } }}
      >
        <PersonFacts detail={detail} />
        <FirmFacts detail={detail} />
        <OrderFacts detail={detail} />
        <DeskFacts detail={detail} />
        <PeopleFacts />
      </Box>
      {detail.person && <LoggedNote />}
    </Box>
  );
}

function PersonFacts({ detail: { id, person } }: { detail: CaseDetail }) {
  const t = useT();
  const format = useFormat();
  if (!person) return null;
  const { birthDate } = person;
  return (
    <>
      <Fact label={t('casePage.facts.person')} note={<NationalId caseId={id} person={person} />}>
        <Box component="span" sx={{ fontWeight: 500 }}>
          {person.name}
        </Box>
      </Fact>
      <Fact
        label={t('casePage.facts.born')}
        note={
          person.restricted ? t('casePage.facts.restricted') : person.dNumber && t('casePage.facts.dNumber')
        }
      >
        {birthDate ? `${format.longDate(birthDate)} ${birthDate.slice(0, 4)}` : '–'}
      </Fact>
    </>
  );
}

function FirmFacts({ detail: { orderItem, organisation } }: { detail: CaseDetail }) {
  const t = useT();
  const format = useFormat();
  if (!orderItem && !organisation) return null;
  if (!orderItem)
    return (
      <Fact label={t('casePage.facts.firm')} note={format.orgNumber(organisation?.orgNumber ?? '')}>
        {organisation?.name}
      </Fact>
    );
  const { unit, mainUnit, scheme } = orderItem;
  return (
    <>
      <Fact label={t('casePage.facts.unit')} note={format.orgNumber(unit.orgNumber)}>
        {unit.name}
      </Fact>
      <Fact label={t('casePage.facts.onCard')} note={format.orgNumber(mainUnit.orgNumber)}>
        {mainUnit.name}
      </Fact>
      <Fact label={t('casePage.facts.scheme')}>{t(`enums.scheme.${scheme}`)}</Fact>
    </>
  );
}

const shapes: Record<NonNullable<CaseDetail['orderItem']>['imageRequirement'], StatusShape> = {
  AWAITING_UPLOAD: 'waits',
  AWAITING_REVIEW: 'ready',
  MET: 'approved',
  REJECTED: 'rejected',
  STOPPED: 'rejected',
};

function OrderFacts({ detail: { orderItem } }: { detail: CaseDetail }) {
  const t = useT();
  const may = useMay();
  const format = useFormat();
  if (!orderItem) return null;
  const { orderNumber, line, ordererName, ordererRole, ordererLanguage, imageRequirement } = orderItem;
  const answers = t('casePage.facts.answers', {
    language: t(`casePage.languageInText.${ordererLanguage}`),
  });
  return (
    <>
      <Fact
        cut
        label={t('casePage.facts.order')}
        note={t('casePage.facts.orderLine', {
          line,
          status: t(`enums.orderStatus.${orderItem.status}`).toLowerCase(),
        })}
      >
        {may('order', 'read') ? (
          <Link to={`/orders/${orderNumber}?line=${line}`}>{orderNumber}</Link>
        ) : (
          orderNumber
        )}
      </Fact>
      <Fact label={t('casePage.facts.orderedOn')}>{format.date(orderItem.orderedOn)}</Fact>
      <Fact
        label={t('casePage.facts.orderer')}
        note={
          <>
            {[ordererRole, answers].filter(Boolean).join(', ')}
            <br />
            {orderItem.ordererEmail}
          </>
        }
      >
        {ordererName}
      </Fact>
      <Fact
        cut
        label={t('casePage.facts.images')}
        note={orderItem.headgearExemption && t('casePage.facts.headgear')}
      >
        <StatusChip shape={shapes[imageRequirement]}>
          {t(`enums.imageRequirement.${imageRequirement}`)}
        </StatusChip>
      </Fact>
    </>
  );
}

function DeskFacts({ detail }: { detail: CaseDetail }) {
  const t = useT();
  const format = useFormat();
  const { channel, language, openedOn, promisedOn, priority } = detail;
  return (
    <>
      <Fact cut label={t('casePage.facts.opened')} note={t(`enums.channel.${channel}`)}>
        {format.date(openedOn)}
      </Fact>
      <Fact label={t('casePage.facts.language')}>{t(`enums.language.${language}`)}</Fact>
      <Fact label={t('casePage.facts.priority')}>{t(`cases.priority.${priorityName(priority)}`)}</Fact>
      <Fact label={t('casePage.facts.promised')}>
        {promisedOn ? format.date(promisedOn) : t('casePage.facts.notPromised')}
      </Fact>
    </>
  );
}
