import Button from '@mui/material/Button';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMe } from '../../session.ts';
import type { StatusShape } from '../../shared/StatusChip.tsx';
import { AppealNext } from './AppealNext.tsx';
import { useApplicationDesk } from './ApplicationContext.tsx';
import type { Application } from './application.documents.ts';
import { missingOf, type NextKind, nextKind } from './application-next.rules.ts';
import { useWords } from './application-words.ts';
import { waitsForOrdering } from './approval.rules.ts';
import { BatchLine } from './BatchLine.tsx';
import { inSentence } from './in-sentence.ts';
import { NextLine } from './NextLine.tsx';
import { useProposal } from './useProposal.ts';

type Look = { shape: StatusShape; tone: 'work' | 'warn' | 'done' };
const LOOKS: Readonly<Record<NextKind, Look>> = {
  ready: { shape: 'ready', tone: 'work' },
  missing: { shape: 'attention', tone: 'warn' },
  conditions: { shape: 'attention', tone: 'warn' },
  toOpen: { shape: 'ready', tone: 'work' },
  cards: { shape: 'hold', tone: 'done' },
  free: { shape: 'ready', tone: 'work' },
  theirs: { shape: 'work', tone: 'done' },
  awaiting: { shape: 'hold', tone: 'done' },
  held: { shape: 'hold', tone: 'done' },
  approval: { shape: 'ready', tone: 'work' },
  mine: { shape: 'waits', tone: 'work' },
  waitsApproval: { shape: 'waits', tone: 'done' },
  fell: { shape: 'attention', tone: 'warn' },
  decided: { shape: 'approved', tone: 'done' },
  appealed: { shape: 'post', tone: 'work' },
  forwarded: { shape: 'sending', tone: 'done' },
  wrongChannel: { shape: 'attention', tone: 'warn' },
  notHandedOver: { shape: 'waits', tone: 'done' },
};

export function useNextKind(): NextKind {
  const me = useMe();
  const { application, detail } = useApplicationDesk();
  const { data } = useProposal();
  const proposal = data?.state === 'OPEN' ? data : null;
  return nextKind(application, detail, { proposal, proposedByMe: proposal?.proposedBy === me?.name });
}

/** What happens next, in one sentence, with what follows from it. */
export function ApplicationNext() {
  const kind = useNextKind();
  const { strong, text } = useSentences(kind);
  return (
    <NextLine {...LOOKS[kind]} strong={strong} text={text}>
      <AppealNext />
      <OrderingButton />
      <BatchLine />
    </NextLine>
  );
}

/** Lets the firm order cards; while conditions remain it says which. */
function OrderingButton() {
  const t = useT();
  const { application, detail, open } = useApplicationDesk();
  if (!detail.allowedActions.includes('OPEN_CARD_ORDERING') || !waitsForOrdering(application)) return null;
  return (
    <Button size="small" variant="outlined" color="inherit" onClick={() => open('ORDERING')}>
      {t('casePage.action.OPEN_CARD_ORDERING')}
    </Button>
  );
}

const DECIDED_WORDS: Partial<Record<Application['status'], 'REFUSED' | 'DISMISSED' | 'WITHDRAWN'>> = {
  REFUSED: 'REFUSED',
  DISMISSED: 'DISMISSED',
  WITHDRAWN: 'WITHDRAWN',
};

/** How long a grant lasts, and until when what was decided can be appealed. */
function useAfterwards(kind: NextKind): string {
  const t = useT();
  const format = useFormat();
  const { status, entries, decisions } = useApplicationDesk().application;
  if (kind !== 'decided') return '';
  const deadline = decisions[0]?.appealDeadlineOn;
  const lasts = ({ fromOn, toOn }: Application['entries'][number]) => {
    const from = format.date(fromOn);
    if (!toOn) return t('applications.next.entryRole', { from });
    return t('applications.next.entry', { from, to: format.date(toOn) });
  };
  return [
    ...entries.slice(0, status === 'GRANTED' ? 1 : 0).map(lasts),
    ...(deadline ? [t('applications.next.appealUntil', { date: format.date(deadline) })] : []),
  ].join(' ');
}

/** What is said of an approval until it is decided. */
function useApprovalSentences(missing: readonly string[]) {
  const t = useT();
  const { coverage } = useApplicationDesk().application;
  const covered = coverage?.covered ?? 0;
  const all = Math.max(coverage?.known ?? 0, coverage?.wanted ?? 0);
  const what = missing.slice(0, 3).join('; ');
  const more = missing.length - 3;
  return {
    conditions: () => ({
      strong: t('approvals.next.conditions', { what }),
      ...(more > 0 && { text: t('approvals.next.more', { smart_count: more }) }),
    }),
    toOpen: () => ({ strong: t('approvals.next.toOpen'), text: t('approvals.next.toOpenText') }),
    cards: () => ({
      strong: t('approvals.next.cards', { covered, all }),
      text: t('approvals.next.cardsText'),
    }),
  };
}

function useSentences(kind: NextKind): { strong: string; text?: string } {
  const t = useT();
  const format = useFormat();
  const words = useWords();
  const { application, detail } = useApplicationDesk();
  const { data: proposal } = useProposal();
  const missing = missingOf(application).map(({ label }) => inSentence(words(label)));
  const held = detail.holdUntil ? format.date(detail.holdUntil) : '';
  const orders = application.waitingOrders.map(({ number }) => number);
  const whenDone =
    orders.length > 0 ? t('applications.next.order', { numbers: [...new Set(orders)].join(', ') }) : '';
  const proposed = {
    name: proposal?.proposedBy ?? '',
    outcome: proposal ? t(`decisions.outcome.${proposal.outcome}`) : '',
  };
  const after = useAfterwards(kind);
  const fourEyes = application.rule.fourEyesOn.includes('GRANT');
  const sentences: Record<NextKind, () => { strong: string; text?: string }> = {
    ready: () => ({
      strong: t(fourEyes ? 'applications.next.readyFour' : 'applications.next.ready'),
      text: whenDone,
    }),
    missing: () => ({
      strong: t('applications.next.missing', { what: missing.join(', ') }),
      text: t('applications.next.missingText'),
    }),
    ...useApprovalSentences(missing),
    free: () => ({ strong: t('applications.next.free') }),
    theirs: () => ({
      strong: t('applications.next.theirs', {
        name: detail.reservation?.by.name ?? '',
        time: detail.reservation ? format.time(detail.reservation.until) : '',
      }),
    }),
    awaiting: () => ({
      strong: held
        ? t('applications.next.awaiting', { what: missing.join(', '), date: held })
        : t('applications.next.awaitingPlain'),
    }),
    held: () => ({ strong: t('applications.next.held', { date: held }) }),
    approval: () => ({ strong: t('applications.next.approval', proposed), text: whenDone }),
    mine: () => ({ strong: t('applications.next.mine', proposed) }),
    waitsApproval: () => ({ strong: t('applications.next.waitsApproval', proposed) }),
    fell: () => ({ strong: t('applications.next.fell') }),
    decided: () => ({
      strong: t(`applications.next.${DECIDED_WORDS[application.status] ?? 'granted'}`, {
        date: application.decidedOn ? format.date(application.decidedOn) : '',
      }),
      text: after,
    }),
    appealed: () => ({ strong: t('applications.next.appealed') }),
    forwarded: () => ({ strong: t('applications.next.forwarded') }),
    wrongChannel: () => ({ strong: t('applications.next.wrongChannel') }),
    notHandedOver: () => ({ strong: t('applications.next.notHandedOver') }),
  };
  return sentences[kind]();
}
