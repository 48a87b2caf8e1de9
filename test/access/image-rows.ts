/** The images, decisions and mails of the planted cases; the files exist as rows only, there are no bytes. */
import { randomBytes } from 'node:crypto';
import { type Bulk, freshId } from '../support/bulk.ts';
import { hoursAgo } from '../support/days.ts';
import { say, type Zone } from './canaries.ts';
import type { NewCase } from './case-rows.ts';

const FINDING = { level: 'REMARK', reason: 'PH_LIGHT', value: 'Zqfunn', box: null };

/** The case that the rows belong to. */
export interface About {
  readonly spec: NewCase;
  readonly zone: Zone;
  readonly id: string;
  readonly itemId: string;
  /** Id of the decision that turned the first pair down. */
  readonly rejection: string;
}

/** A pair that was turned down, and the one after it. */
export function addImages(bulk: Bulk, about: About): { decisionId: string; fileId: string } {
  const { spec } = about;
  const first = pair(bulk, about, { attempt: 1, status: 'REJECTED' });
  const standing = spec.images === 'REJECTED' ? spec.decided : undefined;
  const rejected = decision(bulk, about, {
    id: about.rejection,
    submissionId: first.id,
    outcome: 'REJECTED',
    by: standing?.by,
    hours: standing?.open ? 0 : 48,
  });
  if (spec.images === 'AWAITING_UPLOAD') uploadLink(bulk, about);
  if (spec.images === 'AWAITING_UPLOAD' || spec.images === 'REJECTED')
    return { decisionId: rejected, fileId: first.fileId };
  const decided = spec.images === 'MET';
  const second = pair(bulk, about, { attempt: 2, status: decided ? 'APPROVED' : 'AWAITING_REVIEW' });
  if (!decided) return { decisionId: rejected, fileId: second.fileId };
  const approved = decision(bulk, about, {
    submissionId: second.id,
    outcome: 'APPROVED',
    by: spec.decided?.by,
    hours: (spec.decided?.open ?? true) ? 0 : 48,
  });
  return { decisionId: approved, fileId: second.fileId };
}

function uploadLink(bulk: Bulk, { spec, id }: About): void {
  bulk.add('upload_link', {
    organisation_id: spec.organisation,
    case_id: id,
    token_hash: randomBytes(32),
    token_salt: randomBytes(32),
    channel: 'LINK',
    expires_at: hoursAgo(-99),
  });
}

function pair(
  bulk: Bulk,
  { spec, id, itemId }: About,
  { attempt, status }: { attempt: number; status: string },
) {
  const submission = { id: freshId(), fileId: file(bulk, spec.organisation) };
  bulk.add('image_submission', {
    id: submission.id,
    organisation_id: spec.organisation,
    case_id: id,
    order_item_id: itemId,
    attempt,
    status,
    channel: 'LINK',
    findings: [FINDING],
    photo_file_id: submission.fileId,
    id_file_id: file(bulk, spec.organisation),
  });
  return submission;
}

function file(bulk: Bulk, organisation: 1 | 2): string {
  const id = freshId();
  bulk.add('stored_file', {
    id,
    organisation_id: organisation,
    storage_key: `test/${id}`,
    media_type: 'image/jpeg',
    width: 900,
    height: 1200,
    bytes: 120_000,
    original_sha256: randomBytes(32),
    master_key: 'k1',
    data_key: randomBytes(60),
  });
  return id;
}

function decision(
  bulk: Bulk,
  { spec, zone, id }: About,
  given: { id?: string; submissionId: string; outcome: string; by?: string; hours: number },
): string {
  const decisionId = given.id ?? freshId();
  bulk.add('image_decision', {
    id: decisionId,
    organisation_id: spec.organisation,
    case_id: id,
    submission_id: given.submissionId,
    outcome: given.outcome,
    comment: say('comment', zone),
    catalogue_version: 1,
    decided_by: given.by ?? spec.holder,
    decided_at: hoursAgo(given.hours),
    undo_until: hoursAgo(given.hours - 1),
  });
  if (given.outcome === 'REJECTED')
    bulk.add('image_decision_reason', {
      decision_id: decisionId,
      organisation_id: spec.organisation,
      code: 'PH_LIGHT',
      part: 'PHOTO',
      position: 0,
    });
  return decisionId;
}

/** Of the decision that turned the first pair down. */
export function addMail(bulk: Bulk, { spec, id, rejection }: About): string {
  const mailId = freshId();
  const waits = spec.images === 'REJECTED' && spec.decided?.open === true;
  bulk.add('outbox_mail', {
    id: mailId,
    organisation_id: spec.organisation,
    case_id: id,
    template: 'IMAGES_REJECTED',
    language: 'nb',
    subject_id: rejection,
    dedupe: `decision:${rejection}`,
    message_id: `<matrix.${mailId}@desk.example>`,
    status: waits ? 'QUEUED' : (spec.mail ?? 'SENT'),
    send_after: hoursAgo(waits ? -1 : 2),
    claimed_at: waits ? null : hoursAgo(1),
  });
  return mailId;
}
