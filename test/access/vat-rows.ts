/** Batches of self-approved firms the matrix asks about, each sent, with one firm in it; beside it a firm that waits. */
import { createHash } from 'node:crypto';
import { type Bulk, freshId } from '../support/bulk.ts';
import { hoursAgo, inDays } from '../support/days.ts';
import type { Desk } from '../support/desk.ts';
import { createOrderItem, createPerson } from '../support/factories.ts';
import type { Bag } from './rows.ts';

export const VAT_TABLES = ['organisation', 'vat_batch', 'vat_firm'] as const;

/** @returns vat_declaration.id, by somebody whose name all firms of the matrix have */
export async function plantDeclaration(desk: Desk): Promise<string> {
  const { orderId } = await createOrderItem(desk);
  const { id } = await createPerson(desk);
  const insert = `insert into vat_declaration (organisation_id, order_id, firm_id, org_number, declared_by_id, declarer_name, declarer_role, declared_at)
    select 1, o.id, f.id, f.org_number, $2, 'Erla Erklærer', 'DAGL', now() from card_order o join organisation f on f.id = o.main_unit_id where o.id = $1 returning id`;
  return (await desk.sql.query(insert, [orderId, id])).rows[0].id;
}

interface About {
  readonly declaration: string;
  /** staff_user.id of whoever made and sent it. */
  readonly by: string;
}

/** @returns what a call about the batch needs */
export function addVatBatch(bulk: Bulk, { declaration, by }: About): Bag {
  const id = freshId();
  const [csv, json] = [Buffer.from(`csv ${id}`), Buffer.from(`json ${id}`)];
  const sums = { csv_sha256: sha256(csv), json_sha256: sha256(json) };
  const at = hoursAgo(200);
  bulk.add('vat_batch', {
    ...{ id, number: id, made_at: at, made_by: by, from_at: at, to_at: at, firms: 1, csv, json, ...sums },
    ...{ times_sent: 1, sent_at: hoursAgo(100), sent_by: by, version: 1 },
    ...{ receipt: 'PRØVE-1', received_on: inDays(-1), receipt_by: by, receipt_at: hoursAgo(9) },
  });
  addFirm(bulk, { declaration, batch: { batch_id: id, line: 1 } });
  addFirm(bulk, { declaration, batch: { batch_id: null, line: null } });
  return { id, expectedVersion: 1, receivedOn: inDays(-1), reference: 'PRØVE-2' };
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest();

interface FirmOf {
  readonly declaration: string;
  readonly batch: { readonly batch_id: string | null; readonly line: number | null };
}

function addFirm(bulk: Bulk, { declaration, batch }: FirmOf): void {
  const id = freshId();
  const org_number = `2${id.padStart(8, '0')}`;
  bulk.add('organisation', { id, org_number, name: 'Prøve AS', form: 'AS', status: 'ACTIVE' });
  bulk.add('vat_firm', {
    ...{ firm_id: id, org_number, firm_name: 'Prøve AS', declarer_role: 'DAGL', declarations: 1, ...batch },
    ...{ first_declared_at: hoursAgo(300), last_declared_at: hoursAgo(300), declaration_id: declaration },
  });
}
