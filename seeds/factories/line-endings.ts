/** Decides what an order line has come to by today: waits, is being made, has been sent, or has ended, and what trouble explains it. */
import type { Scheme } from '../../server/src/features/order/order.enums.ts';
import { allMet } from '../../server/src/features/order/order-item.rules.ts';
import { isFinal } from '../../server/src/features/register-check/judgement.rules.ts';
import {
  addDays,
  addWorkingDays,
  type LocalDate,
  osloDate,
  workingDaysBetween,
} from '../../server/src/platform/calendar/calendar.ts';
import type { Random } from '../random.ts';
import type { Row } from '../rows.ts';
import { minutesAfter, type WorkTime } from '../work-time.ts';
import type { FirmFact } from './firm-facts.ts';
import type { JudgedCheck } from './judged-checks.ts';
import type { Person } from './persons.ts';
import { type Trouble, troubleOf } from './worker-facts.ts';

export const R2_DAYS = 20;
const ASKS_UDI = new Set<Scheme>(['CLEANING', 'CAR_CARE', 'GOODS_TRANSPORT']);

export /** What a line comes to, and when. */
interface Ending {
  readonly status: string;
  readonly at: Date;
  readonly reason?: string;
  readonly trouble: Trouble | null;
  /** Of a card that became invalid. */
  readonly endedOn?: LocalDate;
}

export interface About {
  readonly item: Row<'order_item'>;
  readonly person: Person;
  readonly fact: FirmFact;
  readonly orderedAt: Date;
  /** When the images were approved; null when they are not. */
  readonly approvedAt: Date | null;
}

/** R3 [000]: the clock stands. */
export const awaitsApproval = (checks: readonly JudgedCheck[]): boolean =>
  checks.some(({ reason }) => reason === 'CLEANING_IN_PROGRESS' || reason === 'CAR_CARE_IN_PROGRESS');

export class LineEndings {
  constructor(private readonly parts: { readonly random: Random; readonly time: WorkTime }) {}

  endingOf(about: About, checks: readonly JudgedCheck[]): Ending {
    const { item, orderedAt, approvedAt } = about;
    // R2 ends with the day: on a Saturday Friday's lines are gone.
    const over = this.parts.time.today > addWorkingDays(osloDate(orderedAt), R2_DAYS);
    const inOrder = allMet({ imageRequirement: 'MET', checks: checks.map(settledOf) });
    const r3 = awaitsApproval(checks);
    if (!approvedAt)
      return { ...this.#waiting(about, inOrder && !over ? 0.12 : 0), status: String(item.status) };
    if (!inOrder)
      return this.#stuck(about, {
        over,
        r3,
        final: checks.some(({ reason }) => reason !== null && isFinal(reason)),
      });
    return over ? this.#done(about, approvedAt) : this.#recent(about, approvedAt);
  }

  #waiting({ item, person, orderedAt }: About, share: number): Ending {
    const { random } = this.parts;
    const trouble = random.chance(share)
      ? troubleOf(random, person, ASKS_UDI.has(item.scheme as Scheme))
      : null;
    // An image case about somebody who is dead would have ended.
    return {
      status: 'PENDING',
      at: orderedAt,
      trouble: trouble === 'FREG_DECEASED' ? 'AA_NOT_REGISTERED' : trouble,
    };
  }

  /** The firm itself is in the way. */
  #stuck({ orderedAt }: About, { over, r3, final }: { over: boolean; r3: boolean; final: boolean }): Ending {
    const at = new Date(Math.min(minutesAfter(orderedAt, 60 * 30).getTime(), this.parts.time.now.getTime()));
    if (final) return { status: 'REJECTED', at, trouble: null };
    return !over || r3
      ? { status: 'PENDING', at: orderedAt, trouble: null }
      : this.#autoCancelled(orderedAt, null);
  }

  #autoCancelled(orderedAt: Date, trouble: Trouble | null): Ending {
    const day = addDays(addWorkingDays(osloDate(orderedAt), R2_DAYS), 1);
    return { status: 'AUTO_CANCELLED', at: new Date(`${day}T04:05:00Z`), trouble };
  }

  /** Within R2's days: waits for a register, is being made, or has been sent. */
  #recent(about: About, approvedAt: Date): Ending {
    const { random, time } = this.parts;
    if (random.chance(0.34)) return this.#waiting(about, 1);
    const since = workingDaysBetween(osloDate(approvedAt), time.today);
    if (since < 1) return { status: 'READY', at: approvedAt, trouble: null };
    if (since < 3 || random.chance(0.15))
      return { status: 'IN_PRODUCTION', at: time.officeHours(Math.max(since - 1, 0)), trouble: null };
    return this.#sent(about, addWorkingDays(osloDate(approvedAt), 3));
  }

  #done(about: About, approvedAt: Date): Ending {
    const { random } = this.parts;
    const { orderedAt, item, person } = about;
    const fate = random.weighted([
      ['SHIPPED', 86],
      ['AUTO_CANCELLED', 9],
      ['CANCELLED', 3],
    ] as const);
    if (fate === 'SHIPPED') return this.#sent(about, addWorkingDays(osloDate(approvedAt), random.int(3, 5)));
    const trouble = troubleOf(random, person, ASKS_UDI.has(item.scheme as Scheme));
    if (trouble === 'FREG_DECEASED')
      return { status: 'REJECTED', at: minutesAfter(orderedAt, 60 * 30), trouble, reason: trouble };
    if (fate === 'AUTO_CANCELLED') return this.#autoCancelled(orderedAt, trouble);
    const reason = random.pick(['DUPLICATE', 'OWN_ERROR', 'ORDERER_ASKS']);
    return { status: 'CANCELLED', at: minutesAfter(orderedAt, 60 * 24 * 3), trouble: null, reason };
  }

  /** Six in a hundred have left the firm since, and some D-numbers have gone inactive (R14, R20). */
  #sent({ person }: About, on: LocalDate): Ending {
    const { random, time } = this.parts;
    const at = new Date(`${on > time.today ? time.today : on}T11:${random.int(10, 59)}:00Z`);
    const sent = { status: 'SHIPPED', at: at > time.now ? minutesAfter(time.now, -30) : at };
    const days = workingDaysBetween(on, time.today);
    if (days > 5 && random.chance(0.06))
      return { ...sent, trouble: 'AA_ENDED', endedOn: addWorkingDays(on, random.int(2, days - 1)) };
    const inactive = person.d_number && days > 5 && random.chance(0.05);
    return { ...sent, trouble: inactive ? 'FREG_INACTIVE' : null };
  }
}

const settledOf = ({ outcome }: JudgedCheck) => ({ outcome, settledOutcome: outcome });
