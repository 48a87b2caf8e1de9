/** Issues one invoice anew, in one transaction: credit note, new invoice, what was paid moved, and when it is the last of its proposal the mail about all of them. */
import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/db/db.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import type { Language } from '../../platform/language.ts';
import { readInvoice } from '../invoice/invoice.readmodel.ts';
import { creditInvoice, draftAgain, issueInvoices } from '../invoice/issue-invoice.write.ts';
import { sellerOf } from '../invoice/seller.rules.ts';
import { postMove } from '../ledger/ledger.write.ts';
import { movesOf, type PaidPart } from './reissue.rules.ts';
import { END_ROW, FINISH, PAID_PARTS, QUEUE_MAIL, TO_TELL } from './reissue.sql.ts';
import { type NewInvoiceRules, newInvoiceRules } from './reissue-plan.readmodel.ts';

export interface ReissueOrder {
  readonly proposalId: string;
  readonly invoiceId: string;
  readonly reference: string;
  readonly at: Date;
}

type Issued = Awaited<ReturnType<typeof issueInvoices>>[number];

/** The caller holds the books, and has made sure that nothing is in the way. @throws AppError BOOKS_CLOSED, SELLER_UNKNOWN */
export async function reissueInvoice(tx: Tx, order: ReissueOrder): Promise<void> {
  const { proposalId, invoiceId, at } = order;
  const rules = await newInvoiceRules(tx, at);
  const credited = await creditInvoice(tx, { invoiceId, lines: null, issuedOn: rules.today, at });
  if (!credited) throw notFound();
  const issued = await issueAgain(tx, order, rules);
  const movedOre = await movePayments(tx, { order, rules, credited, issued });
  const ended = await tx.query(END_ROW, [proposalId, invoiceId, credited.id, issued.id, movedOre, at]);
  if (ended.length === 0) throw new AppError('REISSUE_SETTLED');
}

/** Lines, prices and VAT of the first; the issuer as it stands today, who may have another account now. */
async function issueAgain(tx: Tx, order: ReissueOrder, rules: NewInvoiceRules): Promise<Issued> {
  const seller = sellerOf(rules.settings);
  const first = await readInvoice(tx, order.invoiceId);
  if (!seller) throw new AppError('SELLER_UNKNOWN');
  if (!first) throw notFound();
  const { today: issuedOn, kidAlgorithm, dueDays } = rules;
  const changed = {
    issuedOn,
    at: order.at,
    kidAlgorithm,
    dueDays,
    seller,
    customerReference: order.reference,
  };
  const [issued] = await issueInvoices(tx, [draftAgain(first, changed)]);
  if (!issued) throw notFound();
  return issued;
}

interface Moving {
  readonly order: ReissueOrder;
  readonly rules: NewInvoiceRules;
  readonly credited: Issued;
  readonly issued: Issued;
}

async function movePayments(tx: Tx, { order, rules, credited, issued }: Moving): Promise<number> {
  const invoice = await readInvoice(tx, order.invoiceId);
  const rows = await tx.query<{ paymentId: string | null; amountOre: string }>(PAID_PARTS, [order.invoiceId]);
  const parts = rows.map((row): PaidPart => ({ ...row, amountOre: Number(row.amountOre) }));
  const text = `Flyttet fra faktura ${credited.document.credits?.number} til ${issued.document.number}`;
  const moves = movesOf(parts).map(({ paymentId, amountOre }) => ({
    ...{ organisationId: invoice?.organisationId ?? 0, bookedOn: rules.today, at: order.at, text, amountOre },
    from: { account: '1500', invoiceId: order.invoiceId, paymentId } as const,
    to: { account: '1500', invoiceId: issued.id, paymentId } as const,
  }));
  await postMove(tx, moves);
  return moves.reduce((sum, { amountOre }) => sum + amountOre, 0);
}

export interface Telling {
  readonly mailDomain: string;
  /** Seconds a mail waits before it leaves. */
  readonly undoSeconds: number;
}

/** When every invoice of the proposal has its result: each who ordered is told of hers, once. */
export async function finishReissue(
  tx: Tx,
  { proposalId, at }: Pick<ReissueOrder, 'proposalId' | 'at'>,
  { mailDomain, undoSeconds }: Telling,
): Promise<void> {
  const finished = await tx.one<{ organisationId: number }>(FINISH, [proposalId, at]);
  if (!finished) return;
  const sendAfter = new Date(at.getTime() + undoSeconds * 1000);
  const told = await tx.query<{ itemId: string; language: Language }>(TO_TELL, [proposalId]);
  for (const { itemId, language } of told) {
    const dedupe = `reissue:${proposalId}:${itemId}`;
    const message = [dedupe, `<${randomUUID()}@${mailDomain}>`, sendAfter];
    await tx.query(QUEUE_MAIL, [finished.organisationId, itemId, language, proposalId, ...message]);
  }
}
