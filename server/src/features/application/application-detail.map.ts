/** Turns the row behind the application page into the API's ApplicationDetail: the checklist and the validity by the rule of its day. */
import type { Access } from '../../platform/access/access.ts';
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Principal } from '../../platform/db/principal.ts';
import { toStaffRef } from '../case/case-submission.map.ts';
import type { DecisionContent } from '../decision/decision.rules.ts';
import type {
  CheckedCondition,
  ConditionFacts,
  SaidCondition,
} from '../exception-catalogue/condition.rules.ts';
import {
  channelAllowed,
  checklist,
  type ExceptionRule,
  isNewFirm,
  type OwnedDocument,
  validity,
} from '../exception-catalogue/exception-catalogue.rules.ts';
import { shownRule } from '../exception-catalogue/exception-catalogue-page.readmodel.ts';
import { type CardCoverage, cardsReady } from '../firm-approval/card-coverage.rules.ts';
import { conditionFacts } from '../firm-approval/condition.store.ts';
import type { FirmApprovalStatus } from '../firm-approval/firm-approval.enums.ts';
import type { PersonType } from '../person/person.type.ts';
import { isApproval } from './application.enums.ts';
import { HAND_OVER_APPLICATION } from './application.policy.ts';
import type {
  ApplicationAppealType,
  ApplicationDecisionType,
  ApplicationDetailType,
  ApplicationLetterType,
} from './application-detail.type.ts';
import type { ApplicationClaims } from './application-state.write.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}
type JsonDecision = Omit<ApplicationDecisionType, 'decidedBy' | 'approvedBy'> & {
  readonly decidedBy: Named | null;
  readonly approvedBy: Named | null;
};
type JsonLetter = Omit<ApplicationLetterType, 'createdAt' | 'sentAt'> & {
  createdAt: string;
  sentAt: string | null;
};
type JsonAppeal = Omit<ApplicationAppealType, 'forwardedAt'> & { forwardedAt: string | null };

interface JsonSuggested {
  readonly at: string;
  readonly covered: number;
  readonly known: number;
  readonly content: DecisionContent;
}

type Same =
  | 'id'
  | 'number'
  | 'code'
  | 'register'
  | 'status'
  | 'channel'
  | 'version'
  | 'language'
  | 'registrar'
  | 'firm';

/** One row of the statement in application-detail.sql.ts. An aggregate over nothing is null. */
export interface ApplicationRow extends Pick<ApplicationDetailType, Same> {
  case_id: string;
  organisation_id: number;
  registrar_organisation_id: number | null;
  received_on: LocalDate;
  handed_over_at: Date | null;
  decided_on: LocalDate | null;
  wanted_from: LocalDate | null;
  evidence_ends_on: LocalDate | null;
  contact_name: string | null;
  contact_email: string | null;
  order_number: string | null;
  claims: ApplicationClaims;
  person_id: string | null;
  related_person_id: string | null;
  registeredBy: Named | null;
  cardExpiresOn: LocalDate | null;
  person: PersonType | null;
  related: PersonType | null;
  documents: OwnedDocument[] | null;
  waitingOrders: ApplicationDetailType['waitingOrders'] | null;
  entries: ApplicationDetailType['entries'] | null;
  decisions: JsonDecision[] | null;
  letters: JsonLetter[] | null;
  appeals: JsonAppeal[] | null;
  duties: ConditionFacts['firm'];
  said: SaidCondition[] | null;
  approval: FirmApprovalStatus | null;
  coverage: CardCoverage | null;
  workers: ApplicationDetailType['workers'] | null;
  suggested: JsonSuggested | null;
}

export interface ApplicationReader {
  readonly access: Access;
  readonly actor: Principal;
  /** Of the day it was received. */
  readonly rule: ExceptionRule;
  readonly today: LocalDate;
}

export function toApplicationDetail(row: ApplicationRow, reader: ApplicationReader): ApplicationDetailType {
  const { access, actor, rule } = reader;
  const facts = { organisationId: row.organisation_id };
  const masked = access.may(actor, { resource: 'person', action: 'read:nationalId.masked' }, facts);
  const shown = (person: PersonType) => (masked ? person : withoutNumber(person));
  return {
    ...columnsOf(row),
    channelAllowed: channelAllowed(rule, row.channel),
    mayHandOver: mayHandOver(row, access, actor),
    person: row.person && shown(row.person),
    related: row.related && shown(row.related),
    workers: (row.workers ?? []).map(worker => ({ ...worker, person: shown(worker.person) })),
    rule: shownRule(rule),
    checklist: checklistOf(row, rule),
    newFirm: isNewFirm(rule, { registeredOn: row.firm.registeredOn, receivedOn: row.received_on }),
    proposedValidity: proposedValidity(row, reader),
    approval: isApproval(row.code) ? row.approval : null,
    coverage: row.coverage && { ...row.coverage, ready: cardsReady(row.coverage) },
    suggested: row.suggested && shownSuggestion(row.suggested),
    ...listsOf(row),
  };
}

function shownSuggestion({ at, covered, known, content }: JsonSuggested) {
  const { groundIds, statuteIds, facts } = content;
  const words = { groundIds: [...groundIds], statuteIds: [...statuteIds], facts: [...facts] };
  return { at: new Date(at), covered, known, ...words };
}

/** The issuer's own, until it is handed over. */
export function mayHandOver(
  row: Pick<ApplicationRow, 'status' | 'registrar_organisation_id'>,
  access: Access,
  actor: Principal,
): boolean {
  const { registrar_organisation_id: organisationId, status } = row;
  if (status !== 'REGISTERED' || organisationId === null) return false;
  return access.may(actor, HAND_OVER_APPLICATION, { organisationId });
}

/** The birth date is the first half of the number: whoever may not see the mask may not see it either. */
const withoutNumber = (person: PersonType): PersonType => ({
  ...person,
  maskedNationalId: null,
  birthDate: null,
});

function columnsOf(row: ApplicationRow) {
  const { id, number, code, register, status, channel, version, language, registrar, firm } = row;
  const { vatProvision = null, foreignStaff = null, note = null } = row.claims;
  const { employees = null, workers = null, dischargeDuty = null } = row.claims;
  return {
    ...{ id, number, code, register, status, channel, version, language, registrar, firm },
    caseId: row.case_id,
    receivedOn: row.received_on,
    handedOverAt: row.handed_over_at,
    decidedOn: row.decided_on,
    wantedFrom: row.wanted_from,
    evidenceEndsOn: row.evidence_ends_on,
    contactName: row.contact_name,
    contactEmail: row.contact_email,
    orderNumber: row.order_number,
    registeredBy: row.registeredBy && toStaffRef(row.registeredBy),
    claims: { vatProvision, foreignStaff, note, employees, workers, dischargeDuty },
  };
}

function checklistOf(row: ApplicationRow, rule: ExceptionRule): ApplicationDetailType['checklist'] {
  const { vatProvision = null, foreignStaff = null } = row.claims;
  const conditions = conditionFacts(row, row.duties, row.said ?? []);
  const claims = { person: row.person_id !== null, firm: true, vatProvision, foreignStaff, conditions };
  return checklist(rule, row.documents ?? [], claims).map(({ by, missing, condition, ...requirement }) => ({
    ...requirement,
    condition: condition && shownCondition(condition),
    by: [...by],
    missing: missing.map(kinds => ({ kinds: [...kinds] })),
  }));
}

function shownCondition({ state, source, said }: CheckedCondition) {
  const { comment = null, saidBy = null, saidAt, documentId = null } = said ?? {};
  const assessable = source === null || source === 'STAFF';
  return { state, source, comment, saidBy, saidAt: saidAt ? new Date(saidAt) : null, documentId, assessable };
}

/** From the day it was asked for, not before today: nothing is granted backwards unless somebody writes it. */
function proposedValidity(row: ApplicationRow, { rule, today }: ApplicationReader) {
  const from = row.wanted_from !== null && row.wanted_from > today ? row.wanted_from : today;
  const { cardExpiresOn: card, evidence_ends_on: documentDate } = row;
  return validity(rule, { from, cardExpiresOn: card !== null && card >= from ? card : null, documentDate });
}

const dateOf = (text: string | null) => (text === null ? null : new Date(text));

function listsOf(row: ApplicationRow) {
  return {
    waitingOrders: row.waitingOrders ?? [],
    entries: row.entries ?? [],
    decisions: (row.decisions ?? []).map(decision => ({
      ...decision,
      decidedBy: decision.decidedBy && toStaffRef(decision.decidedBy),
      approvedBy: decision.approvedBy && toStaffRef(decision.approvedBy),
    })),
    letters: (row.letters ?? []).map(letter => ({
      ...letter,
      createdAt: new Date(letter.createdAt),
      sentAt: dateOf(letter.sentAt),
    })),
    appeals: (row.appeals ?? []).map(appeal => ({ ...appeal, forwardedAt: dateOf(appeal.forwardedAt) })),
  };
}
