/** Looks up what stands in an enquiry, in one statement by indexes, and decides which invoice it is about. */
import type { Db, Tx } from '../../platform/db/db.ts';
import { type Asker, type Candidate, type Finding, findInvoice, isLookedUp } from './finding.rules.ts';
import { type FoundNumber, readQuery } from './invoice-query.rules.ts';

const MOST_NUMBERS = 30;
const MOST_FIRMS = 10;
const LOOK_UP = 'select invoices_asked_about($1, $2, $3) as told';

/** What the database answers. */
export interface Told extends Asker {
  readonly candidates: readonly Candidate[];
}

export interface Asked {
  readonly numbers: readonly FoundNumber[];
  /** Those that may lead to an invoice. */
  readonly asked: readonly string[];
  /** Organisation numbers. */
  readonly named: readonly string[];
}

/** Of all that was written in a case, the oldest first. */
export function askedIn(texts: readonly string[]): Asked {
  const numbers = texts.flatMap(text => readQuery(text).numbers);
  const unique = (values: readonly string[], most: number) => [...new Set(values)].slice(0, most);
  return {
    numbers,
    asked: unique(
      numbers.filter(isLookedUp).map(({ value }) => value),
      MOST_NUMBERS,
    ),
    named: unique(
      numbers.filter(({ meanings }) => meanings.includes('ORG_NUMBER')).map(({ value }) => value),
      MOST_FIRMS,
    ),
  };
}

export interface LookedUp {
  readonly finding: Finding;
  /** The main unit it is about: of the invoice, or the only one that was named. */
  readonly firmId: string | null;
}

export async function lookUp(
  reader: Tx | Db,
  { numbers, asked, named }: Asked,
  email: string,
): Promise<LookedUp> {
  const values = [asked, named, email];
  const [row] =
    'read' in reader
      ? await reader.read<{ told: Told }>(LOOK_UP, values)
      : await reader.query<{ told: Told }>(LOOK_UP, values);
  if (!row) throw new Error('the lookup gave no answer');
  const { told } = row;
  const finding = findInvoice(numbers, told.candidates, told);
  return { finding, firmId: firmOf(finding, told) };
}

function firmOf(finding: Finding, { candidates, named, contactFirmIds }: Told): string | null {
  if (finding.state === 'FOUND') return candidates.find(({ id }) => id === finding.invoiceId)?.firmId ?? null;
  const firms = new Set(named.flatMap(({ firmId }) => (firmId === null ? [] : [firmId])));
  const [only] = firms.size > 0 ? firms : contactFirmIds;
  return firms.size === 1 || (firms.size === 0 && contactFirmIds.length === 1) ? (only ?? null) : null;
}
