/** Gives each case its number, 2026/000123: one series a year for all cases, without holes. */
import type { Tx } from '../../platform/db/db.ts';

const NEXT = `insert into number_series as n (name, last) values ($1, 1)
  on conflict (name) do update set last = n.last + 1 returning last::text`;

/** The series stays locked until the transaction ends, so a number that is rolled back is given again. */
export async function nextCaseNumber(tx: Tx, year: number): Promise<string> {
  const row = await tx.one<{ last: string }>(NEXT, [`case ${year}`]);
  return `${year}/${(row?.last ?? '').padStart(6, '0')}`;
}
