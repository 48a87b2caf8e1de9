/** Batches the matrix asks about, each with a line that came back and waits, and one that somebody has let go. */
import { type Bulk, freshId } from '../support/bulk.ts';
import { hoursAgo, inDays } from '../support/days.ts';
import type { Bag } from './rows.ts';

export const PRODUCTION_TABLES = ['production_batch', 'production_line'] as const;

interface About {
  readonly organisation: 1 | 2;
  /** order_item.id */
  readonly itemId: string;
  /** staff_user.id of whoever let the earlier one go. */
  readonly releasedBy: string;
}

/** @returns what a call about the batch, or about the line that waits, needs */
export function addProduction(bulk: Bulk, about: About): { batch: Bag; line: Bag } {
  const { organisation: organisation_id, itemId, releasedBy } = about;
  const [fileId, batchId, lineId, releasedId] = [freshId(), freshId(), freshId(), freshId()];
  const bytes = Buffer.alloc(32, Number(batchId) % 250);
  const owned = { organisation_id };
  bulk.add('stored_file', {
    ...{ id: fileId, ...owned, storage_key: `batch${batchId}`, media_type: 'application/x-ndjson' },
    ...{ width: 0, height: 0, bytes: 100, original_sha256: bytes, master_key: 'k1', data_key: bytes },
    ...{ created_at: hoursAgo(100), state: 'ACCEPTED', scanned: false },
  });
  const [made_at, due_on] = [hoursAgo(200), inDays(-2)];
  const times = { made_at, delivered_at: made_at, fetched_at: made_at };
  bulk.add('production_batch', {
    id: batchId,
    ...owned,
    ...times,
    lines: 3,
    sha256: bytes,
    file_id: fileId,
    due_on,
  });
  const line = { ...owned, batch_id: batchId, order_item_id: itemId, card_number: '1234567897', version: 1 };
  const made = { chip_code_hash: bytes, sha256: bytes, status_at: hoursAgo(20) };
  const refused = { status: 'REFUSED', reason: 'CHIP_FAILED', note: 'Prøve' };
  bulk.add('production_line', { id: lineId, line: 1, ...line, ...made, ...refused });
  const released = { released_at: hoursAgo(10), released_by: releasedBy, released_reason: 'Prøve' };
  bulk.add('production_line', { id: releasedId, line: 2, ...line, ...made, ...refused, ...released });
  bulk.add('production_line', { id: freshId(), line: 3, ...line, ...made, status: 'SENT' });
  return { batch: { id: batchId }, line: { id: lineId, expectedVersion: 1 } };
}
