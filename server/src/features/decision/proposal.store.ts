/** A proposal as it lies in the database, and what of it has been opened by whom. */
import type { Tx } from '../../platform/db/db.ts';
import type { ApplicationStatus } from '../application/application.enums.ts';
import type { LetterContent } from '../letter/letter-content.rules.ts';
import type { ProposalPart, ProposalState } from './decision.enums.ts';
import type { DecisionContent } from './decision.rules.ts';

export interface StoredProposal {
  readonly id: string;
  readonly caseId: string;
  readonly applicationId: string;
  readonly content: DecisionContent & { readonly before: ApplicationStatus };
  /** As its proposer signed it. */
  readonly letter: LetterContent;
  readonly digest: Buffer;
  readonly proposedBy: string;
  readonly proposerName: string;
  readonly proposedAt: Date;
  readonly state: ProposalState;
}

const COLUMNS = `p.id::text, p.case_id::text as "caseId", p.application_id::text as "applicationId", p.content, p.letter, p.digest,
  p.proposed_by::text as "proposedBy", u.name as "proposerName", p.proposed_at as "proposedAt", p.state`;
const BY_ID = `select ${COLUMNS} from decision_proposal p join staff_user u on u.id = p.proposed_by where p.id = $1`;
const OPEN_OF = `select ${COLUMNS} from decision_proposal p join staff_user u on u.id = p.proposed_by where p.case_id = $1 and p.state = 'OPEN'`;
const LOCKED = `${BY_ID} for update of p`;
const SETTLE = `update decision_proposal set state = $2, settled_by = app_actor(), settled_at = $3, settled_reason = $4 where id = $1`;
const SEE = `insert into proposal_seen (proposal_id, part, staff_user_id, organisation_id, case_id, at)
select p.id, $2, app_actor(), p.organisation_id, p.case_id, $3 from decision_proposal p where p.id = $1 on conflict do nothing`;
const SEEN = `select s.part, s.staff_user_id::text as "staffId", s.at from proposal_seen s where s.proposal_id = $1 limit 300`;
const OPENED = `select s.version_id::text as "versionId", s.staff_user_id::text as "staffId", s.first_at as at from document_seen s where s.case_id = $1
  and s.staff_user_id = any ($2::bigint[]) limit 1000`;

/** Proposals of one call have one proposer and one instant. Whose a reader may not sign are not hers to step through. */
const BATCH = `select p.case_id::text as "caseId", c.number as "caseNumber" from decision_proposal p join desk_case c on c.id = p.case_id
where p.organisation_id = $1 and p.state = 'OPEN' and p.proposed_at = $2 and p.proposed_by = $3 and p.kind = 'WITHDRAWAL'
  and not exists (select from case_barred b where b.case_id = p.case_id and b.staff_user_id = app_actor()) order by p.id limit 200`;

type Row = StoredProposal & Record<string, unknown>;

export const proposalById = (tx: Tx, id: string): Promise<StoredProposal | null> => tx.one<Row>(BY_ID, [id]);
export interface InBatch {
  readonly caseId: string;
  readonly caseNumber: string;
}

/** What still waits of the same call, the proposal itself too; nothing when it was made by itself. */
export async function batchOf(
  tx: Tx,
  { proposedAt, proposedBy }: StoredProposal,
  organisationId: number,
): Promise<InBatch[]> {
  const waiting = await tx.query<InBatch & Record<string, unknown>>(BATCH, [
    organisationId,
    proposedAt,
    proposedBy,
  ]);
  return waiting.length > 1 ? waiting : [];
}

/** Lock its case and its application first. */
export const lockProposal = (tx: Tx, id: string): Promise<StoredProposal | null> => tx.one<Row>(LOCKED, [id]);
export const openProposalOf = (tx: Tx, caseId: string): Promise<StoredProposal | null> =>
  tx.one<Row>(OPEN_OF, [caseId]);

export interface Settling {
  readonly state: Exclude<ProposalState, 'OPEN'>;
  readonly at: Date;
  readonly reason: string | null;
}

export async function settleProposal(tx: Tx, id: string, { state, at, reason }: Settling): Promise<void> {
  await tx.query(SETTLE, [id, state, at, reason]);
}

export async function seePart(
  tx: Tx,
  id: string,
  { part, at }: { part: ProposalPart; at: Date },
): Promise<void> {
  await tx.query(SEE, [id, part, at]);
}

export interface Opened {
  readonly staffId: string;
  readonly at: Date;
}

export const seenParts = (tx: Tx, id: string): Promise<(Opened & { part: ProposalPart })[]> =>
  tx.query<Opened & { part: ProposalPart } & Record<string, unknown>>(SEEN, [id]);

export const openedDocuments = (
  tx: Tx,
  caseId: string,
  staffIds: readonly (string | null)[],
): Promise<(Opened & { versionId: string })[]> =>
  tx.query<Opened & { versionId: string } & Record<string, unknown>>(OPENED, [caseId, staffIds]);
