import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link as RouterLink, useParams } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Section } from '../../shared/Section.tsx';
import { CallButton, CallNotice } from '../caller/CallNotice.tsx';
import { CheckAgainButton } from '../orders/CheckAgainButton.tsx';
import { CardActions } from './CardActions.tsx';
import { CardChecks } from './CardChecks.tsx';
import { CardFacts } from './CardFacts.tsx';
import { CardHistory } from './CardHistory.tsx';
import { CardSentence } from './CardSentence.tsx';
import { CardStatusChip } from './CardStatusChip.tsx';
import { coversCard } from './call.rules.ts';
import type { CardDetail } from './card.documents.ts';
import { getCard } from './card.provider.ts';

/** What state a card is in and why, whose it is, where it came from, and what can be done. */
export function CardShow() {
  const t = useT();
  const { number = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['card', number],
    queryFn: ({ signal }) => getCard(number, signal),
  });
  const title = t('cards.heading', { number });
  if (!data)
    return (
      <>
        <PageHead title={title} />
        <Box sx={{ px: 3 }}>
          {error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : <LoadingShape />}
        </Box>
      </>
    );
  return (
    <>
      <PageHead
        title={title}
        crumb={
          <Link component={RouterLink} to="/cards">
            {t('cards.crumb')}
          </Link>
        }
        status={<CardStatusChip status={data.status} />}
        actions={
          <>
            <CallButton about={aboutCard(data, t('caller.what.card', { number }))} />
            <CardActions card={data} />
          </>
        }
        line
      />
      <CardBody card={data} />
    </>
  );
}

const aboutCard = ({ id, person, earlierIssuer }: CardDetail, label: string) => ({
  ...{ cardId: id, label, concerns: person?.id ?? null },
  capacities: earlierIssuer
    ? (['FIRM'] as const)
    : (['SELF', 'FIRM', 'GUARDIAN', 'POWER_OF_ATTORNEY'] as const),
});

function CardBody({ card }: { card: CardDetail }) {
  const t = useT();
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2.5,
        px: 3,
        py: 2,
        gridTemplateColumns: { xs: '216px minmax(0, 1fr)', lg: '240px minmax(0, 1fr) 340px' },
        alignItems: 'start',
      }}
    >
      <CardFacts card={card} />
      <Box sx={{ display: 'grid', gap: 2.5, minWidth: 0 }}>
        <CallNotice isAbout={coversCard(card)} />
        <CardSentence card={card} />
        <Section title={t('cards.checks')} aside={<CardCheckAgain card={card} />}>
          <CardChecks checks={card.checks} />
        </Section>
      </Box>
      <Box sx={{ gridColumn: { xs: '1 / -1', lg: 'auto' } }}>
        <Section title={t('cards.history')}>
          <CardHistory events={card.events} />
        </Section>
      </Box>
    </Box>
  );
}

/** Asks about the line the card came from: a card that fails becomes invalid by itself, and one that passes valid. */
function CardCheckAgain({ card: { order, allowedActions } }: { card: CardDetail }) {
  const client = useQueryClient();
  if (!order || !allowedActions.includes('CHECK_AGAIN')) return null;
  const refresh = () => client.invalidateQueries({ queryKey: ['card'] });
  return <CheckAgainButton itemId={order.itemId} version={order.version} onSettled={refresh} />;
}
