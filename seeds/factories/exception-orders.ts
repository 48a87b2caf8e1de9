/** Order lines that wait for exactly the exception somebody has applied for, and lines that one has let go on. */
import { type HeldException, holdsOn } from '../../server/src/features/exception/entry.rules.ts';
import { curesOf } from '../../server/src/features/exception/exception.rules.ts';
import type { CheckReason } from '../../server/src/features/register-check/register-check.enums.ts';
import type { LocalDate } from '../../server/src/platform/calendar/calendar.ts';
import type { Row, Rows } from '../rows.ts';
import { minutesAfter, type WorkTime } from '../work-time.ts';
import type { Opened, ToldApplication } from './exception-book.ts';
import type { Fate } from './exception-plans.ts';
import type { Subject } from './exception-subjects.ts';
import type { Firm } from './firms.ts';
import type { Person } from './persons.ts';

interface OrderParts {
  readonly rows: Rows;
  readonly time: WorkTime;
  /** Both in the order of their ids. */
  readonly firms: readonly Firm[];
  readonly persons: readonly Person[];
}

type Code = 'AA_AS_OWNER_UNPAID' | 'UDI_CONFIRMED';

interface WaitingLine {
  readonly item: Row<'order_item'>;
  /** The only one that is in the way. */
  readonly check: Row<'register_check'>;
  readonly code: Code;
}

/** A check that an entry lets pass; entries are inserted after checks. */
export interface MetCheck {
  readonly checkId: number;
  readonly applicationId: number;
}

const WAITS = new Set<Fate>(['REGISTERED', 'UNDER_REVIEW', 'AWAITING_DOCUMENTS', 'FOR_APPROVAL', 'APPEALED']);
const CURES: Readonly<Record<string, Code>> = {
  AA_NOT_REGISTERED: 'AA_AS_OWNER_UNPAID',
  UDI_NO: 'UDI_CONFIRMED',
  UDI_UNKNOWN: 'UDI_CONFIRMED',
};
const UNMET = new Set(['PENDING', 'REJECTED', 'UNAVAILABLE']);
const PASSED = { outcome: 'APPROVED_BY_EXCEPTION', settled_outcome: 'APPROVED_BY_EXCEPTION' } as const;
const MOST_MET = 24;
const MOST_WAITING = 44;

export class ExceptionOrders {
  readonly met: MetCheck[] = [];
  readonly #parts: OrderParts;
  readonly #lines: WaitingLine[];
  readonly #cured = new Map<number, WaitingLine>();
  #waiting = 0;

  constructor(parts: OrderParts) {
    this.#parts = parts;
    this.#lines = this.#waitingLines();
  }

  /** The line an application is about; none for most of them. */
  lineOf({ id, plan, receivedOn }: Opened): (Subject & { orderNumber: string }) | null {
    const granted = plan.fate === 'GRANTED' && plan.decidedAgo !== null && plan.decidedAgo <= 12;
    const waits = WAITS.has(plan.fate) && this.#waiting < MOST_WAITING;
    if (!waits && !(granted && this.#cured.size < MOST_MET)) return null;
    const line = this.#take(plan.code, receivedOn);
    if (!line) return null;
    if (granted) this.#cured.set(id, line);
    else this.#waiting += 1;
    return this.#subjectOf(line);
  }

  /** What was granted: the check passes, and the line is ready for production. */
  goOn(applications: readonly ToldApplication[]): void {
    for (const about of applications) {
      const line = this.#cured.get(about.id);
      const decision = about.decisions.at(-1);
      if (line && decision) this.#meet(line, about, decision.at);
    }
    this.#besides();
  }

  /** Entries speak for every line of their firm, whatever they were applied for: as the check run would have it. */
  #besides(): void {
    const { rows, time } = this.#parts;
    const holding = rows.of('exception_entry').filter(entry => holdsOn(heldOf(entry), time.today));
    const byFirm = Map.groupBy(holding, ({ firm_id }) => Number(firm_id));
    const checks = Map.groupBy(rows.of('register_check'), check => Number(check.order_item_id));
    for (const item of rows.of('order_item').filter(({ check_at }) => check_at)) {
      const entries = byFirm.get(Number(item.main_unit_id)) ?? [];
      const own = checks.get(Number(item.id)) ?? [];
      for (const check of entries.length > 0 ? own : []) this.#cure({ item, check, own }, entries);
    }
  }

  #cure({ item, check, own }: CheckedLine, entries: readonly Row<'exception_entry'>[]): void {
    const { time } = this.#parts;
    const entry = entries.find(
      one => speaksFor(one, item) && one.register === check.register && cures(one, check),
    );
    if (!entry || check.reason === 'BY_EXCEPTION') return;
    const application = { applicationId: Number(entry.application_id) };
    const unmet = UNMET.has(String(check.outcome));
    const last = unmet && own.every(other => other === check || !UNMET.has(String(other.outcome)));
    const at = minutesAfter(time.now, -90);
    if (last && item.status === 'PENDING' && item.image_requirement === 'MET')
      this.#meet({ item, check }, application, at);
    else {
      Object.assign(check, { ...PASSED, reason: 'BY_EXCEPTION' });
      this.met.push({ checkId: Number(check.id), ...application });
      if (last) this.#validAgain(item, at);
    }
  }

  /** R14: a card whose checks all pass is valid again. */
  #validAgain({ id, order_id }: Row<'order_item'>, at: Date): void {
    const { rows } = this.#parts;
    const card = rows.of('card').find(one => one.order_item_id === id && one.status === 'INVALID');
    if (!card) return;
    const about = { organisation_id: 1, order_id, order_item_id: Number(id), card_id: Number(card.id) };
    rows.add('order_event', { ...about, at, type: 'CARD_STATUS', old_value: 'INVALID', new_value: 'VALID' });
    Object.assign(card, { status: 'VALID', status_reason: null, status_at: at });
  }

  #waitingLines(): WaitingLine[] {
    const { rows, firms } = this.#parts;
    const unmet = Map.groupBy(
      rows.of('register_check').filter(({ outcome }) => UNMET.has(String(outcome))),
      check => Number(check.order_item_id),
    );
    return rows.of('order_item').flatMap(item => {
      const checks = unmet.get(Number(item.id)) ?? [];
      const [check] = checks;
      const code = CURES[String(check?.reason)];
      const stalled = item.status === 'PENDING' && item.image_requirement === 'MET' && checks.length === 1;
      if (!stalled || !check || !code) return [];
      const firm = firms[Number(item.main_unit_id) - 1];
      return code === 'UDI_CONFIRMED' || firm?.form === 'AS' ? [{ item, check, code }] : [];
    });
  }

  #take(code: string, on: LocalDate): WaitingLine | null {
    const at = this.#lines.findIndex(line => line.code === code && String(line.item.ordered_on) <= on);
    return at === -1 ? null : (this.#lines.splice(at, 1)[0] ?? null);
  }

  #subjectOf({ item }: WaitingLine): Subject & { orderNumber: string } {
    const firm = this.#parts.firms[Number(item.main_unit_id) - 1] as Firm;
    const person = this.#parts.persons[Number(item.person_id) - 1] as Person;
    return { firm, person, related: null, orderNumber: String(item.order_number) };
  }

  #meet(
    { item, check }: Omit<WaitingLine, 'code'>,
    { applicationId }: Pick<ToldApplication, 'applicationId'>,
    decidedAt: Date,
  ): void {
    const { rows, time } = this.#parts;
    const at = new Date(Math.min(minutesAfter(decidedAt, 1).getTime(), time.now.getTime()));
    const event = { organisation_id: 1, order_id: item.order_id, order_item_id: Number(item.id), at };
    rows.add('order_event', {
      ...{ ...event, type: 'CHECK_CHANGED', old_value: check.outcome, new_value: PASSED.outcome },
      ...{ register: check.register, note: 'BY_EXCEPTION' },
    });
    rows.add('order_event', { ...event, type: 'ITEM_STATUS', old_value: 'PENDING', new_value: 'READY' });
    Object.assign(check, { ...PASSED, reason: 'BY_EXCEPTION', since: at, asked_at: at });
    Object.assign(item, { status: 'READY', status_at: at });
    this.met.push({ checkId: Number(check.id), applicationId });
  }
}

interface CheckedLine {
  readonly item: Row<'order_item'>;
  readonly check: Row<'register_check'>;
  /** All checks of the line. */
  readonly own: readonly Row<'register_check'>[];
}

const day = (value: unknown): LocalDate | null => (typeof value === 'string' ? value : null);

const heldOf = (entry: Row<'exception_entry'>): HeldException => ({
  ...{ id: String(entry.id), code: entry.code as HeldException['code'], fromOn: String(entry.from_on) },
  ...{ toOn: day(entry.to_on), endedOn: day(entry.ended_on) },
});

const speaksFor = (entry: Row<'exception_entry'>, { person_id }: Row<'order_item'>): boolean =>
  entry.person_id === null || entry.person_id === undefined || entry.person_id === person_id;

/** What is declared would be a "no" without the declaration. */
function cures(entry: Row<'exception_entry'>, { reason }: Row<'register_check'>): boolean {
  const no = reason === 'MVA_DECLARED' ? 'MVA_NOT_REGISTERED' : reason;
  return curesOf(no as CheckReason | null).includes(entry.code as HeldException['code']);
}
