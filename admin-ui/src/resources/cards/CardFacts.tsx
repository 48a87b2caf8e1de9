import Box from '@mui/material/Box';
import { useFormat, useT } from '../../i18n/index.ts';
import { Fact } from '../../shared/Fact.tsx';
import { LoggedNote } from '../../shared/LoggedNote.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import type { CardDetail } from './card.documents.ts';

export function CardFacts({ card }: { card: CardDetail }) {
  const t = useT();
  return (
    <Box component="section" aria-label={t('cards.facts')}>
      <Box component="dl" sx={{ display: 'grid', gap: 1.25, m: 0 }}>
        <Whose card={card} />
        <Period card={card} />
        <Others card={card} />
      </Box>
      {card.person && <LoggedNote />}
    </Box>
  );
}

function Whose({ card: { person, unit, mainUnit, scheme } }: { card: CardDetail }) {
  const t = useT();
  const format = useFormat();
  return (
    <>
      {person && (
        <Fact label={t('cards.person')} note={person.maskedNationalId}>
          <RowLink to={`/persons/${person.id}`}>{person.name}</RowLink>
        </Fact>
      )}
      {unit && (
        <Fact label={t('cards.unit')} note={format.orgNumber(unit.orgNumber)}>
          <RowLink to={`/firms/${unit.orgNumber}`}>{unit.name}</RowLink>
        </Fact>
      )}
      <Fact label={t('cards.onCard')} note={format.orgNumber(mainUnit.orgNumber)}>
        <RowLink to={`/firms/${mainUnit.orgNumber}`}>{mainUnit.name}</RowLink>
      </Fact>
      {scheme && <Fact label={t('cards.scheme')}>{t(`enums.scheme.${scheme}`)}</Fact>}
    </>
  );
}

function Period({ card: { validFrom, expiresOn, order } }: { card: CardDetail }) {
  const t = useT();
  const format = useFormat();
  return (
    <>
      {validFrom && (
        <Fact cut label={t('cards.from')}>
          {format.date(validFrom)}
        </Fact>
      )}
      {expiresOn && <Fact label={t('cards.until')}>{format.date(expiresOn)}</Fact>}
      {order && (
        <Fact label={t('cards.order')} note={format.date(order.orderedOn)}>
          <RowLink to={`/orders/${order.number}?line=${order.line}`}>{t('cards.orderLine', order)}</RowLink>
        </Fact>
      )}
    </>
  );
}

function Others({ card }: { card: CardDetail }) {
  const t = useT();
  const format = useFormat();
  const { replaces, replacedBy, shreddedOn, seizedOn, seizedBy } = card;
  return (
    <>
      {replaces && (
        <Fact cut label={t('cards.replaces')}>
          <RowLink to={`/cards/${replaces.number}`}>{replaces.number}</RowLink>
        </Fact>
      )}
      {replacedBy && (
        <Fact label={t('cards.replacedBy')}>
          <RowLink to={`/cards/${replacedBy.number}`}>{replacedBy.number}</RowLink>
        </Fact>
      )}
      {shreddedOn && <Fact label={t('cards.shredded')}>{format.date(shreddedOn)}</Fact>}
      {seizedOn && (
        <Fact label={t('cards.seized')} note={seizedBy && t('cards.seizedBy', { who: seizedBy })}>
          {format.date(seizedOn)}
        </Fact>
      )}
    </>
  );
}
