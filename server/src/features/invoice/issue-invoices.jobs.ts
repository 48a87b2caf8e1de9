/** What the clock does about invoices: every order that has none gets one, in the order they were placed. */
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import { sweepJob } from '../../platform/jobs/sweep.ts';
import { settingRows } from '../setting/setting.readmodel.ts';
import { settingsFrom } from '../setting/setting.rules.ts';
import { draftOf, takePayments } from './bill-order.ts';
import { issueInvoices } from './issue-invoice.write.ts';
import { FIND_UNBILLED, type UnbilledRow } from './issue-invoices.sql.ts';

const EVERY_SECONDS = 60;

export const invoiceJobs = (clock: Clock): JobDefinition[] => [
  sweepJob<UnbilledRow>({
    name: 'issue-invoices',
    everySeconds: EVERY_SECONDS,
    clock,
    find: FIND_UNBILLED,
    key: 'w.order_id',
    values: async () => [],
    deal: billOrders,
  }),
];

/** @throws AppError SELLER_UNKNOWN while the settings do not say who sells: the run fails, and the clock page shows it */
async function billOrders(tx: Tx, rows: readonly UnbilledRow[], now: Date): Promise<number> {
  const today = osloDate(now);
  const known = await settingRows(tx);
  const drafts = rows.map(row =>
    draftOf(row, {
      today,
      now,
      settings: settingsFrom(known, today),
      ofTheDay: settingsFrom(known, row.from_on, row.scheme),
    }),
  );
  const issued = await issueInvoices(tx, drafts);
  await takePayments(tx, drafts, issued);
  return issued.length;
}
