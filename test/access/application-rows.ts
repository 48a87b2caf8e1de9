/** Applications for exceptions that the matrix asks about, with what hangs on one: the authority's, or registered by the issuer; every text a canary. */
import { createHash } from 'node:crypto';
import { letterFacts } from '../../server/src/features/letter/letter.examples.ts';
import { composeLetter } from '../../server/src/features/letter/letter-content.rules.ts';
import { type Bulk, freshId, type Row } from '../support/bulk.ts';
import { hoursAgo, inDays } from '../support/days.ts';
import { emailOf, say, type Zone } from './canaries.ts';
import type { Shared } from './case-rows.ts';
import type { Bag } from './rows.ts';

/** In the order of their references; cases and files come before. */
export const APPLICATION_TABLES = [
  'exception_application',
  'approval_worker',
  'case_document',
  'document_version',
  'document_seen',
  'decision_proposal',
  'proposal_seen',
  'decision',
  'exception_entry',
  'letter_batch',
  'letter',
  'journal_entry',
  'appeal',
  'confirmation_campaign',
  'annual_confirmation',
] as const;

export type ApplicationKind =
  | 'application'
  | 'registered'
  | 'document'
  | 'proposal'
  | 'decision'
  | 'entry'
  | 'letter'
  | 'postedLetter'
  | 'returnedLetter'
  | 'printBatch'
  | 'appeal'
  | 'campaign'
  | 'confirmation';

const KINDS: readonly string[] = [
  ...[
    'application',
    'registered',
    'document',
    'proposal',
    'decision',
    'entry',
    'letter',
    'postedLetter',
    'returnedLetter',
    'printBatch',
    'appeal',
    'campaign',
    'confirmation',
  ],
];
export const isOfApplication = (kind: string): kind is ApplicationKind => KINDS.includes(kind);

/** What the case and the application are when the row in question is there. */
const STATES: Readonly<Record<ApplicationKind, readonly [application: string, case_: string]>> = {
  application: ['UNDER_REVIEW', 'OPEN'],
  registered: ['REGISTERED', 'AWAITING_UPLOAD'],
  document: ['UNDER_REVIEW', 'OPEN'],
  proposal: ['FOR_APPROVAL', 'FOR_APPROVAL'],
  decision: ['GRANTED', 'CLOSED'],
  entry: ['GRANTED', 'CLOSED'],
  letter: ['GRANTED', 'CLOSED'],
  postedLetter: ['GRANTED', 'CLOSED'],
  returnedLetter: ['GRANTED', 'CLOSED'],
  printBatch: ['GRANTED', 'CLOSED'],
  appeal: ['APPEALED', 'OPEN'],
  campaign: ['GRANTED', 'CLOSED'],
  confirmation: ['GRANTED', 'CLOSED'],
};

/** Papers are the issuer's own as long as the application is. */
const stateOf = ({ kind, registrar }: Pick<About, 'kind' | 'registrar'>) =>
  STATES[kind === 'document' && registrar ? 'registered' : kind];

export interface ApplicationOf {
  /** The authority. Another one's is what nobody of the authority reaches. */
  readonly organisation: 1 | 2;
  /** The issuer registered it; papers are its own until it is handed over. */
  readonly registrar: 1 | null;
  readonly zone: Zone;
  /** staff_user.id: has the case, or registered it; made the proposal. */
  readonly holder: string;
}

const digestOf = (text: string) => createHash('sha256').update(text).digest();

/** @returns what a call about it needs; the row the kind is named after is `id` */
export function addApplication(
  bulk: Bulk,
  shared: Shared,
  { kind, ...of }: ApplicationOf & { kind: ApplicationKind },
): Bag {
  const ids = { id: freshId(), caseId: freshId() };
  const { id: applicationId, caseId } = ids;
  const about = {
    ...of,
    ...ids,
    kind,
    personId: personOf(shared, of),
    firmId: shared.firms[2].main,
    second: shared.writer[2],
  };
  addCaseOf(bulk, about);
  const paper = addPaper(bulk, about);
  const row = { organisation_id: of.organisation, case_id: caseId };
  const proposed = { ...row, application_id: applicationId };
  addWorker(bulk, about, proposed);
  const made = isDecided(kind) ? addDecision(bulk, about, proposed) : null;
  const proposalId =
    made?.proposalId ?? (kind === 'proposal' ? addProposal(bulk, about, proposed) : applicationId);
  const appealId = kind === 'appeal' ? addAppeal(bulk, about, { ...proposed, ...made }) : freshId();
  const all = {
    ...{ applicationId, caseId, ...paper, proposalId, appealId, personId: about.personId },
    ...{ decisionId: made?.decisionId ?? freshId(), entryId: made?.entryId ?? freshId() },
    ...addConfirmation(bulk, about),
    ...{ letterId: made?.letterId ?? freshId(), batchId: made?.batchId ?? freshId() },
  };
  return { ...all, id: all[ID_OF[kind]], number: numberOf(caseId), expectedVersion: 1, version: 1 };
}

const ID_OF = {
  ...({ application: 'applicationId', registered: 'applicationId', document: 'documentId' } as const),
  ...({ proposal: 'proposalId', decision: 'decisionId', entry: 'entryId' } as const),
  ...({ postedLetter: 'letterId', returnedLetter: 'letterId' } as const),
  ...({ letter: 'letterId', printBatch: 'batchId', appeal: 'appealId' } as const),
  ...({ campaign: 'campaignId', confirmation: 'confirmationId' } as const),
} as const;

const isDecided = (kind: ApplicationKind) =>
  ['decision', 'entry', 'letter', 'postedLetter', 'returnedLetter', 'printBatch', 'appeal'].includes(kind);

type About = ApplicationOf & {
  readonly id: string;
  readonly caseId: string;
  readonly kind: ApplicationKind;
  readonly personId: string;
  readonly firmId: string;
  /** staff_user.id of who signed beside the holder. */
  readonly second: string;
};

/** Whom both the issuer and the authority may know has no word that only one of them may see. */
const personOf = ({ persons, applicant }: Shared, { registrar, zone }: ApplicationOf): string =>
  registrar ? applicant : persons[zone].id;

const numberOf = (caseId: string) => `1998/${caseId.slice(-6)}`;

const TOLD_ISSUER = {
  ...{ contact_name: 'Prøve Kontakt', contact_email: 'kontakt@firma.example', claims: {} },
  related_person_id: null,
};
const toldAuthority = (zone: Zone, personId: string) => ({
  ...{ contact_name: say('ordererName', zone), contact_email: emailOf(zone) },
  claims: { note: say('description', zone), vatProvision: say('title', zone) },
  related_person_id: personId,
});

function addCaseOf(bulk: Bulk, { id, caseId, kind, ...about }: About): void {
  const { organisation, registrar, zone, holder, personId, firmId } = about;
  const [status, caseStatus] = stateOf({ kind, registrar });
  const open = caseStatus === 'OPEN' && !registrar;
  const number = numberOf(caseId);
  bulk.add('desk_case', {
    ...{ id: caseId, organisation_id: organisation, number, kind: 'EXCEPTION', queue: 'EXCEPTION' },
    ...{ status: caseStatus, channel: 'LETTER', language: 'nb', title: 'AA_ENK_SPOUSE' },
    ...{ description: registrar ? null : say('description', zone), person_id: personId },
    ...{ subject_organisation_id: firmId, opened_on: '2026-11-16', due_days: 20, due_on: inDays(9) },
    ...{ reserved_by: open ? holder : null, reserved_until: open ? hoursAgo(-1) : null },
    ...{ last_worker_id: registrar ? null : holder, closed_at: caseStatus === 'CLOSED' ? hoursAgo(1) : null },
  });
  bulk.add('exception_application', {
    ...{ id, organisation_id: organisation, case_id: caseId, number, code: 'AA_ENK_SPOUSE', register: 'AA' },
    ...{ person_id: personId, firm_id: firmId, status, status_at: hoursAgo(9), channel: 'LETTER' },
    ...{ received_on: '2026-11-16', language: 'nb', version: 0 },
    ...(registrar ? TOLD_ISSUER : toldAuthority(zone, personId)),
    ...{ registrar_organisation_id: registrar, registered_by: registrar ? holder : null },
    ...{ handed_over_at: status === 'REGISTERED' ? null : hoursAgo(8) },
    decided_on: isDecided(kind) ? '2026-11-18' : null,
  });
}

/** Named in what came to the authority alone. */
function addWorker(bulk: Bulk, { registrar, personId }: About, of: Row): void {
  if (registrar) return;
  const about = { person_id: personId, relation: 'SPOUSE', told_at: hoursAgo(9) };
  bulk.add('approval_worker', { id: freshId(), ...of, ...about });
}

let year = 2000;

/** A campaign of its own, with the firm that has not answered. */
function addConfirmation(bulk: Bulk, { kind, organisation, id, caseId, firmId }: About) {
  const [campaignId, confirmationId] = [freshId(), freshId()];
  if (kind !== 'campaign' && kind !== 'confirmation') return { campaignId, confirmationId };
  year += 1;
  bulk.add('confirmation_campaign', {
    ...{ id: campaignId, organisation_id: organisation, register: 'CLEANING_APPROVAL', year },
    ...{ due_on: inDays(30), opened_at: hoursAgo(2) },
  });
  bulk.add('annual_confirmation', {
    ...{ id: confirmationId, organisation_id: organisation, campaign_id: campaignId, firm_id: firmId },
    ...{ case_id: caseId, application_id: id },
  });
  return { campaignId, confirmationId };
}

interface Paper {
  readonly documentId: string;
  readonly versionId: string;
  readonly fileId: string;
}

/** The paper it rests on; its coming makes the application's first version. */
function addPaper(bulk: Bulk, { organisation, caseId, kind, registrar, holder }: About): Paper {
  const [fileId, documentId, versionId] = [freshId(), freshId(), freshId()];
  const of = { organisation_id: organisation, case_id: caseId };
  const sha256 = digestOf(documentId);
  bulk.add('stored_file', {
    ...{ id: fileId, ...of, purpose: 'DOCUMENT', state: 'ACCEPTED', media_type: 'application/pdf' },
    ...{ storage_key: `test/${fileId}`, bytes: 900, original_sha256: sha256, master_key: 'k1' },
    ...{ data_key: Buffer.alloc(60), created_at: hoursAgo(9), scanned: false },
  });
  const intake = registrar && (kind === 'registered' || kind === 'document') ? 1 : null;
  bulk.add('case_document', {
    ...{ id: documentId, ...of, kind: 'MARRIAGE_CERTIFICATE', received_on: '2026-11-16' },
    ...{ channel: 'LETTER', intake_organisation_id: intake, created_by: holder, created_at: hoursAgo(9) },
  });
  bulk.add('document_version', {
    ...{ id: versionId, ...of, document_id: documentId, version: 1, file_id: fileId, sha256 },
    ...{ media_type: 'application/pdf', byte_count: 900, pages: 1, created_at: hoursAgo(9) },
  });
  return { documentId, versionId, fileId };
}

/** Nothing of it is offered any more: it falls when somebody would approve it. */
function addProposal(bulk: Bulk, { holder, kind, zone, registrar }: About, of: Row): string {
  const id = freshId();
  const settled = kind === 'proposal' ? {} : { state: 'APPROVED', settled_at: hoursAgo(5) };
  const told = registrar ? 'Prøve' : say('decisionText', zone);
  const content = {
    ...{ kind: 'FIRST', outcome: 'GRANT', before: 'UNDER_REVIEW', groundIds: [], statuteIds: [] },
    ...{ facts: [told], freeText: told, validFrom: '2026-11-18', validTo: inDays(400), whileRole: false },
  };
  const letter = composeLetter(letterFacts({ facts: [told], freeText: told }), 'nb');
  bulk.add('decision_proposal', {
    ...{ id, ...of, kind: 'FIRST', outcome: 'GRANT', content, letter, digest: digestOf(id) },
    ...{ application_version: 1, proposed_by: holder, proposed_at: hoursAgo(6), state: 'OPEN', ...settled },
  });
  return id;
}

interface Made {
  readonly proposalId: string;
  readonly decisionId: string;
  readonly entryId: string;
  readonly letterId: string;
  readonly batchId: string | null;
}

function addDecision(bulk: Bulk, about: About, of: Row): Made {
  const { holder, second, personId, firmId, zone, registrar } = about;
  const [proposalId, decisionId, entryId] = [addProposal(bulk, about, of), freshId(), freshId()];
  const days = { from_on: '2026-11-18', to_on: inDays(400) };
  bulk.add('decision', {
    ...{ id: decisionId, ...of, proposal_id: proposalId, kind: 'FIRST', outcome: 'GRANT', grounds: [] },
    ...{
      free_text: registrar ? null : say('decisionText', zone),
      legal_refs: [],
      facts: { relied: ['Prøve'] },
    },
    ...{ valid_from: days.from_on, valid_to: days.to_on, while_role: false, decided_on: '2026-11-18' },
    ...{ decided_at: hoursAgo(5), decided_by: holder, approved_by: second, digest: digestOf(decisionId) },
    appeal_deadline_on: inDays(20),
  });
  bulk.add('exception_entry', {
    ...{ id: entryId, ...of, decision_id: decisionId, code: 'AA_ENK_SPOUSE', register: 'AA' },
    ...{ person_id: personId, firm_id: firmId, ...days, while_role: false, delete_after: false, version: 1 },
  });
  return { proposalId, decisionId, entryId, ...addLetter(bulk, about, { ...of, decision_id: decisionId }) };
}

const wordsOf = ({ registrar, zone }: About) => ({
  name: registrar ? 'Prøve Person' : `${say('givenName', zone)} ${say('familyName', zone)}`,
  text: registrar ? 'Prøve' : say('comment', zone),
});

/** How far it has come. */
const LETTER_STATUS: Readonly<Partial<Record<ApplicationKind, string>>> = {
  printBatch: 'PRINTED',
  postedLetter: 'SENT',
  returnedLetter: 'RETURNED',
};

/** The letter about the decision, on its way, printed, posted or back, and its entry in the journal. */
function addLetter(bulk: Bulk, about: About, of: Row): Pick<Made, 'letterId' | 'batchId'> {
  const { holder, kind, personId, caseId } = about;
  const { organisation_id, case_id, decision_id } = of;
  const letterId = freshId();
  const status = LETTER_STATUS[kind] ?? 'QUEUED';
  const batchId = status === 'QUEUED' ? null : freshId();
  const back = status === 'RETURNED';
  if (batchId)
    bulk.add('letter_batch', {
      ...{ id: batchId, organisation_id, made_at: hoursAgo(4), made_by: holder, letters: 1, version: 1 },
      ...{ protected: false, manifest: '{}', sha256: digestOf(batchId) },
    });
  const { name, text } = wordsOf(about);
  const content = {
    ...{ kind: 'DECISION_GRANT', language: 'nb', textVersion: 1, caseNumber: numberOf(caseId) },
    ...{ date: '2026-11-18', heading: 'Du får unntak fra Aa-registeret' },
    recipient: { name, lines: [name], addressFromRegister: false },
    paragraphs: [{ key: 'GROUNDS', locked: false, title: null, text }],
    signers: [{ role: 'DECIDER', name: 'Tuva Myhre' }],
  };
  bulk.add('letter', {
    ...{ id: letterId, ...of, kind: 'DECISION_GRANT', person_id: personId, batch_id: batchId },
    ...{ language: 'nb', content, channel: 'POST', status },
    ...{ returned_on: back ? '2026-11-20' : null, return_reason: back ? 'MOVED' : null },
    ...{ send_after: hoursAgo(-5), created_by: holder, created_at: hoursAgo(5), attempts: 0, version: 1 },
  });
  bulk.add('journal_entry', {
    ...{
      id: freshId(),
      organisation_id,
      case_id,
      decision_id,
      letter_id: letterId,
      entry_number: 1,
      type: 'U',
    },
    ...{
      on_date: '2026-11-18',
      correspondent: name,
      title: `Vedtak – ${name}`,
      public_title: 'Vedtak – ***',
    },
    ...{ access_code: 'UO', access_basis: 'offl. § 13', created_at: hoursAgo(5) },
  });
  return { letterId, batchId };
}

function addAppeal(bulk: Bulk, { zone, registrar }: About, { decisionId, ...of }: Row): string {
  const id = freshId();
  const { organisation_id, case_id, application_id } = of;
  bulk.add('appeal', {
    ...{ id, organisation_id, case_id, application_id, decision_id: decisionId, received_on: inDays(-1) },
    ...{ channel: 'LETTER', appellant: registrar ? 'Prøve Klager' : say('familyName', zone) },
    ...{ deadline_on: inDays(9), late: false, version: 1 },
  });
  return id;
}
