/** What an application for approval does to the firm's place in its register, and what a caseworker said of each condition. */
import { isApproval } from '../../server/src/features/application/application.enums.ts';
import { checkCondition } from '../../server/src/features/exception-catalogue/condition.rules.ts';
import type { DecisionOutcome } from '../../server/src/features/exception-catalogue/exception-catalogue.enums.ts';
import type {
  ApprovalCause,
  FirmApprovalStatus,
} from '../../server/src/features/firm-approval/firm-approval.enums.ts';
import { addDays, type LocalDate, osloDate } from '../../server/src/platform/calendar/calendar.ts';
import type { Random } from '../random.ts';
import type { Rows } from '../rows.ts';
import { minutesAfter, type WorkTime } from '../work-time.ts';
import { RULES } from './application-rules.ts';
import type { CaseBook } from './case-book.ts';
import { AUTHORITY, type DecisionKind, type ToldApplication } from './exception-book.ts';
import { addPaper } from './exception-papers.ts';
import type { Fate } from './exception-plans.ts';
import type { Applicants } from './registered-firms.ts';

/** A status with what it began with, to the minute. */
export interface ToldStanding {
  /** Null: in the register no longer. */
  readonly status: FirmApprovalStatus | null;
  readonly at: Date;
  readonly cause: ApprovalCause;
  readonly applicationId: number;
  readonly decisionId: number | null;
  readonly validTo: LocalDate | null;
}

export interface ApprovalParts {
  readonly random: Random;
  readonly time: WorkTime;
  readonly rows: Rows;
  readonly book: CaseBook;
}

interface Made {
  readonly kind: DecisionKind;
  readonly outcome: DecisionOutcome;
  readonly at: Date;
  readonly decisionId: number;
  readonly validTo: LocalDate | null;
}

interface Open {
  readonly key: string;
  readonly kinds: readonly string[];
}

interface Said {
  readonly met: boolean;
  readonly worker: number;
  readonly at: Date;
}

/** Cards come before these [AT-hms]. */
const WITH_CARDS: ReadonlySet<Fate> = new Set(['CARD_ORDERING', 'GRANTED', 'WITHDRAWN']);
/** The case looks at itself again. */
const CARD_ORDERING_DAYS = 90;
const NOT_MET = 'Det vi har fått, viser ikke at vilkåret er oppfylt.';

export class ApprovalLife {
  readonly #parts: ApprovalParts;
  readonly #applicants: Applicants;

  constructor(parts: ApprovalParts, applicants: Applicants) {
    this.#parts = parts;
    this.#applicants = applicants;
  }

  /** The firm is in the register from that moment (R3). */
  begin(about: ToldApplication): void {
    this.#put(about, { status: 'APPLICATION_IN_PROGRESS', at: about.plan.openedAt, cause: 'APPLIED' });
  }

  /** @returns when cards could be ordered, or null */
  assess(about: ToldApplication, worker: number): Date | null {
    const { time, random } = this.#parts;
    const { fate, openedAgo, decidedAgo, code } = about.plan;
    if (fate === 'UNDER_REVIEW' && random.chance(0.5)) return null;
    if (fate === 'DISMISSED' || fate === 'TAKEN_BACK') return null;
    const ago = Math.max(openedAgo - random.int(2, 5), (decidedAgo ?? 0) + 1, 1);
    const at = time.officeHours(ago);
    this.#say(about, { worker, at });
    if (about.id % 3 === 0) this.#visit(about, { worker, at: minutesAfter(at, 15) });
    if (!WITH_CARDS.has(fate) || code === 'STAFFING_AGENCY') return null;
    const openedAt = minutesAfter(at, 20);
    this.#put(about, { status: 'CARD_ORDER_IN_PROGRESS', at: openedAt, cause: 'ORDERING_OPENED' });
    this.#open(about, { worker, at: openedAt });
    return openedAt;
  }

  /** Every third firm is visited before anybody decides; seeds/control-visits.ts tells the rest. */
  #visit(about: ToldApplication, { worker, at }: { worker: number; at: Date }): void {
    const id = addPaper(this.#parts, about, { kind: 'INSPECTION_NOTE', at });
    Object.assign(this.#parts.rows.of('case_document')[id - 1] ?? {}, {
      created_by: worker,
      channel: 'LETTER',
    });
  }

  /** An appeal that is not reversed changes nothing. */
  decided(about: ToldApplication, { kind, outcome, at, decisionId, validTo }: Made): void {
    if (kind === 'APPEAL' && outcome !== 'GRANT') return;
    const { code, fate } = about.plan;
    const alone = this.#applicants.employeesOf(about.subject.firm) === 0;
    const approved = alone ? 'APPROVED_WITHOUT_EMPLOYEES' : 'APPROVED_WITH_EMPLOYEES';
    const granted = code === 'STAFFING_AGENCY' ? 'APPROVED' : approved;
    const backAsBefore = outcome === 'DISMISS' || fate === 'TAKEN_BACK';
    const lost = backAsBefore ? null : 'NOT_APPROVED';
    const status = outcome === 'GRANT' ? granted : lost;
    const until = status === 'APPROVED' ? validTo : null;
    this.#put(about, { status, at, cause: 'DECISION', decisionId, validTo: until });
  }

  #put(
    about: ToldApplication,
    told: Pick<ToldStanding, 'status' | 'at' | 'cause'> & Partial<ToldStanding>,
  ): void {
    const { applicationId } = about;
    const standing = { decisionId: null, validTo: null, ...told, applicationId };
    this.#applicants.stand(about.subject.firm, standing);
  }

  #say(about: ToldApplication, { worker, at }: { worker: number; at: Date }): void {
    const open = this.#openOf(about);
    const { fate, decidedAgo } = about.plan;
    const refused = decidedAgo !== null && !WITH_CARDS.has(fate);
    const wanting = fate === 'AWAITING_DOCUMENTS' || refused ? open.at(-1)?.key : undefined;
    for (const [n, one] of open.entries())
      this.#one(about, one, { met: one.key !== wanting, worker, at: minutesAfter(at, n) });
  }

  /** What neither the size of the firm nor a register answers. */
  #openOf({ plan, subject, receivedOn }: ToldApplication): Open[] {
    const facts = this.#applicants.factsOf(subject.firm, receivedOn);
    return RULES[plan.code].requirements.flatMap(one =>
      'condition' in one && checkCondition({ key: one.key, body: one.condition }, facts).state === null
        ? [{ key: one.key, kinds: one.condition.evidence.flat() }]
        : [],
    );
  }

  #one(about: ToldApplication, { key, kinds }: Open, { met, worker, at }: Said): void {
    const { rows, book } = this.#parts;
    const { id, applicationId, documents } = about;
    const shows = documents.find(({ kind }) => kinds.some(one => one === kind));
    const told = met
      ? ({ state: 'MET', document_id: shows?.id } as const)
      : ({ state: 'NOT_MET', comment: NOT_MET } as const);
    rows.add('approval_condition', {
      ...{ organisation_id: AUTHORITY, case_id: id, application_id: applicationId, key, ...told },
      ...{ said_by: worker, said_at: at },
    });
    const application = rows.of('exception_application')[applicationId - 1];
    if (application) application.version = Number(application.version) + 1;
    book.event(about, 'CONDITION_SAID', { at, by: worker, old: key, new: told.state });
  }

  /** Whoever waits for cards waits with a look at it in three months. */
  #open(about: ToldApplication, { worker, at }: { worker: number; at: Date }): void {
    const { rows, book } = this.#parts;
    const on = osloDate(at);
    const until = addDays(on, CARD_ORDERING_DAYS);
    book.event(about, 'ORDERING_OPENED', { at, by: worker, new: until });
    if (about.plan.fate !== 'CARD_ORDERING') return;
    book.wentOut(about, at);
    Object.assign(rows.of('desk_case')[about.id - 1] ?? {}, {
      ...{ hold_reason: 'AWAITING_FIRM', hold_until: until, last_worker_id: worker },
    });
    Object.assign(rows.of('exception_application')[about.applicationId - 1] ?? {}, { status_at: at });
    rows.add('case_hold', {
      ...{ organisation_id: AUTHORITY, case_id: about.id, from_on: on, to_on: null },
      ...{ reason: 'AWAITING_FIRM', created_by: worker },
    });
  }
}

export const isOfApproval = ({ plan }: Pick<ToldApplication, 'plan'>): boolean => isApproval(plan.code);
