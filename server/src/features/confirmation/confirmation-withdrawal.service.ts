/** What becomes of firms that were given notice and still do not confirm: what would be lost, who cannot be withdrawn, and a proposal each with its own second signature; for caseworkers. */

import { personsOf, readShown, type Shown } from '../../platform/audit/shown.ts';
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Db, Values } from '../../platform/db/db.ts';
import { AppError } from '../../platform/errors.ts';
import {
  oneOfMany,
  proposeWithdrawalOf,
  RefusedRow,
  type WithdrawalParts,
} from '../decision/withdraw-granted.write.ts';
import type { ApprovalRegister } from '../firm-approval/firm-approval.enums.ts';
import {
  CONFIRMATION_COLUMNS,
  CONFIRMATION_TABLES,
  type ConfirmationRow,
  toConfirmation,
} from './campaign.readmodel.ts';
import type { ConfirmationRefusal } from './confirmation.enums.ts';
import type { ProposeConfirmationWithdrawalsInput } from './confirmation.input.ts';
import { type ConfirmationFacts, withdrawalRefusal } from './confirmation.rules.ts';
import { CONFIRMATION_FACTS, FACTS_TABLES, holdConfirmation } from './confirmation.store.ts';
import type {
  AffectedOrderType,
  ConfirmationResultType,
  ConfirmationWithdrawalPreviewType,
  WithdrawalConsequencesType,
} from './confirmation.type.ts';
import { chosenIds, MOST_CONFIRMATIONS } from './confirmation-letters.service.ts';

const PREVIEW = `select ${CONFIRMATION_COLUMNS}, g.register, ${CONFIRMATION_FACTS('$3', '$4')}
from annual_confirmation k ${CONFIRMATION_TABLES} ${FACTS_TABLES}
where k.organisation_id = $1 and k.id = any ($2::bigint[]) order by k.id limit ${MOST_CONFIRMATIONS}`;
const LOST = `select f.id::text, f.org_number as "orgNumber", f.name, w.orders, w.cards
from withdrawal_consequences($1::bigint[], $2) w join organisation f on f.id = w.firm_id order by f.name, f.id limit ${MOST_CONFIRMATIONS}`;

const MOST_NAMED = 50;
const NOTHING: WithdrawalConsequencesType = {
  ...{ orders: 0, cards: 0, firms: [], affectedOrders: [], cardholders: [] },
};
const NAMED = `select n.kind, n.firm_id::text as "firmId", f.name as "firmName", n.order_number as "orderNumber", n.unit_name as "unitName", n.lines,
  n.person_id::text as person_id, n.name from withdrawal_names($1::bigint[], $2, ${MOST_NAMED}) n join organisation f on f.id = n.firm_id`;

type Previewed = ConfirmationRow & ConfirmationFacts & { readonly register: ApprovalRegister };
interface Lost {
  readonly id: string;
  readonly orgNumber: string;
  readonly name: string;
  readonly orders: number;
  readonly cards: number;
}
interface Named {
  readonly kind: 'ORDER' | 'HOLDER';
  readonly firmName: string;
  readonly orderNumber: string | null;
  readonly unitName: string | null;
  readonly lines: number | null;
  readonly person_id: string | null;
  readonly name: string | null;
}

/** Whoever is named was read. */
function shownOf(named: readonly Named[]): Shown | null {
  const personIds = personsOf(named);
  const about = { view: 'withdrawal', table: 'person', fields: ['name'], purpose: 'WITHDRAWAL' };
  return personIds.length > 0 ? { ...about, personIds } : null;
}

export class ConfirmationWithdrawalService {
  constructor(private readonly parts: WithdrawalParts) {}

  /** Nothing is changed. @throws AppError VALIDATION_FAILED */
  async preview(db: Db, ids: readonly string[]): Promise<ConfirmationWithdrawalPreviewType> {
    const now = this.parts.clock.now();
    const { organisationId, actorId } = db.principal;
    const asked: Values = [organisationId, chosenIds(ids), actorId, now];
    const found = await db.read<Previewed>(PREVIEW, asked);
    const rows = found.map(row => ({
      row: toConfirmation(row),
      refusal: withdrawalRefusal(row, osloDate(now)),
    }));
    const ready = rows.filter(({ refusal }) => refusal === null);
    const firms = ready.map(({ row }) => row.firm.id);
    const consequences = await this.#lost(db, firms, found[0]?.register ?? 'CLEANING_APPROVAL');
    return { ready: ready.length, refused: rows.length - ready.length, rows, consequences };
  }

  /** A rehearsal: what the firms would lose if they lost this approval. @throws AppError VALIDATION_FAILED */
  async consequences(
    db: Db,
    firmIds: readonly string[],
    register: ApprovalRegister,
  ): Promise<WithdrawalConsequencesType> {
    const chosen = [...new Set(firmIds)];
    if (chosen.length === 0 || chosen.length > MOST_CONFIRMATIONS)
      throw new AppError('VALIDATION_FAILED', { what: 'FIRMS' });
    return this.#lost(db, chosen, register);
  }

  async #lost(
    db: Db,
    firmIds: readonly string[],
    register: ApprovalRegister,
  ): Promise<WithdrawalConsequencesType> {
    if (firmIds.length === 0) return NOTHING;
    const asked = [firmIds, register];
    const [rows, named] = (await readShown<Lost | Named>(
      db,
      [
        [LOST, asked],
        [NAMED, asked],
      ],
      ([, found = []]) => shownOf(found as Named[]),
    )) as [Lost[], Named[]];
    const firms = rows.map(({ orders, cards, ...firm }) => ({ firm, orders, cards }));
    const sum = (of: 'orders' | 'cards') => firms.reduce((n, firm) => n + firm[of], 0);
    const affectedOrders = named.filter(({ kind }) => kind === 'ORDER') as AffectedOrderType[];
    const cardholders = named
      .filter(({ kind }) => kind === 'HOLDER')
      .map(({ name, firmName }) => ({ personName: name ?? '', firmName }));
    return { orders: sum('orders'), cards: sum('cards'), firms, affectedOrders, cardholders };
  }

  /** Each stands or falls by itself. @throws AppError VALIDATION_FAILED, LETTER_NOT_READY when the grounds would do for none */
  async propose(db: Db, input: ProposeConfirmationWithdrawalsInput): Promise<ConfirmationResultType[]> {
    const ids = chosenIds(input.confirmationIds);
    // One instant for all of them: that is what makes them a batch.
    const at = this.parts.clock.now();
    return db.transaction(async tx => {
      const results: ConfirmationResultType[] = [];
      for (const confirmationId of ids) {
        const outcome = await oneOfMany(tx, async () => {
          const held = await holdConfirmation(tx, confirmationId, { actor: db.principal, now: at });
          const refusal = withdrawalRefusal(held, osloDate(at));
          if (refusal) throw new RefusedRow(refusal);
          const one = { db, row: held.row, at, lastDay: osloDate(at), words: input };
          await proposeWithdrawalOf(tx, this.parts, one);
        });
        results.push({ confirmationId, ...outcome, refusal: outcome.refusal as ConfirmationRefusal | null });
      }
      return results;
    });
  }
}
