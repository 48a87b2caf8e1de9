/** Decides which filter of the journal an address stands for. For whoever reads the journal. */
import type { JournalAsk } from './journal.documents.ts';

/** The filter as it stands in the address. */
export interface JournalWords {
  from: string;
  to: string;
  case: string;
  type: string;
}

export const NO_WORDS: JournalWords = { from: '', to: '', case: '', type: '' };
export const journalTypes = ['I', 'U', 'N', 'X'] as const;

export function readWords(params: URLSearchParams): JournalWords {
  const of = (name: string) => params.get(name) ?? '';
  return { from: of('from'), to: of('to'), case: of('case'), type: of('type') };
}

/** A page further on is of another list. */
export function writeWords(current: URLSearchParams, part: Partial<JournalWords>): URLSearchParams {
  const next = new URLSearchParams(current);
  for (const [name, value] of Object.entries({ after: '', page: '', ...part }))
    if (value) next.set(name, value);
    else next.delete(name);
  return next;
}

const dayIn = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null);

/** What the server is asked; words in the address that are none of ours are left out. */
export function toJournalFilter(words: JournalWords): NonNullable<JournalAsk['filter']> {
  return {
    from: dayIn(words.from),
    to: dayIn(words.to),
    caseNumber: words.case.trim() || null,
    type: journalTypes.find(type => type === words.type) ?? null,
  };
}
