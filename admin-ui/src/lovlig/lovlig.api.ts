/** What the page asks the desk: the same questions that stand open to anyone. Nothing is kept, and no cookie is sent along. */
import type { Failure, FirmAnswer, FirmsAnswer, Told } from './lovlig.types.ts';

const PATH = '/api/v1/approved-firms';
/** More than anyone reads through; whoever gets as many is asked for more of the name. */
export const MOST_HITS = 50;

async function ask<T>(path: string): Promise<Told<T> | Failure> {
  try {
    const response = await fetch(`${PATH}${path}`, { credentials: 'omit', cache: 'no-store' });
    if (response.status === 429) return 'TOO_MANY';
    if (response.status === 400) return 'QUESTION';
    if (!response.ok) return 'OFFLINE';
    const at = new Date(response.headers.get('date') ?? Date.now());
    return { answer: (await response.json()) as T, at };
  } catch {
    return 'OFFLINE';
  }
}

export const firmByNumber = (number: string) => ask<FirmAnswer>(`/${encodeURIComponent(number)}`);

export const firmsByName = (name: string) =>
  ask<FirmsAnswer>(`?${new URLSearchParams({ name, limit: String(MOST_HITS) })}`);
