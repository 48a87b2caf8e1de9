/** Appeals of the demo: waiting, not reversed and sent on, reversed, and too late. */
import { appealDeadline } from '../../server/src/features/decision/decision.rules.ts';
import {
  addDays,
  addWorkingDays,
  type LocalDate,
  osloDate,
} from '../../server/src/platform/calendar/calendar.ts';
import { minutesAfter } from '../work-time.ts';
import { AUTHORITY, DUE_DAYS, type ToldApplication } from './exception-book.ts';
import type { ExceptionDecisions } from './exception-decisions.ts';
import { addPaper } from './exception-papers.ts';
import type { StoryParts, Workers } from './exception-stories.ts';
import { ASSESSMENT } from './exception-words.ts';

/** Of Arbeidstilsynet's settings as the desk is born with them: to appeal, and for the post. */
const APPEAL_DAYS = 21;
const POSTAL_DAYS = 7;

export const deadlineAfter = (decidedOn: LocalDate): LocalDate =>
  appealDeadline(addDays(decidedOn, POSTAL_DAYS), { days: APPEAL_DAYS });

export class ExceptionAppeals {
  readonly #parts: StoryParts;
  readonly #decisions: ExceptionDecisions;

  constructor(parts: StoryParts, decisions: ExceptionDecisions) {
    this.#parts = parts;
    this.#decisions = decisions;
  }

  happen(about: ToldApplication, workers: Workers, decidedAgo: number): void {
    const { time, random } = this.#parts;
    const { fate } = about.plan;
    if (fate !== 'APPEALED' && fate !== 'FORWARDED' && fate !== 'REVERSED' && fate !== 'APPEALED_LATE')
      return;
    const after = fate === 'APPEALED_LATE' ? random.int(34, 40) : random.int(3, 14);
    const ago = Math.max(decidedAgo - after, 1);
    const appealId = this.#receive(about, workers, time.officeHours(ago));
    const settledAt = time.officeHours(Math.max(ago - random.int(4, 12), 1));
    if (fate === 'FORWARDED') this.#forward(about, workers, { appealId, at: settledAt });
    if (fate === 'REVERSED') this.#settle(about, workers, { appealId, at: settledAt, outcome: 'REVERSED' });
    if (fate === 'APPEALED_LATE')
      this.#settle(about, workers, { appealId, at: settledAt, outcome: 'DISMISSED' });
  }

  #receive(about: ToldApplication, { worker }: Workers, at: Date): number {
    const { rows, book } = this.#parts;
    const decision = about.decisions[0];
    const receivedOn = osloDate(at);
    const deadlineOn = deadlineAfter(decision?.on ?? receivedOn);
    const document_id = addPaper(this.#parts, about, { kind: 'APPEAL', at: minutesAfter(at, -3) });
    const { person, firm } = about.subject;
    const appellant = person ? `${person.given_name} ${person.family_name}` : firm.name;
    const id = rows.add('appeal', {
      ...{ organisation_id: AUTHORITY, case_id: about.id, application_id: about.applicationId },
      ...{ decision_id: decision?.decisionId, received_on: receivedOn, channel: 'LETTER', appellant },
      ...{ document_id, deadline_on: deadlineOn, late: receivedOn > deadlineOn, registered_by: worker },
    });
    book.event(about, 'APPEAL_RECEIVED', {
      ...{ at, by: worker, old: deadlineOn, new: receivedOn > deadlineOn ? 'LATE' : 'IN_TIME' },
    });
    book.cameIn(about, at);
    const due_on = addWorkingDays(receivedOn, DUE_DAYS);
    Object.assign(rows.of('desk_case')[about.id - 1] ?? {}, { due_on, closed_at: null });
    Object.assign(rows.of('exception_application')[about.applicationId - 1] ?? {}, { status_at: at });
    this.#decisions.letter(about, {
      ...{ kind: 'APPEAL_RECEIVED', on: receivedOn, at, by: worker, answerBy: null, missing: [], receivedOn },
    });
    return id;
  }

  #forward(
    about: ToldApplication,
    { worker }: Workers,
    { appealId, at }: { appealId: number; at: Date },
  ): void {
    const { rows, book } = this.#parts;
    const appeal = rows.of('appeal')[appealId - 1];
    Object.assign(appeal ?? {}, {
      ...{ outcome: 'UPHELD', assessment: ASSESSMENT[about.language], settled_by: worker, settled_at: at },
      ...{ forwarded_at: at, forwarded_by: worker },
    });
    book.event(about, 'RESERVED', { at: minutesAfter(at, -30), by: worker });
    book.event(about, 'APPEAL_FORWARDED', { at, by: worker });
    book.wentOut(about, at);
    const receivedOn = String(appeal?.received_on);
    this.#decisions.letter(about, {
      ...{ kind: 'APPEAL_UPHELD_FORWARDED', on: osloDate(at), at, by: worker, answerBy: null, missing: [] },
      receivedOn,
    });
    Object.assign(rows.of('desk_case')[about.id - 1] ?? {}, { closed_at: at, last_worker_id: worker });
    Object.assign(rows.of('exception_application')[about.applicationId - 1] ?? {}, { status_at: at });
  }

  #settle(
    about: ToldApplication,
    workers: Workers,
    { appealId, at, outcome }: { appealId: number; at: Date; outcome: 'REVERSED' | 'DISMISSED' },
  ): void {
    const { rows, book } = this.#parts;
    const granted = outcome === 'REVERSED' ? 'GRANT' : 'DISMISS';
    const id = this.#decisions.make(about, workers, { kind: 'APPEAL', outcome: granted, at });
    Object.assign(rows.of('appeal')[appealId - 1] ?? {}, {
      ...{ outcome, outcome_decision_id: id, settled_by: workers.worker, settled_at: at },
    });
    book.event(about, 'APPEAL_SETTLED', { at, by: workers.leader, new: outcome });
  }
}
