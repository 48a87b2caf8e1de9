/** Image pairs and decisions for tests; the files exist as rows only, there are no bytes. */
import { randomBytes } from 'node:crypto';
import type { Desk } from './desk.ts';
import type { NewCaseIds } from './factories.ts';
import { insert } from './insert.ts';

export interface NewSubmission {
  attempt?: number;
  status?: 'AWAITING_REVIEW' | 'APPROVED' | 'REJECTED' | 'STOPPED';
  channel?: 'LINK' | 'LETTER';
  previousId?: string;
  findings?: unknown[];
}

export interface Submission {
  id: string;
  photoFileId: string;
  idFileId: string;
}

/** A photo-and-ID pair whose files lie nowhere: only for tests that do not read the bytes. */
export async function createSubmission(
  desk: Desk,
  { id: caseId, orderItem }: NewCaseIds,
  given: NewSubmission = {},
): Promise<Submission> {
  const { rows } = await desk.sql.query<{ organisation_id: number }>(
    'select organisation_id from desk_case where id = $1',
    [caseId],
  );
  const organisation = rows[0]?.organisation_id ?? 1;
  const attempt = given.attempt ?? 1;
  const photoFileId = await createStoredFile(desk, organisation);
  const idFileId = await createStoredFile(desk, organisation);
  const id = await insert(desk, 'image_submission', {
    organisation_id: organisation,
    case_id: caseId,
    order_item_id: orderItem?.id ?? null,
    attempt,
    previous_id: given.previousId ?? null,
    status: given.status ?? 'AWAITING_REVIEW',
    channel: given.channel ?? 'LINK',
    photo_file_id: photoFileId,
    id_file_id: idFileId,
    findings: JSON.stringify(given.findings ?? []),
  });
  await desk.sql.query('update desk_case set attempt = $2 where id = $1', [caseId, attempt]);
  return { id, photoFileId, idFileId };
}

async function createStoredFile(desk: Desk, organisation: number): Promise<string> {
  return insert(desk, 'stored_file', {
    organisation_id: organisation,
    storage_key: `test/${randomBytes(16).toString('hex')}`,
    media_type: 'image/jpeg',
    width: 900,
    height: 1200,
    bytes: 120_000,
    original_sha256: randomBytes(32),
    master_key: 'k1',
    data_key: randomBytes(60),
  });
}

/** A decision on a pair with its reasons; the pair's own status is not changed. */
export async function createDecision(
  desk: Desk,
  given: {
    caseId: string;
    submissionId: string;
    decidedBy: string;
    outcome?: 'APPROVED' | 'REJECTED' | 'STOPPED';
    reasons?: { code: string; part: 'PHOTO' | 'ID' | 'BOTH' }[];
    decidedAt?: Date;
    undoUntil?: Date;
    comment?: string;
  },
): Promise<string> {
  const decidedAt = given.decidedAt ?? new Date();
  const { rows } = await desk.sql.query<{ id: string }>(
    `insert into image_decision (organisation_id, case_id, submission_id, outcome, comment, catalogue_version, decided_by, decided_at, undo_until)
     select organisation_id, id, $2, $3, $4, 1, $5, $6, $7 from desk_case where id = $1 returning id`,
    [
      given.caseId,
      given.submissionId,
      given.outcome ?? 'REJECTED',
      given.comment ?? null,
      given.decidedBy,
      decidedAt,
      given.undoUntil ?? new Date(decidedAt.getTime() + 60_000),
    ],
  );
  const id = rows[0]?.id ?? '';
  for (const [position, { code, part }] of (given.reasons ?? []).entries()) {
    await desk.sql.query(
      `insert into image_decision_reason (decision_id, organisation_id, code, part, position)
       select $1, organisation_id, $2, $3, $4 from image_decision where id = $1`,
      [id, code, part, position],
    );
  }
  return id;
}
