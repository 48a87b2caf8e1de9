import { useCallback, useState } from 'react';
import type { Hit } from './search.rules.ts';
import { nextHit } from './search.rules.ts';
import { type DocumentView, START, stepZoom, turn } from './view.rules.ts';

export interface Search {
  readonly open: boolean;
  readonly query: string;
  readonly hits: readonly Hit[];
  /** Index in `hits`. */
  readonly current: number;
  /** Null until the text has been looked for. */
  readonly hasText: boolean | null;
}

const CLOSED: Search = { open: false, query: '', hits: [], current: 0, hasText: null };

/** Where the reader asked to be taken; `turn` makes the same place twice two wishes. */
interface Jump {
  readonly page: number;
  readonly turn: number;
}

/** How one document is looked at, for its tools and its pages. */
export function useViewer() {
  const [view, setView] = useState<DocumentView>(START);
  const [shownZoom, setShownZoom] = useState(1);
  const [pages, setPages] = useState(0);
  const [page, setPage] = useState(1);
  const [jump, setJump] = useState<Jump>({ page: 1, turn: 0 });
  const [search, setSearch] = useState<Search>(CLOSED);
  const goTo = useCallback(
    (wanted: number) => {
      const target = Math.min(Math.max(wanted, 1), Math.max(pages, 1));
      setPage(target);
      setJump(last => ({ page: target, turn: last.turn + 1 }));
    },
    [pages],
  );
  const found = useCallback((hits: readonly Hit[], hasText: boolean) => {
    setSearch(last => ({ ...last, hits, hasText, current: 0 }));
  }, []);
  const stepHit = (step: 1 | -1) => {
    const current = nextHit(search.current, step, search.hits.length);
    const hit = search.hits[current];
    setSearch({ ...search, current });
    // A page far away is made when it is gone to, and marks its hit then.
    if (hit && hit.page !== page) goTo(hit.page);
  };
  return {
    ...{ view, shownZoom, setShownZoom, pages, setPages, page, setPage, jump, goTo, search, found },
    zoomBy: (direction: 1 | -1) => setView({ ...view, zoom: stepZoom(shownZoom, direction) }),
    fit: () => setView({ ...view, zoom: null }),
    paperSize: () => setView({ ...view, zoom: 1 }),
    rotate: (quarters: 1 | -1) => setView({ ...view, rotation: turn(view.rotation, quarters) }),
    openSearch: () => setSearch({ ...search, open: true }),
    closeSearch: () => setSearch(CLOSED),
    searchFor: (query: string) => setSearch({ ...search, query, hits: [], current: 0, hasText: null }),
    stepHit,
  };
}

export type Viewer = ReturnType<typeof useViewer>;
