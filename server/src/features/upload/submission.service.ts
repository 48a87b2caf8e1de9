/** Turns two uploaded images into one submission, once and whole, and puts the case back in its queue (R22 [000]). */
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { nextStatus } from '../case/case.rules.ts';
import { addEvent, type CaseChanges, type LockedCase, lockCase, saveCase } from '../case/case.write.ts';
import { endHold } from '../case/hold.write.ts';
import type { ImageRequirement } from '../image-review/image-review.enums.ts';
import { nextImageRequirement } from '../image-review/image-review.rules.ts';
import { moveItem } from '../order/item-state.write.ts';
import type { OrderItemStatus } from '../order/order.enums.ts';
import { nextOrderItemStatus } from '../order/order-item.rules.ts';
import type { DeadLinkState } from './upload.rules.ts';
import { findLink, type LinkRow, type LiveLink, liveLink, lockLink } from './upload.store.ts';

export type SubmitResult =
  | { readonly kind: 'RECEIVED' }
  | { readonly kind: 'PART_MISSING' }
  | { readonly kind: 'DEAD'; readonly state: DeadLinkState };

export interface SubmitInput {
  readonly token: string;
  readonly headgearExemption: boolean;
}

export interface SubmissionParts {
  readonly clock: Clock;
  /** The same request in the name of a member of staff. */
  readonly inNameOf: (db: Db, staffId: string) => Db;
  /** Whether no file may pass that a virus scanner has not seen. */
  readonly mustBeScanned: boolean;
}

interface Pair {
  readonly row: LockedCase;
  readonly link: LinkRow;
  readonly now: Date;
}

const ITEM = 'select id, status, image_requirement from order_item where id = $1 for update';
const EXEMPT = 'update order_item set headgear_exemption = $2 where id = $1';
const INSERT = `insert into image_submission
  (organisation_id, case_id, order_item_id, attempt, previous_id, channel, submitted_at, registered_by, photo_file_id, id_file_id, findings)
values ($1, $2, $3, $4, (select s.id from image_submission s where s.case_id = $2 order by s.attempt desc limit 1), $5, $6, $7, $8, $9, $10)`;
/** From here on the submission owns the files. */
const USE = `update upload_link set used_at = $2, photo_file_id = null, id_file_id = null, photo_findings = '[]', id_findings = '[]' where id = $1`;

export class SubmissionService {
  constructor(private readonly parts: SubmissionParts) {}

  /** Whoever comes second finds the link used. */
  async submitImages(db: Db, input: SubmitInput): Promise<SubmitResult> {
    const found = await findLink(db, input.token);
    if (!found) return { kind: 'DEAD', state: 'UNKNOWN' };
    const sender = this.#senderOf(db, found);
    return sender.transaction(async tx => {
      const row = await lockCase(tx, found.case_id, sender.principal);
      const held = await lockLink(tx, input.token);
      const now = this.parts.clock.now();
      const { link, dead } = linkFor(row, held, now);
      if (dead) return { kind: 'DEAD', state: dead };
      if (!isWhole(link, this.parts.mustBeScanned)) return { kind: 'PART_MISSING' };
      const received = await receive(tx, { row, link, now }, input.headgearExemption);
      return received ? { kind: 'RECEIVED' } : { kind: 'DEAD', state: 'REVOKED' };
    });
  }

  /** Whoever registers a pair from a letter, or nobody known. */
  #senderOf(db: Db, { channel, created_by: createdBy }: LinkRow): Db {
    return channel === 'LETTER' && createdBy ? this.parts.inNameOf(db, createdBy) : db;
  }
}

/** A part from before the virus scanner was switched on has to be sent again. */
function isWhole(link: LinkRow, mustBeScanned: boolean): boolean {
  if (!link.photo_file_id || !link.id_file_id) return false;
  return !mustBeScanned || (link.photo_scanned === true && link.id_scanned === true);
}

/** Nobody registers images in a case he or she has been barred from since the ticket was made. */
function linkFor(row: LockedCase, link: LinkRow | null, now: Date): LiveLink {
  return row.barred ? { link: null, dead: 'REVOKED' } : liveLink(link, now);
}

/** @returns false when neither order nor case wait for images any more; then nothing has changed */
async function receive(tx: Tx, pair: Pair, headgearExemption: boolean): Promise<boolean> {
  const { row, link, now } = pair;
  const item = await tx.one<{ id: string; status: OrderItemStatus; image_requirement: ImageRequirement }>(
    ITEM,
    [row.order_item_id],
  );
  const itemStatus = item && nextOrderItemStatus(item.status, 'IMAGES_SUBMITTED');
  const requirement = item && nextImageRequirement(item.image_requirement, 'IMAGES_SUBMITTED');
  const status = nextStatus(row.status, 'IMAGES_SUBMITTED');
  if (!itemStatus || !requirement || !status) return false;
  const attempt = row.attempt + 1;
  await insertSubmission(tx, pair, attempt);
  await tx.query(USE, [link.id, now]);
  await tx.query(EXEMPT, [item.id, headgearExemption]);
  await moveItem(tx, item, { trigger: 'IMAGES_SUBMITTED', requirement, at: now });
  await saveCase(tx, row, { ...(await wake(tx, pair)), status, attempt });
  await addEvent(tx, row, { type: 'IMAGES_SUBMITTED', oldValue: link.channel, newValue: String(attempt) });
  return true;
}

async function insertSubmission(tx: Tx, { row, link, now }: Pair, attempt: number): Promise<void> {
  await tx.query(INSERT, [
    row.organisation_id,
    row.id,
    row.order_item_id,
    attempt,
    link.channel,
    now,
    link.channel === 'LETTER' ? link.created_by : null,
    link.photo_file_id,
    link.id_file_id,
    JSON.stringify([...link.photo_findings, ...link.id_findings]),
  ]);
}

/** A case on hold wakes. A pair someone has just registered from a letter is no news to that person. */
async function wake(tx: Tx, { row, link, now }: Pair): Promise<CaseChanges> {
  const waited = row.status === 'ON_HOLD' ? await endHold(tx, row, osloDate(now)) : {};
  return link.channel === 'LINK' ? { ...waited, new_post_at: now } : waited;
}
