import { request } from '../../graphql/client.ts';
import { saveFile } from '../../shared/save-file.ts';
import {
  type ExportInput,
  exportJournalMutation,
  type JournalAsk,
  journalQuery,
} from './journal.documents.ts';

export async function listJournal(ask: JournalAsk, signal: AbortSignal) {
  return (await request(journalQuery, ask, { signal })).journal;
}

/** @returns how many entries are in the file. */
export async function saveExport(input: ExportInput): Promise<number> {
  const { fileName, entries, xml } = (await request(exportJournalMutation, { input })).exportJournal;
  saveFile(new Blob([xml], { type: 'application/xml' }), fileName);
  return entries;
}
