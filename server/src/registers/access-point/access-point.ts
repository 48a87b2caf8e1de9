/** Hands EHF to the network (Peppol) through the operator's access point, asks who can receive one, and what became of each; for the job that sends invoices. */
import type { Answer } from '../answer.ts';

export type EhfKind = 'INVOICE' | 'CREDIT_NOTE';

/** Nine digits, of scheme 0192. */
export interface EhfReceiver {
  readonly orgNumber: string;
  readonly kind: EhfKind;
}

export interface EhfDelivery extends EhfReceiver {
  /** The same id is the same message: handed over twice, it is sent once. */
  readonly messageId: string;
  readonly sender: string;
  readonly xml: string;
}

/** What the receiver has published about itself (SMP). */
export type ReceiverAnswer = Answer<{ readonly kind: 'RECEIVES' } | { readonly kind: 'NOT_A_RECEIVER' }>;

export type SendAnswer = Answer<{ readonly kind: 'ACCEPTED' }>;

export type ReceiptAnswer = Answer<
  | { readonly kind: 'PENDING' }
  | { readonly kind: 'DELIVERED'; readonly receipt: string }
  | { readonly kind: 'FAILED'; readonly reason: string }
  /** The access point has never seen it. */
  | { readonly kind: 'UNKNOWN' }
>;

export interface AccessPoint {
  canReceive(receiver: EhfReceiver): Promise<ReceiverAnswer>;
  send(delivery: EhfDelivery): Promise<SendAnswer>;
  receiptOf(messageId: string): Promise<ReceiptAnswer>;
}
