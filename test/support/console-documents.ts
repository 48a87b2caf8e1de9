/** The console's own documents, the only ones a server in production answers. */
import { readFileSync } from 'node:fs';

const DOCUMENTS = new URL('../../server/dist/documents.json', import.meta.url);

export interface ConsoleDocument {
  readonly name: string;
  readonly text: string;
}

export function consoleDocuments(): ConsoleDocument[] {
  return Object.values(JSON.parse(readFileSync(DOCUMENTS, 'utf8')) as Record<string, ConsoleDocument>);
}

/** Text of one document, exactly as the console sends it. */
export function consoleDocument(name: string): string {
  const found = consoleDocuments().find(one => one.name === name);
  if (!found) throw new Error(`${name} is not in the list of documents`);
  return found.text;
}
