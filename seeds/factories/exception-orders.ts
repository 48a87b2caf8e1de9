/** Order lines that wait for exactly the exception somebody has applied for, and lines that one has let go on. */
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

  #meet({ item, check }: WaitingLine, { applicationId }: ToldApplication, decidedAt: Date): void {
    const { rows, time } = this.#parts;
    const at = new Date(Math.min(minutesAfter(decidedAt, 1).getTime(), time.now.getTime()));
    const passed = { outcome: 'APPROVED_BY_EXCEPTION', settled_outcome: 'APPROVED_BY_EXCEPTION' };
    const event = { organisation_id: 1, order_id: item.order_id, order_item_id: Number(item.id), at };
    rows.add('order_event', {
      ...{ ...event, type: 'CHECK_CHANGED', old_value: check.outcome, new_value: passed.outcome },
      ...{ register: check.register, note: 'BY_EXCEPTION' },
    });
    rows.add('order_event', { ...event, type: 'ITEM_STATUS', old_value: 'PENDING', new_value: 'READY' });
    Object.assign(check, { ...passed, reason: 'BY_EXCEPTION', since: at, asked_at: at });
    Object.assign(item, { status: 'READY', status_at: at });
    this.met.push({ checkId: Number(check.id), applicationId });
  }
}
