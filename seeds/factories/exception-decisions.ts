/** Decisions of the demo as the desk's own rules would have them: who signs, how long an entry lasts, until when it can be appealed. */
import { letterKindOf, needsApproval } from '../../server/src/features/decision/decision.rules.ts';
import type { DecisionOutcome } from '../../server/src/features/exception-catalogue/exception-catalogue.enums.ts';
import { validity } from '../../server/src/features/exception-catalogue/exception-catalogue.rules.ts';
import { type LocalDate, osloDate } from '../../server/src/platform/calendar/calendar.ts';
import { minutesAfter } from '../work-time.ts';
import { RULES } from './application-rules.ts';
import { isOfApproval } from './approval-life.ts';
import { ExceptionAppeals } from './exception-appeals.ts';
import {
  AUTHORITY,
  type DecisionKind,
  type ToldApplication,
  type ToldDecision,
  type ToldLetter,
} from './exception-book.ts';
import { endEntry, writeEntry } from './exception-entries.ts';
import type { Fate } from './exception-plans.ts';
import type { StoryParts, Workers } from './exception-stories.ts';

const FIRST: Readonly<Partial<Record<Fate, DecisionOutcome>>> = {
  GRANTED: 'GRANT',
  WITHDRAWN: 'GRANT',
  REFUSED: 'REFUSE',
  APPEALED: 'REFUSE',
  FORWARDED: 'REFUSE',
  REVERSED: 'REFUSE',
  APPEALED_LATE: 'REFUSE',
  DISMISSED: 'DISMISS',
  TAKEN_BACK: 'WITHDRAW',
};

const PRINTED_WITHIN_MS = 3 * 24 * 3_600_000;

export interface NewDecision {
  readonly kind: DecisionKind;
  readonly outcome: DecisionOutcome;
  readonly at: Date;
}

export class ExceptionDecisions {
  /** The entry the last application got. */
  lastGranted: { to: LocalDate | null } | null = null;
  readonly #parts: StoryParts;
  readonly #appeals: ExceptionAppeals;

  constructor(parts: StoryParts) {
    this.#parts = parts;
    this.#appeals = new ExceptionAppeals(parts, this);
  }

  decide(about: ToldApplication, workers: Workers): void {
    const { book, time, random } = this.#parts;
    const { fate, decidedAgo, openedAt, openedAgo } = about.plan;
    if (fate === 'WRONG_CHANNEL') {
      book.event(about, 'CLOSED', { at: minutesAfter(openedAt, 1), new: 'WRONG_CHANNEL' });
      this.#close(about, minutesAfter(openedAt, 1));
    } else if (fate === 'FOR_APPROVAL') {
      this.#propose(about, workers, time.officeHours(random.int(0, Math.min(openedAgo - 1, 3))));
    } else if (decidedAgo !== null) this.#first(about, workers, decidedAgo);
  }

  #first(about: ToldApplication, workers: Workers, decidedAgo: number): void {
    const { time } = this.#parts;
    const { fate } = about.plan;
    const outcome = FIRST[fate];
    if (!outcome) return;
    this.make(about, workers, { kind: 'FIRST', outcome, at: time.officeHours(decidedAgo) });
    if (fate === 'WITHDRAWN') this.#withdraw(about, workers, decidedAgo);
    this.#appeals.happen(about, workers, decidedAgo);
  }

  /** From the register before: what was decided and how long it lasts, and nothing else. */
  takenOver(about: ToldApplication, { worker, leader }: Workers): void {
    const { rows, time, book } = this.#parts;
    const at = time.officeHours(about.plan.decidedAgo ?? 0);
    const told = this.#told(about, { kind: 'FIRST', outcome: 'GRANT', at }, { worker, leader });
    const decisionId = this.#decisionRow(about, told);
    about.decisions.push({ ...told, decisionId, letterId: null });
    this.lastGranted = writeEntry(this.#parts, about, { ...told, decisionId });
    book.event(about, 'DECISION_MADE', { at, by: worker, old: 'FIRST', new: 'GRANT' });
    book.event(about, 'ENTRY_ADDED', { at, by: worker, old: told.on, new: told.validTo ?? undefined });
    this.#close(about, at);
    const row = rows.of('desk_case')[about.id - 1];
    if (row) row.last_worker_id = worker;
  }

  /** With its entry, its letter and the end of the case. @returns decision.id */
  make(about: ToldApplication, workers: Workers, decision: NewDecision): number {
    const { book, random } = this.#parts;
    const { kind, outcome, at } = decision;
    const told = this.#told(about, decision, workers);
    const from = minutesAfter(told.proposedAt, -random.int(4, 25));
    book.event(about, 'RESERVED', { at: from, by: workers.worker });
    if (told.approvedBy !== null) {
      book.event(about, 'DECISION_PROPOSED', {
        at: told.proposedAt,
        by: workers.worker,
        old: kind,
        new: outcome,
      });
      this.#seen(about, told.proposalId, { by: workers.leader, at: minutesAfter(at, -4) });
    }
    const by = told.approvedBy ?? workers.worker;
    const decisionId = this.#decisionRow(about, told);
    book.event(about, 'DECISION_MADE', { at, by, old: kind, new: outcome });
    if (isOfApproval(about)) this.#parts.approvals?.decided(about, { ...told, decisionId });
    else if (outcome === 'GRANT') {
      this.lastGranted = writeEntry(this.#parts, about, { ...told, decisionId });
      book.event(about, 'ENTRY_ADDED', { at, by, old: told.on, new: told.validTo ?? undefined });
    }
    const letterId = this.#letterRow(about, { decisionId, at, by });
    book.event(about, 'LETTER_QUEUED', { at, by, new: letterKindOf(decision) });
    about.decisions.push({ ...told, decisionId, letterId });
    this.#close(about, at);
    book.wentOut(about, told.proposedAt);
    const row = this.#parts.rows.of('desk_case')[about.id - 1];
    if (row) row.last_worker_id = workers.worker;
    return decisionId;
  }

  /** A letter that tells no decision. */
  letter(about: ToldApplication, given: Omit<ToldLetter, 'letterId'>): void {
    const letterId = this.#letterRow(about, { decisionId: null, at: given.at, by: given.by });
    about.letters.push({ ...given, letterId });
    this.#parts.book.event(about, 'LETTER_QUEUED', { at: given.at, by: given.by, new: given.kind });
  }

  #withdraw(about: ToldApplication, workers: Workers, decidedAgo: number): void {
    const { time, random, book } = this.#parts;
    const at = time.officeHours(random.int(3, Math.max(Math.min(decidedAgo - 20, 70), 4)));
    book.event(about, 'REOPENED', { at: minutesAfter(at, -200), by: workers.worker, new: 'NEW_INFORMATION' });
    book.cameIn(about, minutesAfter(at, -200));
    const id = this.make(about, workers, { kind: 'WITHDRAWAL', outcome: 'WITHDRAW', at });
    if (isOfApproval(about)) return;
    endEntry(this.#parts, about, { on: osloDate(at), reason: 'WITHDRAWN', decisionId: id });
    book.event(about, 'ENTRY_ENDED', { at, by: workers.leader, new: 'WITHDRAWN' });
  }

  /** Waits for the second signature. */
  #propose(about: ToldApplication, workers: Workers, at: Date): void {
    const { book, rows, random } = this.#parts;
    // What nobody else has to sign would not wait.
    const grants = needsApproval(RULES[about.plan.code], { kind: 'FIRST', outcome: 'GRANT' });
    const outcome = grants && random.chance(0.7) ? 'GRANT' : 'REFUSE';
    const told = this.#told(about, { kind: 'FIRST', outcome, at: minutesAfter(at, 1) }, workers);
    const proposal = rows.of('decision_proposal')[told.proposalId - 1];
    Object.assign(proposal ?? {}, { state: 'OPEN', settled_by: null, settled_at: null, proposed_at: at });
    book.event(about, 'RESERVED', { at: minutesAfter(at, -12), by: workers.worker });
    book.event(about, 'DECISION_PROPOSED', { at, by: workers.worker, old: 'FIRST', new: outcome });
    book.wentOut(about, at);
    about.decisions.push({ ...told, at, on: osloDate(at), decisionId: null, letterId: null });
    Object.assign(rows.of('desk_case')[about.id - 1] ?? {}, { last_worker_id: workers.worker });
    this.#status(about, at);
  }

  #told(about: ToldApplication, { kind, outcome, at }: NewDecision, { worker, leader }: Workers): Drafted {
    const { random } = this.#parts;
    const rule = RULES[about.plan.code];
    const approved = needsApproval(rule, { kind, outcome });
    const proposedAt = approved ? minutesAfter(at, -random.int(25, 110)) : at;
    const on = osloDate(at);
    const granted = outcome === 'GRANT';
    const lasts = validity(rule, { from: on, cardExpiresOn: null, documentDate: about.evidenceEndsOn });
    const proposalId = this.#proposalRow(about, { kind, outcome, at, proposedAt, worker, leader, approved });
    return {
      ...{ kind, outcome, on, at, proposedAt, proposalId, decidedBy: worker },
      approvedBy: approved ? leader : null,
      validFrom: granted ? on : null,
      validTo: granted ? lasts.to : kind === 'WITHDRAWAL' ? on : null,
      whileRole: granted && lasts.whileRole,
    };
  }

  #proposalRow(about: ToldApplication, given: Proposed): number {
    const application = this.#parts.rows.of('exception_application')[about.applicationId - 1];
    return this.#parts.rows.add('decision_proposal', {
      ...this.#of(about),
      ...{ kind: given.kind, outcome: given.outcome, application_version: Number(application?.version ?? 1) },
      ...{ proposed_by: given.worker, proposed_at: given.proposedAt, state: 'APPROVED' },
      ...{ settled_by: given.approved ? given.leader : null, settled_at: given.at },
      settled_reason: given.approved ? null : 'ONE_SIGNATURE',
    });
  }

  #decisionRow(about: ToldApplication, told: Drafted): number {
    const before = about.decisions.at(-1)?.decisionId ?? null;
    const granted = told.outcome === 'GRANT';
    return this.#parts.rows.add('decision', {
      ...{ ...this.#of(about), proposal_id: told.proposalId, kind: told.kind, outcome: told.outcome },
      ...{ valid_from: told.validFrom, valid_to: granted ? told.validTo : null, while_role: told.whileRole },
      ...{
        decided_on: told.on,
        decided_at: told.at,
        decided_by: told.decidedBy,
        approved_by: told.approvedBy,
      },
      replaces_id: before,
    });
  }

  #letterRow(about: ToldApplication, given: { decisionId: number | null; at: Date; by: number }): number {
    const { rows, random, time } = this.#parts;
    const { person, firm } = about.subject;
    const sentAt = minutesAfter(given.at, 12);
    // What went by post before has been printed elsewhere; here the post of the last days waits for the printer.
    const fresh = time.now.getTime() - given.at.getTime() < PRINTED_WITHIN_MS;
    const channel = fresh && random.chance(0.4) ? 'POST' : 'DIGITAL_MAILBOX';
    const left = sentAt <= time.now;
    const status = !left ? 'QUEUED' : channel === 'POST' ? 'TO_PRINT' : 'DELIVERED';
    return rows.add('letter', {
      ...{ ...this.#of(about), decision_id: given.decisionId, person_id: person?.id, channel, status },
      ...{ firm_id: person ? null : firm.id, send_after: minutesAfter(given.at, 10), created_by: given.by },
      ...{ created_at: given.at, sent_at: status === 'DELIVERED' ? sentAt : null },
      delivered_on: status === 'DELIVERED' ? osloDate(sentAt) : null,
    });
  }

  #seen(
    about: ToldApplication,
    proposal_id: number,
    { by: staff_user_id, at }: { by: number; at: Date },
  ): void {
    for (const part of ['REGISTERS', 'GROUNDS', 'LETTER'])
      this.#parts.rows.add('proposal_seen', {
        ...{ proposal_id, part, staff_user_id, at, organisation_id: AUTHORITY, case_id: about.id },
      });
  }

  #of({ id, applicationId }: ToldApplication) {
    return { organisation_id: AUTHORITY, case_id: id, application_id: applicationId };
  }

  #close(about: ToldApplication, at: Date): void {
    Object.assign(this.#parts.rows.of('desk_case')[about.id - 1] ?? {}, { closed_at: at });
    this.#status(about, at);
  }

  #status(about: ToldApplication, at: Date): void {
    const row = this.#parts.rows.of('exception_application')[about.applicationId - 1];
    const decided = about.decisions.findLast(({ decisionId }) => decisionId !== null)?.on ?? null;
    Object.assign(row ?? {}, { status_at: at, decided_on: decided });
  }
}

type Drafted = Omit<ToldDecision, 'decisionId' | 'letterId'> & { readonly proposedAt: Date };

interface Proposed extends NewDecision, Workers {
  readonly proposedAt: Date;
  readonly approved: boolean;
}
