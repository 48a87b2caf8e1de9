import { dayOf } from '../../i18n/format.ts';
import type { MessageKey, Params } from '../../i18n/index.ts';
import { isOver } from '../../shared/deadline.marks.ts';
import type { StatusShape } from '../../shared/StatusChip.tsx';
import type { CaseDetail, UploadLink } from './case.documents.ts';

/** A sentence as key and parameters; days and instants are written by the page, in its language. */
export interface Sentence {
  key: MessageKey;
  params?: Params;
  /** Parameters that are days (2026-12-03) or instants, to be written out. */
  dates?: Record<string, string>;
}

export interface NextStep {
  shape: StatusShape;
  tone: 'work' | 'wait' | 'warn' | 'done';
  /** What happens next, in one sentence. */
  sentence: Sentence;
  /** Why, or what whoever reads it can do. */
  detail: Sentence | null;
}

/** Whether a link can still be used. */
export function isLive(link: UploadLink | null, now: number): boolean {
  return link !== null && !link.usedAt && !link.revokedAt && Date.parse(link.expiresAt) > now;
}

const counted = ({ deadline }: CaseDetail): Params => ({
  counted: deadline.daysCounted,
  days: deadline.days,
  smart_count: deadline.overdueDays,
});

/** "Frist 7. desember (10 av 20 virkedager)" or "Fristen var 7. desember (3 dager over)". */
function due(detail: CaseDetail, what: 'review' | 'answer', late: boolean): Sentence {
  // On the weekend after the due day the case is late, but no working day has gone by.
  const how = !late ? '' : detail.deadline.overdueDays > 0 ? 'Late' : 'Passed';
  const key = `casePage.next.${what}${how}` as const;
  return { key, params: counted(detail), dates: { date: detail.dueOn } };
}

function whoHasIt({ reservation, kind, allowedActions }: CaseDetail): Sentence | null {
  if (reservation?.mine) return { key: `casePage.next.mine.${kind}` };
  if (reservation)
    return {
      key: 'casePage.next.theirs',
      params: { name: reservation.by.name },
      dates: { time: reservation.until },
    };
  return allowedActions.includes('TAKE') ? { key: `casePage.next.free.${kind}` } : null;
}

function held(detail: CaseDetail): NextStep {
  const { holdUntil, holdReason, holdNote } = detail;
  const because = holdReason && holdReason !== 'OTHER';
  return {
    shape: 'hold',
    tone: 'wait',
    sentence: {
      key: because ? `casePage.next.held.${holdReason}` : 'casePage.next.held.OTHER',
      dates: { date: holdUntil ?? detail.dueOn },
    },
    detail: holdNote
      ? { key: 'casePage.next.heldNote', params: { note: holdNote } }
      : { key: 'casePage.next.heldDetail' },
  };
}

function awaitingUpload(detail: CaseDetail, now: number): NextStep {
  const { uploadLink } = detail;
  const name = detail.orderItem?.ordererName ?? '';
  if (!uploadLink || !isLive(uploadLink, now))
    return {
      shape: 'attention',
      tone: 'warn',
      sentence: { key: 'casePage.next.noLink' },
      detail: {
        key: detail.reservation?.mine ? 'casePage.next.noLinkMine' : 'casePage.next.noLinkTake',
        params: { name },
      },
    };
  return {
    shape: 'waits',
    tone: 'wait',
    sentence: {
      key: 'casePage.next.upload',
      params: counted(detail),
      dates: { date: detail.dueOn },
    },
    detail: { key: 'casePage.next.uploadDetail', params: { name }, dates: { date: uploadLink.expiresAt } },
  };
}

function closed(detail: CaseDetail): NextStep {
  const dates = { date: detail.closedAt ?? detail.dueOn };
  const decision = detail.submissions[0]?.decision;
  const stands = decision && !decision.undoneAt && detail.kind === 'IMAGE_REVIEW';
  const stopped = stands && decision.outcome === 'STOPPED';
  const approved = stands && decision.outcome === 'APPROVED';
  const how = stopped ? 'closedStopped' : approved ? 'closedApproved' : 'closed';
  return {
    shape: stopped ? 'rejected' : 'approved',
    tone: 'done',
    sentence: { key: `casePage.next.${how}`, dates },
    detail: detail.allowedActions.includes('REOPEN') ? { key: 'casePage.next.closedDetail' } : null,
  };
}

/** What happens next with a case and who has to do it, for the top of its page. */
export function nextStep(detail: CaseDetail, now: number): NextStep {
  if (detail.status === 'CLOSED') return closed(detail);
  if (detail.status === 'ON_HOLD') return held(detail);
  if (detail.status === 'AWAITING_UPLOAD') return awaitingUpload(detail, now);
  const late = isOver(detail, dayOf(new Date(now)));
  return {
    shape: late ? 'attention' : 'ready',
    tone: late ? 'warn' : 'work',
    sentence: due(detail, detail.kind === 'IMAGE_REVIEW' ? 'review' : 'answer', late),
    detail: whoHasIt(detail),
  };
}
