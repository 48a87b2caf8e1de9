/** Writes what the registers now say about one order line: checks with their evidence, the timeline, the line or card that moves by itself, and the letter. */
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import { settleCard } from '../card/card-state.write.ts';
import { closeImageCase } from '../case/image-case.write.ts';
import { queueOrderMail } from '../correspondence/order-mail.write.ts';
import {
  addOrderEvent,
  type LockedOrderItem,
  lockOrderItem,
  moveItem,
  settleItem,
} from '../order/item-state.write.ts';
import { cancelOn, isWaiting } from '../order/order-item.rules.ts';
import { extraDaysOff, type Settings } from '../setting/setting.rules.ts';
import { keepAnswer } from './answer.write.ts';
import type { Verdict } from './ask-checks.ts';
import { type CheckChange, type CheckState, changeOf, isApprovalPending } from './check-change.rules.ts';
import type { CheckedLine } from './checked-line.readmodel.ts';
import { isFinal } from './judgement.rules.ts';
import { APPROVAL_OF } from './matrix.rules.ts';
import type { CheckReason, Register } from './register-check.enums.ts';
import { nextTurn } from './turn.rules.ts';

export interface Finding {
  readonly line: CheckedLine;
  readonly verdicts: ReadonlyMap<Register, Verdict>;
  /** Of the order's day. */
  readonly settings: Settings;
  /** Of today. */
  readonly current: Settings;
  readonly at: Date;
  readonly mailDomain: string;
}

interface Row extends CheckState {
  readonly id: string;
  readonly register: Register;
  readonly nextAt: Date | null;
  readonly exceptionId: string | null;
  readonly exceptionCode: string | null;
  readonly exceptionTo: string | null;
}
type Changed = CheckChange & Pick<Row, 'id' | 'register'>;
type After = Pick<Row, 'register' | 'nextAt'> & CheckState;

const HELD = `select id::text, register, outcome, settled_outcome as "settledOutcome", reason, attempts, next_at as "nextAt",
  exception_entry_id::text as "exceptionId", exception_code as "exceptionCode", exception_to::text as "exceptionTo" from register_check where order_item_id = $1`;
const SAVE = `update register_check set outcome = $2, settled_outcome = $3, reason = $4, since = case when $5 then $6 else since end, asked_at = $6,
  next_at = $7, attempts = $8, answer_id = $9, rules_on = $10, exception_entry_id = $11, exception_code = $12, exception_to = $13, version = version + 1 where id = $1`;
const TURN = 'update order_item set check_at = $2 where id = $1';
const CLOCK = 'update order_item set clock_from = $2, cancel_on = $3, version = version + 1 where id = $1';

export async function writeFinding(tx: Tx, finding: Finding): Promise<void> {
  const { line, at } = finding;
  const item = await lockOrderItem(tx, line.id);
  const held = await tx.query<Row & Record<string, unknown>>(HELD, [line.id]);
  const changes: Changed[] = [];
  for (const before of held) {
    const verdict = finding.verdicts.get(before.register);
    if (verdict) changes.push(await saveCheck(tx, finding, { before, verdict }));
  }
  const after = new Map<Register, After>(held.map(one => [one.register, one]));
  for (const change of changes) after.set(change.register, change);
  const status = await settleItem(tx, line.id, at);
  await moveClock(tx, finding, {
    item,
    held,
    after,
    lapsed: item.status === 'READY' && status === 'PENDING',
  });
  const ended = await refuse(tx, finding, { item: { ...item, status }, rows: [...after.values()] });
  if (!ended && isWaiting(status)) await tellWaiting(tx, finding, changes);
  const card = await moveCard(tx, finding);
  const nextAts = [...after.values()].map(({ nextAt }) => nextAt);
  const turn = { status: ended ?? status, card: card ?? line.cardStatus, nextAts, now: at };
  await tx.query(TURN, [line.id, nextTurn({ ...turn, recheckHour: finding.current.recheckHour })]);
}

async function saveCheck(
  tx: Tx,
  { line, settings: _, current, at }: Finding,
  { before, verdict }: { before: Row; verdict: Verdict },
): Promise<Changed> {
  const change = changeOf(before, verdict.judgement, { now: at, patience: current });
  const answerId = await keepAnswer(tx, line.organisationId, verdict.evidence);
  const { outcome, settledOutcome, reason, moved, nextAt, attempts } = change;
  const now = [outcome, settledOutcome, reason, moved, at, nextAt, attempts, answerId, line.orderedOn];
  await tx.query(SAVE, [before.id, ...now, ...exceptionOf(before, verdict)]);
  if (moved) {
    const event = { type: 'CHECK_CHANGED', at, itemId: line.id, cardId: line.cardId };
    const what = { oldValue: before.outcome, newValue: outcome, register: before.register };
    const note = outcome === 'UNAVAILABLE' ? verdict.evidence.cause : reason;
    const order = { organisation_id: line.organisationId, order_id: line.orderId };
    await addOrderEvent(tx, order, { ...event, ...what, note });
  }
  return { ...change, id: before.id, register: before.register };
}

/** A silent register leaves the entry as little as the outcome it had. */
function exceptionOf(before: Row, { judgement }: Verdict): readonly (string | null)[] {
  if (!judgement) return [before.exceptionId, before.exceptionCode, before.exceptionTo];
  const { exception } = judgement;
  return [exception?.id ?? null, exception?.code ?? null, exception?.toOn ?? null];
}

interface ClockMove {
  readonly item: LockedOrderItem;
  readonly held: readonly Row[];
  readonly after: ReadonlyMap<Register, After>;
  /** READY no longer: the orderer gets R2's days to have it cured. */
  readonly lapsed: boolean;
}

/** R3: the clock stands while the approval is pending; with the final answer it starts anew that day. */
async function moveClock(
  tx: Tx,
  { settings, at }: Finding,
  { item, held, after, lapsed }: ClockMove,
): Promise<void> {
  if (!isWaiting(item.status) && !lapsed) return;
  const approval = APPROVAL_OF[item.scheme];
  const was = held.some(one => one.register === approval && isApprovalPending(one));
  const now = approval !== null && isApprovalPending(after.get(approval) ?? NOT_PENDING);
  if (was === now && !lapsed) return;
  const clockFrom: LocalDate = now && !lapsed ? item.clock_from : osloDate(at);
  const rules = { days: settings.autoCancelWorkingDays, extraDaysOff: extraDaysOff(settings) };
  const last = cancelOn({ scheme: item.scheme, clockFrom, approvalPending: now, ...rules });
  await tx.query(CLOCK, [item.id, clockFrom, last]);
}

const NOT_PENDING = { settledOutcome: null, reason: null } as const;

const refusals = (rows: readonly CheckState[]): CheckReason[] =>
  rows.flatMap(({ settledOutcome, reason }) => (settledOutcome === 'REJECTED' && reason ? [reason] : []));

/** What cannot be cured ends the line. @returns its new status, or null when it goes on */
async function refuse(
  tx: Tx,
  { line, at, mailDomain }: Finding,
  { item, rows }: { readonly item: LockedOrderItem; readonly rows: readonly After[] },
): Promise<LockedOrderItem['status'] | null> {
  const reason = refusals(rows).find(isFinal);
  if (!reason || !isWaiting(item.status)) return null;
  const status = await moveItem(tx, item, { trigger: 'REFUSED', at, reason });
  await closeImageCase(tx, item.id, at);
  const register = rows.find(one => one.reason === reason)?.register ?? null;
  const letter = { template: 'ORDER_REJECTED', itemId: line.id, dedupe: `refused:${line.id}` } as const;
  await queueOrderMail(tx, { ...letter, at, sendAfter: at, reason, register }, mailDomain);
  return status;
}

/** R13: one letter for every "no" that is new, with what would help. */
async function tellWaiting(
  tx: Tx,
  { line, at, mailDomain }: Finding,
  changes: readonly Changed[],
): Promise<void> {
  const news = changes.filter(({ newlyRejected }) => newlyRejected);
  if (news.length === 0) return;
  const [first] = news;
  const dedupe = `checks:${line.id}:${at.getTime()}`;
  const letter = { template: 'ORDER_WAITING', itemId: line.id, dedupe, at, sendAfter: at } as const;
  const reason = news.map(({ reason: code }) => code).join(',');
  await queueOrderMail(tx, { ...letter, reason, register: first?.register ?? null }, mailDomain);
}

/** R14: the card follows by itself, and its orderer is told. @returns its new status, or null when it stays */
async function moveCard(tx: Tx, { line, at, mailDomain }: Finding) {
  const { cardId, id: itemId } = line;
  if (!cardId) return null;
  const moved = await settleCard(tx, cardId, at);
  if (!moved) return null;
  const template = moved.to === 'INVALID' ? 'CARD_INVALID' : 'CARD_VALID_AGAIN';
  const letter = { template, itemId, cardId, dedupe: `card:${cardId}:${moved.to}:${at.getTime()}` } as const;
  await queueOrderMail(tx, { ...letter, at, sendAfter: at, reason: moved.reason }, mailDomain);
  return moved.to;
}
