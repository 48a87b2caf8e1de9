/** A withdrawal of several entries while it is written: which are meant, which words fit all of them, and what is asked of the server. */
import type { DecisionTexts } from '../applications/decision.documents.ts';
import { type EntryFilter, readFilter, toEntryFilter } from './entry-filter.rules.ts';
import type { WithdrawalsInput } from './withdrawal.documents.ts';

/** As many as the server takes at a time. */
export const MOST_WITHDRAWN = 200;

export interface WithdrawalDraft {
  lastDay: string;
  grounds: string[];
  /** Null: what the desk suggests. */
  statutes: string[] | null;
  /** One sentence a line. */
  facts: string;
  freeText: string;
}

export const BLANK: WithdrawalDraft = { lastDay: '', grounds: [], statutes: null, facts: '', freeText: '' };

/** Those that were chosen, or all that match the filter of the list. */
export function askedIn(params: URLSearchParams): { filter: EntryFilter; entryIds: string[] | null } {
  const ids = params.get('ids');
  if (ids === null) return { filter: toEntryFilter(readFilter(params)), entryIds: null };
  const entryIds = ids.split(',').filter(id => /^\d{1,18}$/.test(id));
  return { filter: {}, entryIds: entryIds.slice(0, MOST_WITHDRAWN) };
}

/** Words that can be said of every exception there is among them. */
export function commonTexts(offered: readonly DecisionTexts[]): Pick<DecisionTexts, 'grounds' | 'statutes'> {
  const [first, ...rest] = offered;
  if (!first) return { grounds: [], statutes: [] };
  const everywhere = (name: 'grounds' | 'statutes') => (one: { id: string }) =>
    rest.every(other => other[name].some(({ id }) => id === one.id));
  return {
    grounds: first.grounds.filter(everywhere('grounds')),
    statutes: first.statutes.filter(everywhere('statutes')).map(one => ({
      ...one,
      suggested: offered.every(({ statutes }) =>
        statutes.some(({ id, suggested }) => id === one.id && suggested),
      ),
    })),
  };
}

export const chosenLaw = (draft: WithdrawalDraft, { statutes }: Pick<DecisionTexts, 'statutes'>): string[] =>
  draft.statutes ?? statutes.filter(({ suggested }) => suggested).map(({ id }) => id);

export function inputOf(
  draft: WithdrawalDraft,
  { entryIds, texts }: { entryIds: string[]; texts: Pick<DecisionTexts, 'grounds' | 'statutes'> },
): WithdrawalsInput {
  const { lastDay, freeText, facts } = draft;
  const law = chosenLaw(draft, texts);
  return {
    ...{ entryIds, lastDay, freeText },
    groundIds: texts.grounds.map(({ id }) => id).filter(id => draft.grounds.includes(id)),
    statuteIds: texts.statutes.map(({ id }) => id).filter(id => law.includes(id)),
    facts: facts
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== ''),
  };
}
