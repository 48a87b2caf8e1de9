import Box from '@mui/material/Box';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Viewer } from './useViewer.ts';
import { fitZoom } from './view.rules.ts';

interface ScrolledPagesProps {
  viewer: Viewer;
  label: string;
  /** Of the widest page at its own size, in pixels. */
  widest: number;
  /** The pages at the size that is shown. */
  children: (zoom: number) => ReactNode;
}

const PADDING = 16;

/** Where pages are scrolled: knows how much room there is and which page is looked at. */
export function ScrolledPages({ viewer, label, widest, children }: ScrolledPagesProps) {
  const place = useRef<HTMLElement>(null);
  const room = useRoom(place);
  const { view, setShownZoom } = viewer;
  const zoom = view.zoom ?? fitZoom(widest, room - 2 * PADDING);
  useEffect(() => setShownZoom(zoom), [zoom, setShownZoom]);
  useSamePlace(place, `${zoom} ${view.rotation}`);
  useJumps(place, viewer);
  return (
    <Box
      ref={place}
      role="region"
      aria-label={label}
      tabIndex={0}
      onScroll={() => place.current && notePage(place.current, viewer)}
      onKeyDown={event => turnPage(event, viewer)}
      sx={{
        ...{ overflow: 'auto', minHeight: 0, height: '100%', p: `${PADDING}px`, scrollbarGutter: 'stable' },
        ...{ display: 'grid', gap: 1.5, alignContent: 'start', bgcolor: 'desk.stage' },
        '&:focus-visible': { outline: '3px solid', outlineColor: 'desk.focusOuter', outlineOffset: '-3px' },
      }}
    >
      {room > 0 && children(zoom)}
    </Box>
  );
}

function useRoom(place: React.RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const watcher = new ResizeObserver(() => setRoom(element.clientWidth));
    watcher.observe(element);
    setRoom(element.clientWidth);
    return () => watcher.disconnect();
  }, [place]);
  return room;
}

/** Larger, smaller or turned: the reader stays at the same place of the document. */
function useSamePlace(place: React.RefObject<HTMLElement | null>, look: string) {
  const before = useRef(0);
  useEffect(() => {
    const element = place.current;
    if (!element || !look) return;
    element.scrollTop = before.current * element.scrollHeight;
    const remember = () => {
      before.current = element.scrollTop / Math.max(element.scrollHeight, 1);
    };
    element.addEventListener('scroll', remember);
    return () => element.removeEventListener('scroll', remember);
  }, [place, look]);
}

function useJumps(place: React.RefObject<HTMLElement | null>, { jump }: Viewer) {
  useEffect(() => {
    const element = place.current;
    const page = pagesIn(element).find(one => Number(one.dataset.page) === jump.page);
    if (element && page && jump.turn > 0) element.scrollTop = page.offsetTop - element.offsetTop - PADDING;
  }, [place, jump]);
}

const pagesIn = (element: HTMLElement | null) => [
  ...(element?.querySelectorAll<HTMLElement>('[data-page]') ?? []),
];

/** The page that covers the middle. */
function notePage(element: HTMLElement, { page, setPage }: Viewer) {
  const middle = element.scrollTop + element.offsetTop + element.clientHeight / 2;
  const shown = pagesIn(element).findLast(one => one.offsetTop <= middle);
  const number = Number(shown?.dataset.page ?? page);
  if (number !== page) setPage(number);
}

/** From page to page; turning a page never shares a key with it. */
function turnPage(event: KeyboardEvent, { page, pages, goTo }: Viewer) {
  const step = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0;
  if (step === 0 || pages < 2 || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  goTo(page + step);
}
