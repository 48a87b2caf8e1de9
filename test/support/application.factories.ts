/** Applications for exceptions in every state, for tests, each with the case it is; their papers, decisions and letters: decision.factories.ts. */
import {
  type ApplicationChannel,
  type ApplicationCode,
  type ApplicationRegister,
  type ApplicationStatus,
  isApproval,
} from '../../server/src/features/application/application.enums.ts';
import type { ApplicationClaims } from '../../server/src/features/application/application-state.write.ts';
import type { CaseStatus } from '../../server/src/features/case/case.enums.ts';
import { bornRule } from '../../server/src/features/exception-catalogue/exception-catalogue.rules.ts';
import type { Language } from '../../server/src/platform/language.ts';
import type { Desk } from './desk.ts';
import { insert, next } from './insert.ts';
import { createFirm, createPerson, type Firm } from './people.factories.ts';

export * from './decision.factories.ts';

const AUTHORITY = 2;

export interface NewApplication {
  /** Default: the wife of a sole proprietor. */
  code?: ApplicationCode;
  status?: ApplicationStatus;
  /** Registered by the issuer; REGISTERED is always the issuer's and not handed over yet. */
  registrar?: 1;
  /** staff_user.id of who registered it. */
  registeredBy?: string;
  clientId?: string;
  /** Of P+O codes; made when none is given. */
  personId?: string;
  relatedPersonId?: string;
  firm?: Firm;
  channel?: ApplicationChannel;
  receivedOn?: string;
  dueOn?: string;
  wantedFrom?: string;
  evidenceEndsOn?: string;
  language?: Language;
  contactName?: string | null;
  contactEmail?: string | null;
  orderNumber?: string;
  claims?: ApplicationClaims;
  decidedOn?: string;
  /** staff_user.id; the reservation ends half an hour from now. */
  reservedBy?: string;
  title?: string;
}

export interface Application {
  /** exception_application.id */
  readonly id: string;
  readonly caseId: string;
  readonly number: string;
  readonly code: ApplicationCode;
  readonly register: ApplicationRegister;
  readonly personId: string | null;
  readonly firm: Firm;
  readonly status: ApplicationStatus;
  readonly receivedOn: string;
}

/** The state of the case goes with the state of the application. */
const CASE_STATUS: Readonly<Record<ApplicationStatus, CaseStatus>> = {
  REGISTERED: 'AWAITING_UPLOAD',
  UNDER_REVIEW: 'OPEN',
  AWAITING_DOCUMENTS: 'ON_HOLD',
  CARD_ORDERING: 'ON_HOLD',
  FOR_APPROVAL: 'FOR_APPROVAL',
  GRANTED: 'CLOSED',
  REFUSED: 'CLOSED',
  DISMISSED: 'CLOSED',
  WITHDRAWN: 'CLOSED',
  WRONG_CHANNEL: 'CLOSED',
  APPEALED: 'OPEN',
  FORWARDED: 'CLOSED',
};
const DECIDED: readonly ApplicationStatus[] = [
  ...(['GRANTED', 'REFUSED', 'DISMISSED', 'WITHDRAWN'] as const),
  ...(['APPEALED', 'FORWARDED'] as const),
];
const RECEIVED_ON = '2026-11-16';
const HELD_UNTIL = '2099-01-02';

/** As it stands in its state: a decided one has a day of decision, its decision comes with createDecision. */
export async function createApplication(desk: Desk, given: NewApplication = {}): Promise<Application> {
  const { code = 'AA_ENK_SPOUSE', status = 'UNDER_REVIEW', receivedOn = RECEIVED_ON } = given;
  const { register, subject } = bornRule(code);
  const firm = given.firm ?? (await createFirm(desk));
  const personal = subject === 'PERSON_AND_FIRM';
  const personId = personal ? (given.personId ?? (await createPerson(desk)).id) : null;
  const number = `2020/${String(next()).padStart(6, '0')}`;
  const about = { code, register, personId, firm, status, receivedOn, number };
  const caseId = await insert(desk, 'desk_case', caseRow(about, given));
  const id = await insert(desk, 'exception_application', {
    organisation_id: AUTHORITY,
    ...{ case_id: caseId, number, code, register, person_id: personId, firm_id: firm.main },
    ...stateOf(about, given),
    ...wordsOf(given),
  });
  if (status === 'AWAITING_DOCUMENTS') await createHold(desk, caseId);
  return { ...about, id, caseId };
}

const kindOf = (code: ApplicationCode) => (isApproval(code) ? 'APPROVAL' : 'EXCEPTION');

type About = Omit<Application, 'id' | 'caseId'>;

function caseRow({ number, code, personId, firm, status, receivedOn }: About, given: NewApplication) {
  const caseStatus = CASE_STATUS[status];
  const held = caseStatus === 'ON_HOLD';
  const { reservedBy } = given;
  return {
    organisation_id: AUTHORITY,
    ...{ number, kind: kindOf(code), queue: kindOf(code), status: caseStatus },
    ...{ channel: channelOf(status, given), language: given.language ?? 'nb', title: given.title ?? code },
    ...{ person_id: personId, subject_organisation_id: firm.main },
    ...{ opened_on: receivedOn, due_days: 20, due_on: given.dueOn ?? '2026-12-14' },
    ...{ hold_reason: held ? 'AWAITING_PERSON' : null, hold_until: held ? HELD_UNTIL : null },
    closed_at: caseStatus === 'CLOSED' ? new Date() : null,
    ...(reservedBy ? { reserved_by: reservedBy, reserved_until: new Date(Date.now() + 30 * 60_000) } : {}),
  };
}

const channelOf = (status: ApplicationStatus, { channel }: NewApplication): ApplicationChannel =>
  channel ?? (status === 'WRONG_CHANNEL' ? 'EMAIL' : 'LETTER');

function stateOf({ status, receivedOn }: About, given: NewApplication) {
  const registrar = given.registrar ?? (status === 'REGISTERED' ? 1 : null);
  return {
    ...{ status, status_at: new Date(), received_on: receivedOn, channel: channelOf(status, given) },
    registrar_organisation_id: registrar,
    ...{ registered_by: given.registeredBy ?? null, client_id: given.clientId ?? null },
    handed_over_at: status === 'REGISTERED' ? null : new Date(),
    decided_on: given.decidedOn ?? (DECIDED.includes(status) ? receivedOn : null),
    ...{ wanted_from: given.wantedFrom ?? null, evidence_ends_on: given.evidenceEndsOn ?? null },
  };
}

function wordsOf(given: NewApplication) {
  const { language = 'nb', contactName = 'Kari Kontakt', claims = {} } = given;
  const { contactEmail = 'kari.kontakt@firma.example' } = given;
  return {
    ...{ language, contact_name: contactName, contact_email: contactEmail },
    ...{ order_number: given.orderNumber ?? null, related_person_id: given.relatedPersonId ?? null },
    claims: JSON.stringify(claims),
  };
}

async function createHold(desk: Desk, caseId: string): Promise<void> {
  const sql = `insert into case_hold (organisation_id, case_id, from_on, reason) values ($1, $2, $3, 'AWAITING_PERSON')`;
  await desk.sql.query(sql, [AUTHORITY, caseId, '2026-11-17']);
}
