/** Tells what happened to each application: how it came in, which papers it had, what was asked for, and who decided it. */
import { isApproval } from '../../server/src/features/application/application.enums.ts';
import type { ApplicationClaims } from '../../server/src/features/application/application-state.write.ts';
import {
  deadlineWorking,
  dueOnIfHeldUntil,
  type HoldPeriod,
} from '../../server/src/features/case/deadline.rules.ts';
import {
  addDays,
  addMonthsClamped,
  type LocalDate,
  nextWorkingDay,
  osloDate,
} from '../../server/src/platform/calendar/calendar.ts';
import type { Language } from '../../server/src/platform/language.ts';
import type { Random } from '../random.ts';
import type { Rows } from '../rows.ts';
import { minutesAfter, type WorkTime } from '../work-time.ts';
import { RULES } from './application-rules.ts';
import type { ApprovalLife } from './approval-life.ts';
import type { CaseBook } from './case-book.ts';
import {
  AUTHORITY,
  DUE_DAYS,
  type Opened,
  openApplication,
  STATUS,
  type ToldApplication,
} from './exception-book.ts';
import { ExceptionDecisions } from './exception-decisions.ts';
import { addPapers, type PaperParts } from './exception-papers.ts';
import type { ExceptionPlan } from './exception-plans.ts';
import type { Subject, Subjects } from './exception-subjects.ts';
import type { Applicants } from './registered-firms.ts';
import { STAFF } from './staff.ts';

export interface StoryParts {
  readonly random: Random;
  readonly time: WorkTime;
  readonly rows: Rows;
  readonly book: CaseBook;
  /** What becomes of firms that apply for approval. */
  approvals?: ApprovalLife;
  applicants?: Applicants;
}

const LANGUAGES: readonly (readonly [Language, number])[] = [
  ['nb', 78],
  ['nn', 13],
  ['en', 9],
];
/** Of Arbeidstilsynet's settings as the desk is born with them. */
const DOCUMENT_DAYS = 21;
const ISSUER = 1;

/** Who works on it, and who signs second. */
export interface Workers {
  readonly worker: number;
  readonly leader: number;
}

export class ExceptionStories {
  readonly told: ToldApplication[] = [];
  readonly #opened: Opened[] = [];
  readonly #parts: StoryParts;
  readonly #decisions: ExceptionDecisions;

  constructor(parts: StoryParts) {
    this.#parts = parts;
    this.#decisions = new ExceptionDecisions(parts);
  }

  /** Cases are opened oldest first; what they are about is found when everything else is there. */
  open(plan: ExceptionPlan): void {
    const language = this.#parts.random.weighted(LANGUAGES);
    this.#opened.push(openApplication(this.#parts.book, plan, language));
  }

  /** @param given instead of what is drawn, for those that an order waits for */
  tell(subjects: Subjects, given: (opened: Opened) => (Subject & { orderNumber?: string }) | null): void {
    for (const opened of this.#opened) {
      const chosen = given(opened);
      const subject = chosen ?? subjects.of(opened.plan, opened.receivedOn);
      this.#one(opened, subject, chosen?.orderNumber ?? null);
      const entry = this.#decisions.lastGranted;
      if (entry && !subject.person && !isApproval(opened.plan.code))
        subjects.holds(opened.plan.code, subject.firm, entry.to);
    }
  }

  #one(opened: Opened, subject: Subject, orderNumber: string | null): void {
    const { plan } = opened;
    this.#decisions.lastGranted = null;
    const row = this.#application(opened, subject, orderNumber);
    const about: ToldApplication = {
      ...{ ...opened, subject, applicationId: row.id, evidenceEndsOn: row.evidenceEndsOn },
      ...{ documents: [], decisions: [], letters: [] },
    };
    this.told.push(about);
    const workers = this.#workers(subject);
    if (plan.withPapers) this.#withPapers(about, workers);
    else this.#decisions.takenOver(about, workers);
  }

  #withPapers(about: ToldApplication, workers: Workers): void {
    const { plan } = about;
    const { book, rows, random } = this.#parts;
    if (plan.fate !== 'REGISTERED' && plan.fate !== 'WRONG_CHANNEL') book.cameIn(about, plan.openedAt);
    const parts: PaperParts = { rows, random, book };
    const missing = plan.fate === 'AWAITING_DOCUMENTS' || plan.asked || this.#stillMissing(plan);
    const late = addPapers(parts, about, { missing });
    if (plan.fate === 'AWAITING_DOCUMENTS') this.#wait(about, workers, late.labels);
    else if (plan.asked) this.#askAndGet(about, workers, late);
    if (plan.kind === 'APPROVAL') this.#assessed(about, workers);
    this.#decisions.decide(about, workers);
  }

  /** Conditions are said to be met or not; where all are, cards can be ordered. */
  #assessed(about: ToldApplication, { worker }: Workers): void {
    const { approvals } = this.#parts;
    approvals?.begin(about);
    const at = approvals?.assess(about, worker);
    if (!at) return;
    const on = osloDate(at);
    const told = { kind: 'CARD_ORDERING_OPENED', on, at, by: worker, answerBy: null, missing: [] } as const;
    this.#decisions.letter(about, { ...told, receivedOn: about.receivedOn });
  }

  #stillMissing({ fate }: ExceptionPlan): boolean {
    const share = fate === 'UNDER_REVIEW' ? 0.35 : fate === 'DISMISSED' ? 0.8 : 0;
    return this.#parts.random.chance(share);
  }

  #application({ plan, ...opened }: Opened, { firm, person, related }: Subject, orderNumber: string | null) {
    const { rows, random, time } = this.#parts;
    const about = rows.of('desk_case')[opened.id - 1];
    Object.assign(about ?? {}, { person_id: person?.id ?? null, subject_organisation_id: firm.id });
    const evidenceEndsOn = this.#evidence({ plan, ...opened });
    const registered = plan.fate === 'REGISTERED';
    const atIssuer = this.#isAtIssuer(plan);
    const id = rows.add('exception_application', {
      ...{ organisation_id: AUTHORITY, case_id: opened.id, number: opened.number, code: plan.code },
      ...{ register: RULES[plan.code].register, person_id: person?.id, firm_id: firm.id },
      ...{ related_person_id: related?.id, status: STATUS[plan.fate], status_at: plan.openedAt },
      ...{ channel: plan.channel, received_on: opened.receivedOn, evidence_ends_on: evidenceEndsOn },
      ...contactOf(random, person?.given_name ?? null, firm.name),
      ...{
        language: opened.language,
        claims: JSON.stringify(this.#claims(plan, firm)),
        order_number: orderNumber,
      },
      ...{ registrar_organisation_id: atIssuer ? ISSUER : null },
      registered_by: this.#registrar(plan, atIssuer),
      handed_over_at: registered ? null : plan.openedAt,
      version: 1,
    });
    const open = registered || plan.fate === 'UNDER_REVIEW';
    if (open && about && random.chance(0.2) && plan.openedAgo > 0)
      about.new_post_at = minutesAfter(time.now, -40);
    return { id, evidenceEndsOn };
  }

  /** The issuer scans exceptions alone. */
  #isAtIssuer({ kind, fate, channel }: ExceptionPlan): boolean {
    if (kind === 'APPROVAL') return false;
    return fate === 'REGISTERED' || (channel === 'LETTER' && this.#parts.random.chance(0.15));
  }

  #claims(plan: ExceptionPlan, firm: Subject['firm']): ApplicationClaims {
    return plan.kind === 'APPROVAL' ? (this.#parts.applicants?.claimsOf(firm) ?? {}) : claimsOf(plan);
  }

  #registrar({ channel }: ExceptionPlan, atIssuer: boolean): number | null {
    const { random } = this.#parts;
    if (atIssuer) return random.pick([STAFF.ingrid.id, STAFF.jonas.id, STAFF.fatima.id]);
    return channel === 'PORTAL' || channel === 'API' || channel === 'EMAIL'
      ? null
      : random.pick([STAFF.tuva.id, STAFF.nora.id]);
  }

  /** What the paper says: the permit, the contract, the measure. */
  #evidence({ plan, receivedOn }: Pick<Opened, 'plan' | 'receivedOn'>): LocalDate | null {
    if (RULES[plan.code].validity.kind !== 'DOCUMENT_DATE') return null;
    return addDays(addMonthsClamped(receivedOn, this.#parts.random.int(5, 26)), 20);
  }

  /** Of protected persons a leader takes care, and another signs. */
  #workers({ person, related }: Subject): Workers {
    const { random } = this.#parts;
    const [one, other] = random.shuffled([STAFF.henrik.id, STAFF.gunhild.id]) as [number, number];
    if (person?.restricted || related?.restricted) return { worker: one, leader: other };
    return { worker: random.pick([STAFF.tuva.id, STAFF.erik.id, STAFF.nora.id, STAFF.tuva.id]), leader: one };
  }

  /** Asked, and not answered yet. */
  #wait(about: ToldApplication, { worker }: Workers, missing: readonly string[]): void {
    const { time, rows, random } = this.#parts;
    const at = time.officeHours(Math.max(about.plan.openedAgo - random.int(1, 3), 1));
    const askedOn = osloDate(at);
    const until = this.#ask(about, { at, worker, missing });
    this.#hold(about, { fromOn: askedOn, toOn: null, by: worker });
    const row = rows.of('desk_case')[about.id - 1];
    const clock = this.#clock(about, [{ fromOn: askedOn, toOn: null }]);
    Object.assign(row ?? {}, {
      ...{ hold_reason: 'AWAITING_PERSON', hold_until: until, due_on: dueOnIfHeldUntil(clock, until) },
      last_worker_id: worker,
    });
  }

  /** Asked, and the paper came. */
  #askAndGet(about: ToldApplication, { worker }: Workers, late: ReturnType<typeof addPapers>): void {
    const { time, random, book, rows } = this.#parts;
    const { openedAgo, decidedAgo } = about.plan;
    const askedAgo = openedAgo - random.int(1, 3);
    const gotAgo = random.int(Math.max((decidedAgo ?? 0) + 1, 1), Math.max(askedAgo - 2, 1));
    const at = time.officeHours(askedAgo);
    const gotAt = time.officeHours(gotAgo);
    this.#ask(about, { at, worker, missing: late.labels });
    late.arrive(gotAt);
    const hold = { fromOn: osloDate(at), toOn: osloDate(gotAt) };
    this.#hold(about, { ...hold, by: worker });
    book.cameIn(about, gotAt);
    const row = rows.of('desk_case')[about.id - 1];
    if (row) row.due_on = deadlineWorking(this.#clock(about, [hold])).dueOn;
  }

  #ask(about: ToldApplication, asked: { at: Date; worker: number; missing: readonly string[] }): LocalDate {
    const { book } = this.#parts;
    const { at, worker, missing } = asked;
    const on = osloDate(at);
    const until = nextWorkingDay(addDays(on, DOCUMENT_DAYS));
    book.event(about, 'RESERVED', { at: minutesAfter(at, -6), by: worker });
    book.event(about, 'DOCUMENTS_ASKED', { at, by: worker, old: until, new: missing.join('; ') });
    book.wentOut(about, at);
    this.#decisions.letter(about, {
      ...{ kind: 'DEFICIENCY', on, at, by: worker, answerBy: until, missing },
      receivedOn: about.receivedOn,
    });
    return until;
  }

  #hold(about: ToldApplication, { fromOn, toOn, by }: HoldPeriod & { by: number }): void {
    this.#parts.rows.add('case_hold', {
      ...{ organisation_id: AUTHORITY, case_id: about.id, from_on: fromOn, to_on: toOn },
      ...{ reason: 'AWAITING_PERSON', created_by: by },
    });
  }

  #clock({ receivedOn }: ToldApplication, holds: readonly HoldPeriod[]) {
    return {
      startOn: receivedOn,
      days: DUE_DAYS,
      holds,
      today: this.#parts.time.today,
      language: 'nb',
    } as const;
  }
}

function claimsOf({ code }: ExceptionPlan): ApplicationClaims {
  if (code === 'VAT_KF_1510') return { vatProvision: 'merverdiavgiftsloven § 3-28' };
  return code === 'VAT_SVALBARD' ? { foreignStaff: 'NONE' } : {};
}

function contactOf(random: Random, person: string | null, firm: string) {
  if (random.chance(0.1)) return {};
  const domain =
    firm
      .toLowerCase()
      .replaceAll(/[^a-z]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'firma';
  return { contact_name: person ? null : 'Kontoret', contact_email: `post@${domain}.example` };
}
