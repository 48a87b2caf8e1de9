/** Gives each order its number of seven digits, which invoices and phone calls are about. */
import type { Tx } from '../../platform/db/db.ts';

/** Migration 20261123000013 began the series after the orders there were. */
const NEXT = `update number_series set last = last + 1 where name = 'order' returning last::text`;

/** The series stays locked until the transaction ends, so a number that is rolled back is given again. */
export async function nextOrderNumber(tx: Tx): Promise<string> {
  const row = await tx.one<{ last: string }>(NEXT);
  return row?.last ?? '';
}
