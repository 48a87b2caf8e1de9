/** A decision with all that follows from it, in one transaction: the row, the entry, the letter, the journal, the timeline, the end of the case. */
import { addDays, type LocalDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import { isApproval } from '../application/application.enums.ts';
import { moveApplication } from '../application/application-state.write.ts';
import { addEvent, type CaseChanges, type LockedCase, saveCase } from '../case/case.write.ts';
import { statusAfter } from '../case/case-gate.ts';
import { FREE } from '../case/reservation.write.ts';
import { addEntry, endEntries } from '../exception/entry.write.ts';
import type { BypassedRegister, DecisionOutcome } from '../exception-catalogue/exception-catalogue.enums.ts';
import { approvalAfter, setFirmApproval } from '../firm-approval/firm-approval.write.ts';
import { type NewLetter, queueLetter } from '../letter/letter.write.ts';
import type { LetterContent, LetterFacts } from '../letter/letter-content.rules.ts';
import type { DecisionContent } from './decision.rules.ts';
import type { ChosenTexts, DecisionBasis } from './decision-basis.store.ts';
import { deadlineOf } from './decision-letter.rules.ts';

export interface Ruling {
  readonly row: Pick<LockedCase, 'id' | 'organisation_id' | 'status'>;
  readonly basis: DecisionBasis;
  readonly content: DecisionContent;
  readonly texts: ChosenTexts;
  readonly letter: LetterContent;
  readonly record: LetterFacts;
  /** Null with decidedBy: the desk decided by itself. */
  readonly proposalId: string | null;
  readonly digest: Buffer;
  readonly decidedBy: string | null;
  readonly approvedBy: string | null;
  readonly at: Date;
  readonly today: LocalDate;
  /** When the letter leaves; until then it can be stopped. */
  readonly sendAfter: Date;
  readonly mailDomain: string;
}

const INSERT = `insert into decision (organisation_id, case_id, application_id, proposal_id, kind, outcome, grounds, free_text, legal_refs, facts, valid_from, valid_to,
  while_role, decided_on, decided_at, decided_by, approved_by, appeal_deadline_on, replaces_id, digest)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
  (select d.id from decision d where d.application_id = $3 order by d.id desc limit 1), $19) returning id::text`;
const APPEAL = `update appeal set outcome = $2, outcome_decision_id = $3, settled_by = $4, settled_at = $5, version = version + 1
where application_id = $1 and outcome is null`;
const APPEALED = `select p.outcome from appeal a join decision p on p.id = a.decision_id where a.application_id = $1 and a.outcome is null`;

/** @returns decision.id */
export async function makeDecision(tx: Tx, ruling: Ruling): Promise<string> {
  const { row, basis, content, at, today } = ruling;
  const { application } = basis;
  const stands = content.kind === 'APPEAL' ? await appealedOutcome(tx, application.id) : null;
  const decisionId = await insertDecision(tx, ruling);
  const outcome =
    content.kind === 'APPEAL' && content.outcome === 'DISMISS' && stands ? stands : content.outcome;
  await moveApplication(tx, application, { trigger: outcome, at, on: today });
  await changeRegister(tx, ruling, decisionId);
  if (content.kind === 'APPEAL') {
    const result = content.outcome === 'GRANT' ? 'REVERSED' : 'DISMISSED';
    await tx.query(APPEAL, [application.id, result, decisionId, ruling.decidedBy, at]);
    await addEvent(tx, row, { type: 'APPEAL_SETTLED', newValue: result });
  }
  await addEvent(tx, row, { type: 'DECISION_MADE', oldValue: content.kind, newValue: content.outcome });
  const letter: NewLetter = {
    organisationId: row.organisation_id,
    caseId: row.id,
    applicationId: application.id,
    decisionId,
    kind: ruling.letter.kind,
    recipient: { personId: application.person_id, firmId: application.firm_id },
    language: application.language,
    content: ruling.letter,
    record: ruling.record,
    channel: 'DIGITAL_MAILBOX',
    sendAfter: ruling.sendAfter,
  };
  await queueLetter(tx, letter, ruling);
  const closed: CaseChanges = { ...FREE, status: statusAfter(row.status, 'DECIDED'), closed_at: at };
  await saveCase(tx, row, { ...closed, new_post_at: null });
  return decisionId;
}

async function appealedOutcome(tx: Tx, applicationId: string): Promise<DecisionOutcome | null> {
  return (await tx.one<{ outcome: DecisionOutcome }>(APPEALED, [applicationId]))?.outcome ?? null;
}

async function insertDecision(tx: Tx, ruling: Ruling): Promise<string> {
  const { row, basis, content, texts, digest, at, today } = ruling;
  const grounds = texts.grounds.map(({ id, code, version, label, text }) => ({
    id,
    code,
    version,
    label,
    text,
  }));
  const law = texts.statutes.map(({ id, code, citation }) => ({ id, code, citation }));
  const facts = { relied: content.facts, registers: basis.registers };
  const inserted = await tx.one<{ id: string }>(INSERT, [
    ...[row.organisation_id, row.id, basis.application.id, ruling.proposalId, content.kind, content.outcome],
    ...[JSON.stringify(grounds), content.freeText || null, JSON.stringify(law), JSON.stringify(facts)],
    ...validityOf(content),
    ...[today, at, ruling.decidedBy, ruling.approvedBy, deadlineOf(basis, today), digest],
  ]);
  return inserted?.id ?? '';
}

const validityOf = ({ outcome, validFrom, validTo, whileRole }: DecisionContent) =>
  outcome === 'GRANT' ? [validFrom, validTo, whileRole] : [null, null, false];

/** A grant makes an entry, in the place of an earlier one; every other decision about something granted ends it. */
async function changeRegister(tx: Tx, ruling: Ruling, decisionId: string): Promise<void> {
  if (isApproval(ruling.basis.application.code)) return changeApproval(tx, ruling, decisionId);
  const { row, basis, content, at, today } = ruling;
  const { application, rule } = basis;
  if (content.outcome === 'GRANT' && content.validFrom !== null) {
    await endEntries(tx, application.id, { on: today, reason: 'REPLACED', decisionId, at });
    const { person_id: personId, firm_id: firmId } = application;
    const { register, code } = excepted(application);
    const deleteAfter = rule.validity.kind === 'MONTHS' && rule.validity.deleteAfter;
    const entry = { organisationId: row.organisation_id, caseId: row.id, applicationId: application.id };
    const whose = { ...entry, decisionId, code, register, personId, firmId, deleteAfter };
    const { validFrom: fromOn, validTo: toOn, whileRole } = content;
    await addEntry(tx, { ...whose, fromOn, toOn, whileRole }, at);
    await addEvent(tx, row, { type: 'ENTRY_ADDED', oldValue: fromOn, newValue: toOn });
    return;
  }
  if (content.kind === 'FIRST' || content.kind === 'APPEAL') return;
  const last = content.kind === 'WITHDRAWAL' ? (content.validTo ?? today) : addDays(today, -1);
  const reason = content.kind === 'WITHDRAWAL' ? 'WITHDRAWN' : 'REVERSED';
  const ended = await endEntries(tx, application.id, { on: addDays(last, 1), reason, decisionId, at });
  if (ended.length > 0) await addEvent(tx, row, { type: 'ENTRY_ENDED', oldValue: reason, newValue: last });
}

/** Approvals have gone their own way before. */
function excepted({ code, register }: Pick<DecisionBasis['application'], 'code' | 'register'>) {
  if (isApproval(code)) throw new Error('an approval makes no entry');
  return { code, register: register as BypassedRegister };
}

/** A firm's status follows the decision at once. An appeal that is dismissed changes nothing, nor does one who takes back what was never granted. */
async function changeApproval(tx: Tx, ruling: Ruling, decisionId: string): Promise<void> {
  const { row, basis, content, at } = ruling;
  const { application } = basis;
  if (content.kind === 'APPEAL' && content.outcome === 'DISMISS') return;
  const takenBack = content.kind === 'FIRST' && content.outcome === 'WITHDRAW';
  const status = await approvalAfter(tx, application, takenBack ? 'DISMISS' : content.outcome);
  if (status === undefined) return;
  const validTo = content.outcome === 'GRANT' ? content.validTo : null;
  const approval = { status, cause: 'DECISION', applicationId: application.id, decisionId, validTo } as const;
  const changed = await setFirmApproval(tx, application, { approval, at });
  if (changed) await addEvent(tx, row, { type: 'APPROVAL_CHANGED', newValue: status });
}
