/** For each mutation a situation in which it works, and who may call it with what: a fresh one at every call. */
import { EXCEPTIONS } from '../../server/src/features/exception-catalogue/exception.catalogue.ts';
import { osloDate } from '../../server/src/platform/calendar/calendar.ts';
import { ACCESS_LOG } from './access-log-calls.ts';
import { createApplication, createDocument } from './application.factories.ts';
import { APPLICATION_CALLS } from './application-calls.ts';
import { createCard, createTip } from './card.factories.ts';
import { write } from './case-documents.ts';
import { CONFIRMATION_CALLS } from './confirmation-calls.ts';
import { inDays } from './days.ts';
import { DECISION_CALLS } from './decision-calls.ts';
import { textProposal } from './decision-texts.ts';
import type { Desk } from './desk.ts';
import { approvalProposal, exceptionProposal, usualProposal } from './exception-rules.ts';
import { createCase, createFirm, createOrderItem, createPerson, type NewCase } from './factories.ts';
import { createReview, GLASSES, reject } from './image-documents.ts';
import { INBOUND_MAIL_CALLS } from './inbound-mail-calls.ts';
import { insert, next } from './insert.ts';
import { INVOICE_CALLS } from './invoice-calls.ts';
import { INVOICE_QUERY_CALLS } from './invoice-queries.ts';
import { LETTER_CALLS } from './letter-calls.ts';
import { MACHINES } from './machine-calls.ts';
import { createMail } from './mails.ts';
import { ORDER_CALLS } from './order-calls.ts';
import { PAYMENT_CALLS } from './payment-calls.ts';
import { REISSUE_CALLS } from './reissues.ts';
import { emailOf, PASSWORD, type StaffName } from './staff.ts';
import { TIE_CALLS } from './tie-calls.ts';
import { createLink, createWaitingCase } from './upload.factories.ts';
import { VAT_CALLS } from './vat-calls.ts';

export interface WorkingCall {
  readonly who: StaffName;
  readonly variables: Record<string, unknown>;
}

type Arrange = (desk: Desk) => Promise<WorkingCall>;

const IN_TIME = osloDate(new Date(Date.now() + 20 * 86_400_000));
const agent = (variables: Record<string, unknown>): WorkingCall => ({ who: 'agent', variables });
const senior = (variables: Record<string, unknown>): WorkingCall => ({ who: 'senior', variables });
const admin = (variables: Record<string, unknown>): WorkingCall => ({ who: 'admin', variables });

const inquiry = (desk: Desk, given: NewCase = {}) => createCase(desk, { kind: 'INQUIRY', ...given });
const mine = (desk: Desk) => ({ reservedBy: desk.staff.agent });

/** A write to an inquiry the agent has. */
const onMine =
  (input: Record<string, unknown>): Arrange =>
  async desk => {
    const { id } = await inquiry(desk, mine(desk));
    return agent({ input: { caseId: id, expectedVersion: 1, ...input } });
  };

async function review(desk: Desk, more: Record<string, unknown> = {}): Promise<WorkingCall> {
  const { id } = await createReview(desk);
  return agent({ input: { caseId: id, expectedVersion: 1, ...more } });
}

/** An image case that waits for images, and that the agent has. */
async function waiting(desk: Desk): Promise<string> {
  return (await createWaitingCase(desk, mine(desk))).id;
}

/** A tip the caseworker has, about a card that exists. */
async function tip(desk: Desk): Promise<WorkingCall> {
  const { id } = await createTip(desk, { reservedBy: desk.staff.caseworker });
  return { who: 'caseworker', variables: { input: { caseId: id, expectedVersion: 1 } } };
}

/** Cases and everything that happens to them. */
const CASES: Readonly<Record<string, Arrange>> = {
  async takeNext(desk) {
    // What others left free must not come first.
    await desk.sql.query("update desk_case set status = 'CLOSED', closed_at = now() where status = 'OPEN'");
    for (let n = 0; n < 3; n += 1) await inquiry(desk);
    return agent({ queue: 'INQUIRY' });
  },
  takeCase: async desk => agent({ input: { caseId: (await inquiry(desk)).id, expectedVersion: 1 } }),
  async extendReservation(desk) {
    const soon = new Date(Date.now() + 60_000);
    return agent({ caseId: (await inquiry(desk, { ...mine(desk), reservedUntil: soon })).id });
  },
  releaseCase: onMine({ reason: 'END_OF_DAY' }),
  skipCase: onMine({ reason: 'OTHER' }),
  async handOverCase(desk) {
    return onMine({ toStaffId: desk.staff.senior, reason: 'EXPERTISE' })(desk);
  },
  holdCase: onMine({ reason: 'AWAITING_FIRM', until: IN_TIME }),
  async resumeCase(desk) {
    const { id } = await inquiry(desk, { ...mine(desk), status: 'ON_HOLD' });
    return agent({ input: { caseId: id, expectedVersion: 1 } });
  },
  closeCase: onMine({ reason: 'ANSWERED' }),
  tellEmployerOfTip: tip,
  askIssuerToBlock: tip,
  async reopenCase(desk) {
    const { id } = await inquiry(desk, { status: 'CLOSED' });
    return senior({ input: { caseId: id, expectedVersion: 1, reason: 'NEW_INFORMATION' } });
  },
  setPriority: onMine({ priority: 1 }),
  setPromise: onMine({ promisedOn: IN_TIME }),
  registerInquiry: async () =>
    agent({ input: { title: 'Spørsmål', description: 'Om kort', channel: 'PHONE', language: 'nb' } }),
  addNote: async desk => agent({ input: { caseId: (await inquiry(desk)).id, note: 'Ringt' } }),
  async linkCase(desk) {
    return onMine({ number: (await inquiry(desk)).number, relation: 'RELATED' })(desk);
  },
  async unlinkCase(desk) {
    const [{ id }, other] = [await inquiry(desk, mine(desk)), await inquiry(desk)];
    const link = { caseId: id, expectedVersion: 1, number: other.number, relation: 'RELATED' };
    const linked = await write(await desk.as('agent'), 'linkCase', link);
    return agent({ input: { caseId: id, expectedVersion: 2, linkId: linked.links[0].id } });
  },
  barPerson: desk => onMine({ staffId: desk.staff.colleague, reason: 'FAMILY' })(desk),
  async unbarPerson(desk) {
    const { id } = await inquiry(desk);
    const staffId = desk.staff.colleague;
    const bar = { caseId: id, expectedVersion: 1, staffId, reason: 'FAMILY' };
    await write(await desk.as('agent'), 'barPerson', bar);
    return senior({ input: { caseId: id, expectedVersion: 2, staffId, comment: 'Feil person' } });
  },
  saveDraft: onMine({ action: 'NOTE', body: { text: 'halvferdig' }, expectedVersion: 0 }),
  async discardDraft(desk) {
    const { variables } = await onMine({ action: 'NOTE', body: {}, expectedVersion: 0 })(desk);
    const save = 'mutation S($input: SaveDraftInput!) { saveDraft(input: $input) { version } }';
    await (await desk.as('agent')).ask(save, variables);
    const { caseId } = variables.input as { caseId: string };
    return agent({ caseId, action: 'NOTE' });
  },
};

const IMAGES: Readonly<Record<string, Arrange>> = {
  approveImages: desk => review(desk),
  rejectImages: desk => review(desk, { reasons: [GLASSES] }),
  async undoDecision(desk) {
    const { id } = await createReview(desk);
    return agent({ decisionId: (await reject(await desk.as('agent'), id)).decisionId });
  },
  createUploadTicket: async desk => agent({ input: { caseId: await waiting(desk), expectedVersion: 1 } }),
  sendUploadLink: async desk => agent({ input: { caseId: await waiting(desk), expectedVersion: 1 } }),
  async revokeUploadLink(desk) {
    const id = await waiting(desk);
    await createLink(desk, id);
    return agent({ input: { caseId: id, expectedVersion: 1 } });
  },
  async retryMail(desk) {
    return senior({ id: (await createMail(desk, { status: 'FAILED' })).id, expectedVersion: 1 });
  },
  async settleMail(desk) {
    const { id } = await createMail(desk, { status: 'UNCERTAIN' });
    return senior({ input: { id, expectedVersion: 1, arrived: true, note: 'Kari har fått den' } });
  },
  async revealNationalId(desk) {
    const person = await createPerson(desk);
    const orderItem = await createOrderItem(desk, { personId: person.id });
    const { id } = await createCase(desk, { orderItem });
    const why = { purpose: 'CORRECT_ORDER', reason: 'Orderer asks which of two persons is meant' };
    return senior({ input: { caseId: id, personId: person.id, ...why } });
  },
};

async function versionOf(desk: Desk, name: StaffName): Promise<number> {
  const { rows } = await desk.sql.query('select version from staff_user where id = $1', [desk.staff[name]]);
  return rows[0].version;
}

/** Roles for somebody new, proposed by `by`. */
async function waitingRoles(desk: Desk, by: StaffName): Promise<WorkingCall> {
  const { rows } = await desk.sql.query(
    `with u as (insert into staff_user (organisation_id, name, email, roles) values (1, 'Nina Ny', $1, '{}') returning id)
     insert into staff_grant (staff_user_id, roles, activates, proposed_by, proposed_at) select id, '{AGENT}', false, $2, now() from u returning id`,
    [`ny${next()}@test.example`, desk.staff[by]],
  );
  return admin({ input: { id: rows[0].id, expectedVersion: 1 } });
}

/** Each session that ends leaves a row, so there must be as many each time. */
const endEarlier = (desk: Desk) =>
  desk.sql.query('update staff_session set ended_at = now() where staff_user_id = $1 and ended_at is null', [
    desk.staff.admin,
  ]);

const STAFF: Readonly<Record<string, Arrange>> = {
  signIn: async () => admin({ email: emailOf('lead'), password: PASSWORD }),
  signInDemo: async () => admin({ email: emailOf('lead') }),
  changePassword: async () =>
    admin({
      input: { email: emailOf('lead'), password: PASSWORD, newPassword: 'en-lang-tur-i-fjellet' },
    }),
  confirmSignIn: async () => admin({}),
  async releaseProductionLine(desk) {
    const { id } = await createOrderItem(desk, { status: 'READY' });
    const hold = `insert into production_line (organisation_id, order_item_id, status, status_at, reason) values (1, $1, 'HELD', now(), 'NO_PHOTO') returning id`;
    const line = (await desk.sql.query(hold, [id])).rows[0].id;
    return senior({ input: { id: line, expectedVersion: 1, reason: 'Nytt bilde er lagt inn' } });
  },
  runJob: async () => admin({ input: { job: 'retention', reason: 'Etter driftsstans' } }),
  async endMySession(desk) {
    await desk.as('admin');
    const newest = 'select max(id) as id from staff_session where staff_user_id = $1 and ended_at is null';
    return admin({ id: (await desk.sql.query(newest, [desk.staff.admin])).rows[0].id });
  },
  async endMyOtherSessions(desk) {
    await endEarlier(desk);
    await desk.as('admin');
    return admin({});
  },
  signOut: async () => admin({}),
  async signOutEverywhere(desk) {
    await endEarlier(desk);
    return admin({});
  },
  savePreferences: async () => admin({ preferences: { dense: next() } }),
  createStaff: async () =>
    admin({
      input: { name: 'Nina Ny', email: `ny${next()}@test.example`, organisationId: '1', roles: ['AGENT'] },
    }),
  async updateStaff(desk) {
    const expectedVersion = await versionOf(desk, 'finance');
    const name = `Finn Andre ${next()}`;
    const input = { id: desk.staff.finance, expectedVersion, name, roles: ['FINANCE'], active: true };
    return admin({ input });
  },
  approveStaffGrant: desk => waitingRoles(desk, 'lead'),
  async rejectStaffGrant(desk) {
    const { input } = (await waitingRoles(desk, 'lead')).variables;
    return admin({ input: { ...(input as object), reason: 'Feil person' } });
  },
  withdrawStaffGrant: desk => waitingRoles(desk, 'admin'),
  async endStaffSessions(desk) {
    // One session, whoever else has signed in as her in this file.
    await desk.sql.query(
      'update staff_session set ended_at = now() where staff_user_id = $1 and ended_at is null',
      [desk.staff.caseworker],
    );
    await desk.as('caseworker');
    return admin({ id: desk.staff.caseworker });
  },
  async resetStaffPassword(desk) {
    await desk.as('auditor');
    return admin({ id: desk.staff.auditor, expectedVersion: await versionOf(desk, 'auditor') });
  },
};

/** A change of the rules, proposed by `by`, each for a day of its own. */
async function waitingSetting(desk: Desk, by: StaffName): Promise<string> {
  const { rows } = await desk.sql.query(
    `insert into scheme_setting (key, value, valid_from, grounds, proposed_by, proposed_at)
     values ('vatPercent', '26', $1, 'Prøve', $2, now()) returning id`,
    [inDays(next() + 1), desk.staff[by]],
  );
  return rows[0].id;
}

const SETTINGS: Readonly<Record<string, Arrange>> = {
  proposeSetting: async () =>
    admin({ input: { key: 'VAT_PERCENT', value: '26', validFrom: inDays(next() + 1), grounds: 'Prøve' } }),
  approveSetting: async desk => admin({ id: await waitingSetting(desk, 'deputy') }),
  withdrawSetting: async desk =>
    admin({ input: { id: await waitingSetting(desk, 'admin'), reason: 'Feil tall' } }),
};

async function waitingRule(desk: Desk, by: StaffName): Promise<string> {
  const { rows } = await desk.sql.query(
    `insert into exception_rule (code, valid_from, body, grounds, proposed_by, proposed_at)
     values ('VAT_SVALBARD', $1, $2, 'Prøve', $3, now()) returning id`,
    [inDays(next() + 1), JSON.stringify(EXCEPTIONS.VAT_SVALBARD), desk.staff[by]],
  );
  return rows[0].id;
}

async function waitingText(desk: Desk, by: StaffName): Promise<string> {
  const { rows } = await desk.sql.query(
    `insert into text_block (code, valid_from, exception_codes, outcomes, label, text, grounds, proposed_by, proposed_at)
     select code, $1, exception_codes, outcomes, label, text, 'Prøve', $2, now() from text_block where proposed_by is null limit 1 returning id`,
    [inDays(next() + 1), desk.staff[by]],
  );
  return rows[0].id;
}

const lead = (variables: Record<string, unknown>): WorkingCall => ({ who: 'lead', variables });

const CATALOGUE: Readonly<Record<string, Arrange>> = {
  askApplicationFacts: async desk => lead({ caseId: (await createApplication(desk)).caseId }),
  proposeExceptionRule: async () => lead({ input: exceptionProposal('VAT_SVALBARD', inDays(next() + 1)) }),
  proposeApprovalRule: async () => lead({ input: approvalProposal('CLEANING_FIRM', inDays(next() + 1)) }),
  proposeUsualRule: async () => lead({ input: usualProposal(inDays(next() + 1)) }),
  proposeDecisionText: async () => lead({ input: textProposal(inDays(next() + 1)) }),
  approveDecisionText: async desk =>
    lead({ input: { kind: 'GROUND', id: await waitingText(desk, 'caseworker') } }),
  withdrawDecisionText: async desk =>
    lead({ input: { kind: 'GROUND', id: await waitingText(desk, 'lead'), reason: 'Feil ord' } }),
  approveExceptionRule: async desk => lead({ id: await waitingRule(desk, 'caseworker') }),
  withdrawExceptionRule: async desk =>
    lead({ input: { id: await waitingRule(desk, 'lead'), reason: 'Feil dato' } }),
};

const PAPER = { holderName: 'Ola Fullmektig', holderBirthDate: '1985-05-17', scope: 'CARDS' };
const PERIOD = { fromOn: inDays(-1), toOn: IN_TIME, receivedOn: inDays(-1) };

async function power(desk: Desk): Promise<string> {
  const { personId } = await createOrderItem(desk);
  const { rows } = await desk.sql.query(
    `insert into power_of_attorney (organisation_id, person_id, holder_name, holder_birth_date, scope, from_on, to_on, received_on, registered_by_id, registered_at)
     values (1, $1, 'Ola Fullmektig', '1985-05-17', 'CARDS', $2, $3, $2, $4, now()) returning id`,
    [personId, inDays(-1), IN_TIME, desk.staff.agent],
  );
  return rows[0].id;
}

const card = async (desk: Desk) => ({ cardId: (await createCard(desk)).id, expectedVersion: 1 });

const CARDS: Readonly<Record<string, Arrange>> = {
  blockCard: async desk => agent({ input: { ...(await card(desk)), reason: 'LOST', request: 'WRITTEN' } }),
  recordCard: async desk => agent({ input: { ...(await card(desk)), what: 'SHREDDED', on: inDays(-1) } }),
  reissueCard: async desk => senior({ input: { ...(await card(desk)), reason: 'DAMAGED' } }),
  refreshFirm: async desk => agent({ input: { orgNumber: (await createFirm(desk)).mainOrgNumber } }),
  async revokeDelegation(desk) {
    const [{ main }, { id: personId }] = [await createFirm(desk), await createPerson(desk)];
    const delegation = { organisation_id: 1, firm_id: main, person_id: personId, from_on: inDays(-1) };
    const id = await insert(desk, 'delegation', delegation);
    return senior({ input: { id, expectedVersion: 1, reason: 'MISUSE' } });
  },
};

const CALLERS: Readonly<Record<string, Arrange>> = {
  verifyCaller: async () =>
    agent({
      input: {
        ...{ capacity: 'SELF', nationalId: '57858512370', name: 'Kari Ukjent' },
        ...{ street: 'Storgata 1', postcode: '0155' },
      },
    }),
  async registerPowerOfAttorney(desk) {
    const { personId } = await createOrderItem(desk);
    return agent({ input: { personId, ...PAPER, ...PERIOD } });
  },
  withdrawPowerOfAttorney: async desk => agent({ input: { id: await power(desk), expectedVersion: 1 } }),
};

const PAPERS: Readonly<Record<string, Arrange>> = {
  async recordControlVisit(desk) {
    const { mainOrgNumber: orgNumber } = await createFirm(desk);
    const input = { orgNumber, visitedOn: '2026-11-02', outcome: 'FINDINGS', findings: 'Fem uten kort.' };
    return { who: 'caseworker', variables: { input } };
  },
  async strikeDocument(desk) {
    const { id } = await createDocument(desk, await createApplication(desk));
    return { who: 'caseworker', variables: { input: { documentId: id, reason: 'Feil sak' } } };
  },
};

export const WORKING_CALLS: Readonly<Record<string, Arrange>> = {
  ...CASES,
  ...IMAGES,
  ...STAFF,
  ...SETTINGS,
  ...CATALOGUE,
  ...ACCESS_LOG,
  ...ORDER_CALLS,
  ...MACHINES,
  ...CALLERS,
  ...CARDS,
  ...REISSUE_CALLS,
  ...VAT_CALLS,
  ...INVOICE_CALLS,
  ...PAYMENT_CALLS,
  ...PAPERS,
  ...INBOUND_MAIL_CALLS,
  ...APPLICATION_CALLS,
  ...TIE_CALLS,
  ...DECISION_CALLS,
  ...CONFIRMATION_CALLS,
  ...LETTER_CALLS,
  ...INVOICE_QUERY_CALLS,
};
