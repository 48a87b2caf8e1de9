/** Rows of image pairs and of the decisions on them, for the review's use-cases. */
import type { Tx } from '../../platform/db/db.ts';
import type { LockedCase } from '../case/case.write.ts';
import type { ImageSubmissionStatus } from './image-review.enums.ts';
import type { TaggedReason } from './image-review.rules.ts';
import { REASON_CATALOGUE_VERSION } from './reason-catalogue.ts';

export interface StoredPair {
  id: string;
  status: ImageSubmissionStatus;
}

const PAIR = `select id, status from image_submission where case_id = $1 order by attempt desc limit 1 for update`;
const MARK = 'update image_submission set status = $2, version = version + 1 where id = $1';

/** The newest pair of the case. */
export function lockPair(tx: Tx, caseId: string): Promise<StoredPair | null> {
  return tx.one<StoredPair>(PAIR, [caseId]);
}

export async function markPair(tx: Tx, id: string, status: ImageSubmissionStatus): Promise<void> {
  await tx.query(MARK, [id, status]);
}

export interface NewDecision {
  readonly row: Pick<LockedCase, 'id' | 'organisation_id'>;
  readonly submissionId: string;
  readonly outcome: 'APPROVED' | 'REJECTED' | 'STOPPED';
  readonly reasons: readonly TaggedReason[];
  readonly comment: string | null;
  readonly decidedAt: Date;
  readonly undoUntil: Date;
  readonly uploadLinkId?: string;
}

const DECISION = `insert into image_decision
  (organisation_id, case_id, submission_id, outcome, comment, catalogue_version, decided_by, decided_at, undo_until, upload_link_id)
values ($1, $2, $3, $4, $5, $6, app_actor(), $7, $8, $9) returning id`;
const REASONS = `insert into image_decision_reason (decision_id, organisation_id, code, part, position)
select $1, $2, r.code, r.part, r.position - 1 from unnest($3::text[], $4::text[]) with ordinality r (code, part, position)`;

/** The decision and its reasons, in the order they were given, with the catalogue they were worded by. */
export async function insertDecision(tx: Tx, decision: NewDecision): Promise<string> {
  const { row, submissionId, outcome, reasons, comment, decidedAt, undoUntil, uploadLinkId } = decision;
  const saved = await tx.one<{ id: string }>(DECISION, [
    row.organisation_id,
    row.id,
    submissionId,
    outcome,
    comment,
    REASON_CATALOGUE_VERSION,
    decidedAt,
    undoUntil,
    uploadLinkId ?? null,
  ]);
  const id = saved?.id ?? '';
  const [codes, parts] = [reasons.map(({ code }) => code), reasons.map(({ part }) => part)];
  if (codes.length > 0) await tx.query(REASONS, [id, row.organisation_id, codes, parts]);
  return id;
}

export interface StandingDecision {
  id: string;
  submission_id: string;
  submission_status: ImageSubmissionStatus;
  outcome: 'APPROVED' | 'REJECTED' | 'STOPPED';
  decided_by: string;
  decided_at: Date;
  undo_until: Date;
  undone_at: Date | null;
  /** Whether a later pair has come in for the case. */
  newer: boolean;
}

const STANDING = `select d.id, d.submission_id, s.status as submission_status, d.outcome, d.decided_by, d.decided_at, d.undo_until, d.undone_at,
  exists (select 1 from image_submission n where n.case_id = d.case_id and n.attempt > s.attempt) as newer
from image_decision d join image_submission s on s.id = d.submission_id where d.id = $1 for update of d, s`;
const UNDO = 'update image_decision set undone_at = $2, undone_by = app_actor() where id = $1';

export function lockDecision(tx: Tx, id: string): Promise<StandingDecision | null> {
  return tx.one<StandingDecision>(STANDING, [id]);
}

export async function markUndone(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.query(UNDO, [id, now]);
}

/** The case of a decision, or null. */
export async function caseOfDecision(tx: Tx, decisionId: string): Promise<string | null> {
  const sql = 'select case_id from image_decision where id = $1';
  return (await tx.one<{ case_id: string }>(sql, [decisionId]))?.case_id ?? null;
}
