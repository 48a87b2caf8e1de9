/** Everything the order page shows, in one trip: what the line waits for, for whom, how long, and what was said about it. */
import type { Access } from '../../platform/access/access.ts';
import { readShown, type Shown } from '../../platform/audit/shown.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import { caseScope } from '../case/case.policy.ts';
import { ofOrder } from '../invoice/invoice.sql.ts';
import { SETTING_ROWS } from '../setting/setting.readmodel.ts';
import type { SettingRow } from '../setting/setting.rules.ts';
import { orderScope } from './order.policy.ts';
import { type OrderInvoiceRow, type OrderPageRow, toOrderDetail } from './order-page.map.ts';
import { orderPageSql } from './order-page.sql.ts';
import type { OrderDetailType } from './order-page.type.ts';

/** An order is found by its id or its number; the line by its number within the order. */
export interface OrderKey {
  readonly by: 'id' | 'number';
  readonly value: string;
  readonly line: number | null;
}

export class OrderPageReadModel {
  constructor(private readonly parts: { readonly access: Access; readonly clock: Clock }) {}

  /** @throws AppError NOT_FOUND, also when the actor may not see it */
  async order(db: Db, { by, value, line }: OrderKey): Promise<OrderDetailType> {
    const { access, clock } = this.parts;
    const { principal: actor } = db;
    const scope = { orders: orderScope(access, actor), cases: caseScope(access, actor) };
    const statements = [
      [orderPageSql(scope, by), [actor.organisationId, value, actor.actorId, line]],
      [SETTING_ROWS, []],
      [ofOrder(by), [value]],
    ] as const;
    const [[row] = [], settings = [], [invoice = null] = []] = await readShown<object>(
      db,
      statements,
      ([rows]) => shownOf(rows?.[0] as OrderPageRow | undefined),
    );
    if (!row) throw notFound();
    const reader = {
      access,
      actor,
      now: clock.now(),
      settings: settings as SettingRow[],
      ...billed(invoice),
    };
    return toOrderDetail(row as OrderPageRow, reader);
  }
}

const billed = (row: object | null) => ({ invoice: row as OrderInvoiceRow | null });

/** The persons of the order's lines, and those the firm's other cases are named after. */
function shownOf(row: OrderPageRow | undefined): Shown | null {
  if (!row) return null;
  const named = [...(row.lines ?? []), ...(row.cases ?? [])].filter(({ personName }) => personName !== null);
  const persons = [row.person?.id, ...named.map(({ personId }) => personId)];
  const personIds = [...new Set(persons.filter(id => id !== null && id !== undefined))];
  return { view: 'order', table: 'card_order', rowId: row.id, personIds, fields: ['order'] };
}
