import { download, request } from '../../graphql/client.ts';
import { saveFile } from '../../shared/save-file.ts';
import {
  makeVatBatchMutation,
  type ReceiptInput,
  recordVatBatchSentMutation,
  recordVatReceiptMutation,
  type SentInput,
  type VatBatch,
  vatBatchesQuery,
  vatBatchQuery,
  vatFollowUpQuery,
} from './vat-batch.documents.ts';

interface Page {
  first: number;
  after: string | null;
}

export async function getVatBatches(page: Page, signal: AbortSignal) {
  return (await request(vatBatchesQuery, { page }, { signal })).vatBatches;
}

export async function getVatBatch(id: string, page: Page, signal: AbortSignal) {
  return (await request(vatBatchQuery, { id, page }, { signal })).vatBatch;
}

export async function getVatFollowUp(signal: AbortSignal) {
  return (await request(vatFollowUpQuery, {}, { signal })).vatFollowUp;
}

export async function makeVatBatch() {
  return (await request(makeVatBatchMutation)).makeVatBatch;
}

export async function recordSent(input: SentInput) {
  return (await request(recordVatBatchSentMutation, { input })).recordVatBatchSent;
}

export async function recordReceipt(input: ReceiptInput) {
  return (await request(recordVatReceiptMutation, { input })).recordVatReceipt;
}

export type BatchFormat = 'csv' | 'json';

/** The same name as the server gives it. */
export async function saveVatFile({ batch, format }: { batch: VatBatch; format: BatchFormat }) {
  const name = `mva-selvgodkjenning-${String(batch.number).padStart(4, '0')}.${format}`;
  saveFile(await download(`/files/vat-batches/${batch.id}/${format}`), name);
}
