/** Payments the matrix asks about, each in a file of its own, from a payer who is a canary. */
import { createHash } from 'node:crypto';
import { type Bulk, freshId } from '../support/bulk.ts';
import { hoursAgo } from '../support/days.ts';
import { say, type Zone } from './canaries.ts';
import type { Bag } from './rows.ts';

export const PAYMENT_TABLES = ['payment_file', 'payment', 'payment_placing'] as const;

interface PaymentOf {
  readonly organisation: 1 | 2;
  readonly zone: Zone;
  /** staff_user.id of whoever brought the file. */
  readonly by: string;
}

/** @returns what a call about it needs; the invoice is one that nobody has */
export function addPayment(bulk: Bulk, { organisation, zone, by }: PaymentOf): Bag {
  const [id, fileId, invoiceId] = [freshId(), freshId(), freshId()];
  const payer = say('ordererName', zone);
  const row = { organisation_id: organisation };
  const at = hoursAgo(30);
  bulk.add('payment_file', {
    ...{ ...row, id: fileId, name: 'OCR.txt', format: 'OCR_GIRO', payments: 1, total_ore: 500 },
    ...{ sha256: createHash('sha256').update(fileId).digest(), imported_at: at, imported_by: by },
    faults: [{ lineNumber: 9, code: 'LENGTH', text: 'NY09' }],
  });
  bulk.add('payment', {
    ...{ ...row, id, file_id: fileId, line: 3, kid: '1234567', amount_ore: 500, booked_on: '2026-11-03' },
    ...{ payer_account: payer, payer_name: payer, message: payer, archive_reference: 'REF-1' },
    ...{ status: 'OPEN', open_ore: 400, version: 1 },
  });
  bulk.add('payment_placing', {
    ...{
      ...row,
      id: freshId(),
      payment_id: id,
      invoice_id: null,
      amount_ore: 100,
      reason: 'Ringt betaleren',
    },
    ...{ placed_at: at, placed_by: by },
  });
  return { id, expectedVersion: 1, invoiceId, amountOre: 100 };
}
