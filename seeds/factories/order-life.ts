/** Decides what became of every order line by now, and writes it down: checks, card, timeline, and what the registers know that explains it. */

import type { Scheme } from '../../server/src/features/order/order.enums.ts';
import { cancelOn } from '../../server/src/features/order/order-item.rules.ts';
import { isFinal } from '../../server/src/features/register-check/judgement.rules.ts';
import { addDays } from '../../server/src/platform/calendar/calendar.ts';
import type { Keys } from '../../server/src/platform/crypto/keys.ts';
import type { SandboxPerson } from '../../server/src/registers/sandbox/sandbox-world.ts';
import type { Random } from '../random.ts';
import type { Row, Rows } from '../rows.ts';
import { minutesAfter, type WorkTime } from '../work-time.ts';
import { CardStories } from './card-stories.ts';
import type { FirmFact } from './firm-facts.ts';
import type { Firm } from './firms.ts';
import { type JudgedCheck, judgedChecks } from './judged-checks.ts';
import { type About, awaitsApproval, type Ending, LineEndings, R2_DAYS } from './line-endings.ts';
import type { Person } from './persons.ts';
import { personFacts } from './worker-facts.ts';

export interface LifeParts {
  readonly random: Random;
  readonly rows: Rows;
  readonly time: WorkTime;
  readonly keys: Keys;
  /** Both in the order of their ids. */
  readonly firms: readonly Firm[];
  readonly persons: readonly Person[];
  readonly facts: ReadonlyMap<number, FirmFact>;
}

export class OrderLife {
  /** By id of the person: what Folkeregisteret, Aa-registeret and UDI know. */
  readonly known = new Map<number, SandboxPerson>();
  readonly #parts: LifeParts;
  readonly #placedAt: readonly Date[];
  readonly #units = new Map<number, number[]>();
  readonly #endings: LineEndings;
  readonly #cards: CardStories;

  constructor(parts: LifeParts) {
    this.#parts = parts;
    this.#endings = new LineEndings(parts);
    this.#cards = new CardStories(parts);
    this.#placedAt = parts.rows.of('card_order').map(order => order.placed_at as Date);
    for (const { id, parent_id } of parts.firms)
      if (parent_id !== null) this.#units.set(parent_id, [...(this.#units.get(parent_id) ?? []), id]);
  }

  happen(): void {
    const approvals = this.#approvals();
    for (const item of this.#parts.rows.of('order_item')) {
      const orderedAt = this.#placedAt[Number(item.order_id) - 1] as Date;
      const person = this.#parts.persons[Number(item.person_id) - 1] as Person;
      const fact = this.#parts.facts.get(Number(item.main_unit_id)) as FirmFact;
      const decidedAt = approvals.get(Number(item.id));
      const approvedAt = decidedAt ?? (item.image_requirement === 'MET' ? this.#aDayLater(orderedAt) : null);
      this.#live({ item, person, fact, orderedAt, approvedAt });
    }
  }

  #aDayLater(orderedAt: Date): Date {
    const { now } = this.#parts.time;
    return new Date(Math.min(minutesAfter(orderedAt, 60 * 26).getTime(), minutesAfter(now, -5).getTime()));
  }

  #approvals(): Map<number, Date> {
    const { rows } = this.#parts;
    const submissions = rows.of('image_submission');
    return new Map(
      rows
        .of('image_decision')
        .filter(({ outcome }) => outcome === 'APPROVED')
        .map(d => [Number(submissions[Number(d.submission_id) - 1]?.order_item_id), d.decided_at as Date]),
    );
  }

  #live(about: About): void {
    const { item, orderedAt } = about;
    const firmOnly = this.#judge(about, { trouble: null, status: 'PENDING', at: orderedAt });
    const ending = this.#endings.endingOf(about, firmOnly);
    const checks = this.#judge(about, ending);
    const final = checks.find(({ reason }) => reason !== null && isFinal(reason));
    const settled =
      item.image_requirement !== 'MET' || ending.status !== 'PENDING' || !final
        ? ending
        : { ...ending, status: 'REJECTED', reason: final.reason ?? undefined };
    this.#write(about, settled, checks);
  }

  /** With the person's facts put where the sandbox finds them; a person has one order here. */
  #judge({ item, person, fact }: About, { trouble, status, endedOn }: Ending): JudgedCheck[] {
    const { firms, time, random } = this.#parts;
    const unit = firms[Number(item.unit_id) - 1] as Firm;
    const main = firms[Number(item.main_unit_id) - 1] as Firm;
    const other = this.#units.get(main.id)?.find(id => id !== unit.id);
    const facts = personFacts(
      { random, today: time.today },
      {
        ...{ person, trouble, endedOn: endedOn ?? null, orderedOn: String(item.ordered_on) },
        ...{ unit: unit.org_number, main: main.org_number },
        otherUnit: other === undefined ? null : (firms[other - 1]?.org_number ?? null),
      },
    );
    this.known.set(person.id, facts);
    return judgedChecks({
      ...{ scheme: item.scheme as Scheme, today: time.today, orderedOn: String(item.ordered_on) },
      ...{
        unitOrgNumber: unit.org_number,
        mainOrgNumber: main.org_number,
        firm: fact.sandbox,
        approval: fact.approval,
        person: facts,
      },
      ...{ nationalId: person.nationalId, vatDeclared: fact.declaresVat, hasCard: status === 'SHIPPED' },
    });
  }

  #write(about: About, ending: Ending, checks: readonly JudgedCheck[]): void {
    const { item, orderedAt } = about;
    const { time } = this.#parts;
    item.status = ending.status;
    item.status_reason = ending.reason;
    item.status_at = ending.at;
    const r3 = awaitsApproval(checks);
    const clock = {
      scheme: item.scheme as Scheme,
      clockFrom: String(item.ordered_on),
      approvalPending: r3,
      days: R2_DAYS,
    };
    item.cancel_on = cancelOn(clock);
    const goesOn = ['PENDING', 'IMAGE_REJECTED', 'READY', 'SHIPPED'].includes(ending.status);
    item.check_at = goesOn
      ? new Date(`${addDays(time.today, 1)}T01:${String(10 + (Number(item.id) % 40))}:00Z`)
      : null;
    this.#event(about, { at: orderedAt, type: 'PLACED', new_value: 'PORTAL' });
    this.#writeChecks(about, checks);
    this.#writeSteps(about, ending);
    if (ending.status === 'SHIPPED') this.#cards.tell(item, ending, checks);
  }

  #writeChecks(about: About, checks: readonly JudgedCheck[]): void {
    const { rows, time } = this.#parts;
    const asked = minutesAfter(about.orderedAt, 1);
    const lastNight = new Date(`${time.today}T01:10:00Z`);
    for (const { register, outcome, reason } of checks) {
      rows.add('register_check', {
        ...{
          organisation_id: 1,
          order_item_id: Number(about.item.id),
          register,
          outcome,
          settled_outcome: outcome,
          reason,
        },
        ...{
          since: asked,
          asked_at: lastNight > asked && lastNight < time.now ? lastNight : asked,
          rules_on: String(about.item.ordered_on),
        },
      });
      if (outcome === 'REJECTED' || outcome === 'PENDING')
        this.#event(about, {
          at: asked,
          type: 'CHECK_CHANGED',
          old_value: 'PENDING',
          new_value: outcome,
          register,
          note: reason,
        });
    }
  }

  /** The way to where it is: every step its own event, each after the one before. */
  #writeSteps(about: About, { status, at, reason }: Ending): void {
    const steps = STEPS[status] ?? [];
    const first = about.approvedAt ?? about.orderedAt;
    const span = Math.max(at.getTime() - first.getTime(), 0);
    let from = 'PENDING';
    for (const [n, to] of steps.entries()) {
      const last = n === steps.length - 1;
      const when = last ? at : new Date(first.getTime() + (span * (n + 1)) / (steps.length + 1));
      this.#event(about, {
        at: when,
        type: 'ITEM_STATUS',
        old_value: from,
        new_value: to,
        note: last ? reason : null,
      });
      from = to;
    }
  }

  #event({ item }: About, event: Partial<Row<'order_event'>>): void {
    const about = { organisation_id: 1, order_id: item.order_id, order_item_id: Number(item.id) };
    this.#parts.rows.add('order_event', { ...about, ...event });
  }
}

const STEPS: Readonly<Record<string, readonly string[]>> = {
  IMAGE_REJECTED: ['IMAGE_REJECTED'],
  READY: ['READY'],
  IN_PRODUCTION: ['READY', 'IN_PRODUCTION'],
  SHIPPED: ['READY', 'IN_PRODUCTION', 'SHIPPED'],
  AUTO_CANCELLED: ['AUTO_CANCELLED'],
  REJECTED: ['REJECTED'],
  CANCELLED: ['CANCELLED'],
};
