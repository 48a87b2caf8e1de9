/** GraphQL documents of the image review, and what tests look up behind the API. */
import type { Client } from './client.ts';
import type { Desk } from './desk.ts';
import { createCase, createSubmission, type NewCase } from './factories.ts';

const OFFER = 'decisionId caseId caseNumber outcome reasons until secondsLeft version';
const CASE = 'id status version allowedActions reservation { mine } uploadLink { id expiresAt revokedAt }';
const SUBMISSION =
  'id attempt status findings { reason level value } photo { displayUrl thumbnailUrl } decision { outcome comment reasons { code part label } }';
const BENCH = `case { ${CASE} } submission { ${SUBMISSION} } previous { ${SUBMISSION} } decidedToday remaining { value exact }`;

export const APPROVE = `mutation Approve($input: CaseVersionInput!) { approveImages(input: $input) { ${OFFER} } }`;
export const REJECT = `mutation Reject($input: RejectImagesInput!) { rejectImages(input: $input) { ${OFFER} } }`;
export const UNDO = `mutation Undo($decisionId: EntityId!) { undoDecision(decisionId: $decisionId) { ${CASE} } }`;
export const TICKET =
  'mutation Ticket($input: CaseVersionInput!) { createUploadTicket(input: $input) { url expiresAt } }';
export const SEND_LINK = `mutation SendLink($input: CaseVersionInput!) { sendUploadLink(input: $input) { ${CASE} } }`;
export const REVOKE_LINK = `mutation RevokeLink($input: CaseVersionInput!) { revokeUploadLink(input: $input) { ${CASE} } }`;
export const IMAGE_BENCH = `query Bench($caseId: EntityId!) { imageBench(caseId: $caseId) { ${BENCH} } }`;
export const PEEK = `query Peek($queue: CaseQueue!, $except: EntityId) { peekNext(queue: $queue, except: $except) { ${BENCH} } }`;
export const CATALOGUE =
  'query Catalogue($language: Language!) { reasonCatalogue(language: $language) { code part final label remedy catalogueVersion } }';

export const GLASSES = { code: 'PH_GLASSES', part: 'PHOTO' };
export const EXPIRED = { code: 'ID_EXPIRED', part: 'ID' };

/** An image case with a pair that awaits review, reserved by a member of staff. */
export async function createReview(desk: Desk, given: NewCase = {}) {
  const made = await createCase(desk, { reservedBy: desk.staff.agent, ...given });
  const pair = await createSubmission(desk, made);
  return { ...made, pair };
}

/** @returns what stands in the database about the case, its order item and its newest pair */
export async function stateOf(desk: Desk, caseId: string) {
  const { rows } = await desk.sql.query(
    `select c.status, c.version, c.reserved_by, c.last_worker_id, c.closed_at, o.status as item, o.image_requirement as requirement,
      (select s.status from image_submission s where s.case_id = c.id order by s.attempt desc limit 1) as pair
     from desk_case c join order_item o on o.id = c.order_item_id where c.id = $1`,
    [caseId],
  );
  return rows[0];
}

export async function mailsOf(desk: Desk, caseId: string) {
  const sql =
    'select template, language, status, subject_id, send_after from outbox_mail where case_id = $1 order by id';
  return (await desk.sql.query(sql, [caseId])).rows;
}

export async function liveLinks(desk: Desk, caseId: string): Promise<number> {
  const sql =
    'select count(*) as n from upload_link where case_id = $1 and revoked_at is null and used_at is null';
  return Number((await desk.sql.query(sql, [caseId])).rows[0]?.n);
}

export async function reject(client: Client, caseId: string, input: Record<string, unknown> = {}) {
  const { rejectImages } = await client.ask(REJECT, {
    input: { caseId, expectedVersion: 1, reasons: [GLASSES], ...input },
  });
  return rejectImages;
}
