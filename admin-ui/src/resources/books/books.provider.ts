import { download, request } from '../../graphql/client.ts';
import { saveFile } from '../../shared/save-file.ts';
import { booksQuery, type CloseInput, closeBooksMutation } from './books.documents.ts';

export async function getBooks(signal: AbortSignal) {
  return (await request(booksQuery, {}, { signal })).books;
}

export async function closeBooks(input: CloseInput) {
  return (await request(closeBooksMutation, { input })).closeBooks;
}

export type LedgerFormat = 'csv' | 'xml';

/** The same name as the server gives it. */
export async function saveLedger({ from, to, format }: { from: string; to: string; format: LedgerFormat }) {
  const [first, last] = [from, to].map(day => day.replaceAll('-', ''));
  saveFile(await download(`/files/ledger/${first}/${last}/${format}`), `regnskap-${from}-${to}.${format}`);
}
