/** Draws numbers without holes, for invoices, credit notes and vouchers, whoever writes at the same time. */
import type { Tx } from '../../platform/db/db.ts';

const LOCK = `select last from number_series where name = 'books' for update`;
const NEXT = `insert into number_series as n (name, last) values ($1, $2) on conflict (name) do update set last = n.last + $2
returning (n.last - $2 + 1)::text as first`;

/**
 * Whoever writes in the books does so alone until the transaction ends. Taken before every number; to be taken first by whatever
 * reads a balance to decide on it.
 */
export async function lockBooks(tx: Tx): Promise<void> {
  await tx.query(LOCK);
}

/** The first of `count` numbers in a row. The series stays locked until the transaction ends: a number that is rolled back is given again. */
export async function nextNumbers(tx: Tx, series: string, count: number): Promise<number> {
  await lockBooks(tx);
  const row = await tx.one<{ first: string }>(NEXT, [series, count]);
  return Number(row?.first ?? 0);
}

/** Begins anew every year: 2026000101. */
export const yearlyNumber = (year: string, n: number): string => `${year}${String(n).padStart(6, '0')}`;
