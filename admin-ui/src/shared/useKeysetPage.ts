import { useSearchParams } from 'react-router';

export interface KeysetPage {
  first: number;
  after: string | null;
  /** 0 for the first page. */
  index: number;
  next: (endCursor: string) => void;
  previous: () => void;
  resize: (first: number) => void;
}

/**
 * Where we are in a list that is read by cursor, in the address (`?after=…&page=2`), so that a link shows the same page.
 * Whoever changes a filter starts at the first page: delete `after` and `page` with it.
 */
export function useKeysetPage(defaultSize = 25): KeysetPage {
  const [params, setParams] = useSearchParams();
  const size = Number(params.get('rows'));
  const first = Number.isInteger(size) && size >= 1 && size <= 100 ? size : defaultSize;
  const index = Math.max(0, Number(params.get('page') ?? 1) - 1) || 0;
  const change = (values: Record<string, string | null>, replace = false) =>
    setParams(
      current => {
        const next = new URLSearchParams(current);
        for (const [name, value] of Object.entries(values))
          if (value === null) next.delete(name);
          else next.set(name, value);
        return next;
      },
      { replace },
    );
  return {
    first,
    after: params.get('after'),
    index: params.get('after') ? index : 0,
    next: endCursor => change({ after: endCursor, page: String(index + 2) }),
    // Cursors only lead forward; the way back is the way the reader came.
    previous: () => (index <= 1 ? change({ after: null, page: null }) : window.history.back()),
    resize: value => change({ rows: String(value), after: null, page: null }, true),
  };
}
