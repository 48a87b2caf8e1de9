import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { request } from '../../graphql/client.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { useCaseDesk } from './CaseContext.tsx';
import { askIssuerToBlock, tellEmployerOfTip } from './case.provider.ts';
import { TipCardFacts } from './TipCardFacts.tsx';
import { type TipCard, tipCardQuery } from './tip-card.documents.ts';
import { useQuickWrite } from './useQuickWrite.ts';

/** The card somebody has reported, what was said about it, and what can be done. */
export function TipPanel() {
  const t = useT();
  const { detail } = useCaseDesk();
  const { data, error, refetch } = useQuery({
    queryKey: ['case', detail.id, 'tip-card', detail.version],
    queryFn: ({ signal }) => request(tipCardQuery, { caseId: detail.id }, { signal }),
    select: answer => answer.tipCard,
  });
  if (error) return <ErrorPanel error={error} title={t('tips.failed')} onRetry={() => void refetch()} />;
  if (!data) return <LoadingShape shape="panel" rows={5} />;
  return (
    <>
      <Panel title={t('tips.card', { number: data.number })}>
        <TipCardFacts card={data} />
        <Steps card={data} />
      </Panel>
      <Tips card={data} />
    </>
  );
}

/** Each once: afterwards it is said when. */
function Steps({ card }: { card: TipCard }) {
  const t = useT();
  const format = useFormat();
  const { allowedActions } = useCaseDesk().detail;
  const tell = useQuickWrite('tips.done.tell');
  const ask = useQuickWrite('tips.done.ask');
  const { employerToldAt, blockAskedAt, canTellEmployer, status } = card;
  const canTell = allowedActions.includes('TELL_EMPLOYER') && canTellEmployer && !employerToldAt;
  const canAsk = allowedActions.includes('ASK_FOR_BLOCK') && status !== null && !blockAskedAt;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mt: 1.5 }}>
      {canTell && (
        <Button
          variant="outlined"
          onClick={() => tell.mutate(tellEmployerOfTip)}
          aria-disabled={tell.isPending}
        >
          {t('tips.tell')}
        </Button>
      )}
      {canAsk && (
        <Button variant="outlined" onClick={() => ask.mutate(askIssuerToBlock)} aria-disabled={ask.isPending}>
          {t('tips.ask')}
        </Button>
      )}
      {employerToldAt && <span>{t('tips.told', { when: format.dateTime(employerToldAt) })}</span>}
      {blockAskedAt && <span>{t('tips.asked', { when: format.dateTime(blockAskedAt) })}</span>}
    </Box>
  );
}

function Tips({ card }: { card: TipCard }) {
  const t = useT();
  const format = useFormat();
  return (
    <Panel title={t('tips.list', { count: card.tips.length })}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {card.tips.map(tip => (
          <li key={tip.id}>
            <Typography sx={{ color: 'desk.text2' }}>
              {format.dateTime(tip.receivedAt)} ·{' '}
              {t(tip.reporter ? 'tips.reporter.CONTROL' : 'tips.reporter.PUBLIC')}
            </Typography>
            <Typography sx={{ fontWeight: 500 }}>{t(`tips.category.${tip.category}`)}</Typography>
            <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {tip.text ?? t('tips.noText')}
            </Typography>
          </li>
        ))}
      </Box>
    </Panel>
  );
}
