/** Situations in which the calls about payments work. */
import { createHash } from 'node:crypto';
import { paymentJobs } from '../../server/src/features/payment/book-payments.jobs.ts';
import type { Desk } from './desk.ts';
import { insert, next } from './insert.ts';
import { createInvoice, nameSeller } from './invoices.ts';
import { runJob } from './orders.ts';
import type { WorkingCall } from './working-calls.ts';

/** Without a right KID, and booked: it waits for a person. @returns payment.id */
export async function createPayment(
  desk: Desk,
  given: { ore: number; message?: string; kid?: string },
): Promise<string> {
  const fileId = await insert(desk, 'payment_file', {
    ...{ organisation_id: 1, name: 'OCR.txt', format: 'OCR_GIRO', payments: 1, total_ore: given.ore },
    ...{ sha256: createHash('sha256').update(`file ${next()}`).digest(), faults: '[]' },
    ...{ imported_at: new Date(), imported_by: desk.staff.finance },
  });
  const id = await insert(desk, 'payment', {
    ...{ organisation_id: 1, file_id: fileId, line: 3, amount_ore: given.ore, booked_on: '2026-11-03' },
    ...{ kid: given.kid ?? null, message: given.message ?? null, payer_name: 'Kari Betaler' },
  });
  await runJob(desk, paymentJobs({ now: () => new Date() }), 'book-payments');
  return id;
}

export const PAYMENT_CALLS: Readonly<Record<string, (desk: Desk) => Promise<WorkingCall>>> = {
  async placePayment(desk) {
    const { rows } = await desk.sql.query(`select 1 from scheme_setting where key = 'issuerBankAccount'`);
    if (rows.length === 0) await nameSeller(desk);
    const { id: invoiceId } = await createInvoice(desk);
    const id = await createPayment(desk, { ore: 1_000 });
    const input = { id, expectedVersion: 2, invoiceId, amountOre: 1_000, reason: 'Ringt betaleren' };
    return { who: 'finance', variables: { input } };
  },
};
