import { download, request } from '../../graphql/client.ts';
import { saveFile } from '../../shared/save-file.ts';
import {
  type CancelInput,
  cancelLetterMutation,
  type Letter,
  lettersQuery,
  makePrintBatchMutation,
  type PostedInput,
  type PrintBatch,
  printBatchesQuery,
  printBatchQuery,
  type ResendInput,
  type ReturnedInput,
  recordPrintBatchPostedMutation,
  recordReturnedLetterMutation,
  resendLetterMutation,
} from './letter.documents.ts';

interface Page {
  first: number;
  after: string | null;
}

export interface LetterChoice {
  status: Letter['status'][] | null;
  caseId: string | null;
}

export async function listLetters(filter: LetterChoice, page: Page, signal: AbortSignal) {
  return (await request(lettersQuery, { filter, page }, { signal })).letters;
}

export async function listBatches(page: Page, signal: AbortSignal) {
  return (await request(printBatchesQuery, { page }, { signal })).printBatches;
}

export async function getBatch(id: string, signal: AbortSignal) {
  return (await request(printBatchQuery, { id }, { signal })).printBatch;
}

export async function cancelLetter(input: CancelInput) {
  return (await request(cancelLetterMutation, { input })).cancelLetter;
}

export async function recordReturned(input: ReturnedInput) {
  return (await request(recordReturnedLetterMutation, { input })).recordReturnedLetter;
}

export async function resendLetter(input: ResendInput) {
  return (await request(resendLetterMutation, { input })).resendLetter;
}

export async function makeBatch(protectedOnes: boolean) {
  return (await request(makePrintBatchMutation, { input: { protected: protectedOnes } })).makePrintBatch;
}

export async function recordPosted(input: PostedInput) {
  return (await request(recordPrintBatchPostedMutation, { input })).recordPrintBatchPosted;
}

/** The same names as the server gives them. */
export async function saveLetter({ id, caseNumber }: Letter) {
  saveFile(await download(`/files/letters/${id}/pdf`), `brev-${caseNumber.replace('/', '-')}-${id}.pdf`);
}

export async function saveBatch({ id, number }: PrintBatch) {
  saveFile(await download(`/files/letter-batches/${id}/pdf`), `brev-${number}.pdf`);
}
