/** Keyset pages: an opaque cursor holds the last row's sort values; counts stop at 1,000 unless asked for exactly. */
import { AppError } from '../errors.ts';

export const COUNT_CAP = 1000;

/** Sort values of a row, as text, to continue from. */
export type Keyset = readonly string[];

export const encodeCursor = (keyset: Keyset): string =>
  Buffer.from(JSON.stringify(keyset)).toString('base64url');

/** Shape of a row id that ends a cursor. */
export const ROW_ID = /^[1-9][0-9]{0,17}$/;

/** @throws AppError VALIDATION_FAILED when the cursor is not one of ours with `parts` values, the last of them like `last` */
export function decodeCursor(cursor: string, parts: number, last = /^/): Keyset {
  const refuse = () => new AppError('VALIDATION_FAILED', { what: 'CURSOR' });
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const ok =
      Array.isArray(value) &&
      value.length === parts &&
      value.every(v => typeof v === 'string' && v.length <= 64 && !v.includes('\u0000')) &&
      last.test(String(value.at(-1)));
    if (!ok) throw refuse();
    return value as string[];
  } catch {
    throw refuse();
  }
}

export interface Page<R> {
  rows: R[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

export interface PageAsk {
  readonly first: number;
  readonly after?: string | null;
  readonly before?: string | null;
}

/** What a list shows when nothing is asked. */
export const FIRST_PAGE: PageAsk = { first: 25 };

/** Makes a page of `first + 1` fetched rows. Rows fetched backwards (`before`) arrive reversed and are turned round here. */
export function pageOf<R>(
  fetched: readonly R[],
  { first, after, before }: PageAsk,
  keysetOf: (row: R) => Keyset,
): Page<R> {
  const more = fetched.length > first;
  const kept = fetched.slice(0, first);
  const rows = before ? kept.toReversed() : kept;
  const cursor = (row: R | undefined) => (row ? encodeCursor(keysetOf(row)) : null);
  return {
    rows,
    pageInfo: {
      hasNextPage: before ? true : more,
      hasPreviousPage: before ? more : Boolean(after),
      startCursor: cursor(rows[0]),
      endCursor: cursor(rows.at(-1)),
    },
  };
}

/** `n` counted with a limit of COUNT_CAP + 1. */
export const cappedCount = (n: number) => ({ value: Math.min(n, COUNT_CAP), exact: n <= COUNT_CAP });
