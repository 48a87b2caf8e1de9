/** Runs in a process of its own: reads files from the bank, however long they are. */
import { readPaymentFile } from './payment-file.ts';

export interface PaymentFileJob {
  readonly bytes: Uint8Array;
}

process.on('disconnect', () => process.exit());
process.on('message', ({ bytes }: PaymentFileJob) => process.send?.({ result: readPaymentFile(bytes) }));
