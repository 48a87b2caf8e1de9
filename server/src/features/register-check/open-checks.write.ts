/** The checks an order line begins with: one for each register that decides in its scheme (R1), not asked yet. */
import type { Tx } from '../../platform/db/db.ts';
import type { Scheme } from '../order/order.enums.ts';
import { settingsOn } from '../setting/setting.readmodel.ts';
import { registersOf } from './matrix.rules.ts';

export interface NewChecks {
  readonly organisationId: number;
  readonly itemId: string;
  readonly scheme: Scheme;
  readonly postedWorker: boolean;
  /** The day of the order: its rules hold. */
  readonly day: string;
  readonly at: Date;
}

const OPEN = `insert into register_check (organisation_id, order_item_id, register, outcome, settled_outcome, since, next_at, rules_on)
select $1, $2, register, 'PENDING', 'PENDING', $4, $4, $5 from unnest($3::text[]) register on conflict (order_item_id, register) do nothing`;

/** In the transaction that places the line; the job check-registers asks soon after. Nothing happens to checks that are there. */
export async function openChecks(tx: Tx, given: NewChecks): Promise<void> {
  const { workAccessChecked } = await settingsOn(tx, given.day, given.scheme);
  const registers = registersOf(given.scheme, { postedWorker: given.postedWorker, workAccessChecked });
  await tx.query(OPEN, [given.organisationId, given.itemId, registers, given.at, given.day]);
}
