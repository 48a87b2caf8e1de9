/** Places what is left of a payment on an invoice, by a person's word and with a reason: what the clock could not be sure of. For finance. */
import type { Access } from '../../platform/access/access.ts';
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, invalid, notFound, stale } from '../../platform/errors.ts';
import { openDayFrom, postMove } from '../ledger/ledger.write.ts';
import { lockBooks } from '../ledger/number-series.write.ts';

export interface PlacePaymentParts {
  readonly access: Access;
  readonly clock: Clock;
}

export interface PlacePayment {
  /** payment.id */
  readonly id: string;
  readonly expectedVersion: number;
  readonly invoiceId: string;
  readonly amountOre: number;
  readonly reason: string;
}

interface Locked extends Record<string, unknown> {
  organisationId: number;
  openOre: number;
  version: number;
}

interface Owed extends Record<string, unknown> {
  number: string;
  openOre: number;
}

const LOCK = `select organisation_id as "organisationId", open_ore::float8 as "openOre", version from payment where id = $1 for update`;
const OWED = `select i.number, b.balance_ore::float8 as "openOre" from invoice i join invoice_balance b on b.invoice_id = i.id
where i.id = $1 and i.organisation_id = $2`;
const TAKEN = `update payment set open_ore = open_ore - $2, status = case when open_ore = $2 then 'POSTED' else 'OPEN' end, version = version + 1 where id = $1`;
const ADD = `insert into payment_placing (organisation_id, payment_id, invoice_id, amount_ore, reason, placed_at, placed_by)
values ($1, $2, $3, $4, $5, $6, app_actor())`;

export class PlacePaymentService {
  constructor(private readonly parts: PlacePaymentParts) {}

  /** Never more than is left of the payment, nor more than the invoice is owed. @throws AppError NOT_FOUND, STALE, VALIDATION_FAILED */
  async place(db: Db, input: PlacePayment): Promise<void> {
    const reason = input.reason.trim();
    if (reason === '') throw invalid({ reason: 'REQUIRED' });
    if (reason.length > 1_000) throw invalid({ reason: 'INVALID' });
    if (input.amountOre <= 0) throw invalid({ amountOre: 'INVALID' });
    await db.transaction(async tx => {
      await lockBooks(tx);
      const payment = await this.#lock(db, tx, input);
      const owed = await tx.one<Owed>(OWED, [input.invoiceId, payment.organisationId]);
      if (!owed) throw notFound();
      if (input.amountOre > Math.min(payment.openOre, owed.openOre)) throw invalid({ amountOre: 'TOO_MUCH' });
      await this.#move(tx, { ...input, reason }, { ...payment, number: owed.number });
    });
  }

  async #lock(db: Db, tx: Tx, { id, expectedVersion }: PlacePayment): Promise<Locked> {
    const payment = await tx.one<Locked>(LOCK, [id]);
    if (!payment) throw notFound();
    const { organisationId, version, openOre } = payment;
    this.parts.access.require(db.principal, { resource: 'payment', action: 'place' }, { organisationId });
    // The voucher that comes of it is shown to whoever posts.
    this.parts.access.require(db.principal, { resource: 'ledger', action: 'read' }, { organisationId });
    this.parts.access.require(db.principal, { resource: 'ledger', action: 'post' }, { organisationId });
    if (version !== expectedVersion) throw stale(version);
    if (openOre === 0) throw new AppError('ACTION_NOT_AVAILABLE');
    return payment;
  }

  async #move(tx: Tx, input: PlacePayment, payment: Locked & { readonly number: string }): Promise<void> {
    const { id, invoiceId, amountOre, reason } = input;
    const { organisationId, number } = payment;
    const at = this.parts.clock.now();
    const move = {
      from: { account: '2990', paymentId: id } as const,
      to: { account: '1500', invoiceId, paymentId: id } as const,
      ...{ organisationId, at, amountOre },
      bookedOn: await openDayFrom(tx, organisationId, osloDate(at)),
      text: `Innbetaling ført på faktura ${number}`,
    };
    await postMove(tx, [move]);
    await tx.query(TAKEN, [id, amountOre]);
    await tx.query(ADD, [organisationId, id, invoiceId, amountOre, reason, at]);
  }
}
