import { type RefObject, useEffect, useRef } from 'react';
import type { Part } from './bench.rules.ts';
import { pan, type Size, zoom, zoomToPixel } from './view.rules.ts';
import type { ViewStore } from './view-store.ts';

interface Handling {
  store: ViewStore;
  part: Part;
  onSelect: () => void;
}
interface PaneOptions extends Handling {
  picture: Size | null;
}

const fromMiddle = (frame: HTMLElement, { clientX, clientY }: MouseEvent) => {
  const { left, top, width, height } = frame.getBoundingClientRect();
  return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
};

function listenToWheel(frame: HTMLElement, { store, part }: Handling) {
  const onWheel = (event: WheelEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const factor = Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015));
    store.change(part, (view, fit) => zoom(view, { factor, fit, anchor: fromMiddle(frame, event) }));
  };
  const onDouble = (event: MouseEvent) =>
    store.change(part, (view, fit) => zoomToPixel(view, fit, fromMiddle(frame, event)));
  frame.addEventListener('wheel', onWheel, { passive: false });
  frame.addEventListener('dblclick', onDouble);
  return () => {
    frame.removeEventListener('wheel', onWheel);
    frame.removeEventListener('dblclick', onDouble);
  };
}

function listenToDrag(frame: HTMLElement, { store, part, onSelect }: Handling) {
  const onDown = (event: PointerEvent) => {
    onSelect();
    if (event.button !== 0 || (event.target as Element).closest('button')) return;
    frame.setPointerCapture(event.pointerId);
    frame.dataset.dragging = 'true';
  };
  const onMove = (event: PointerEvent) => {
    if (frame.dataset.dragging) store.change(part, view => pan(view, event.movementX, event.movementY));
  };
  const onUp = () => {
    delete frame.dataset.dragging;
  };
  frame.addEventListener('pointerdown', onDown);
  frame.addEventListener('pointermove', onMove);
  frame.addEventListener('pointerup', onUp);
  frame.addEventListener('pointercancel', onUp);
  return () => {
    frame.removeEventListener('pointerdown', onDown);
    frame.removeEventListener('pointermove', onMove);
    frame.removeEventListener('pointerup', onUp);
    frame.removeEventListener('pointercancel', onUp);
  };
}

/** Wheel, drag and double press on one pane, and its size. */
export function usePane(options: PaneOptions): RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const { store, part } = options;
  const { width = 0, height = 0 } = options.picture ?? {};
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const relay = { store, part, onSelect: () => latest.current.onSelect() };
    const stopWheel = listenToWheel(element, relay);
    const stopDrag = listenToDrag(element, relay);
    return () => {
      stopWheel();
      stopDrag();
    };
  }, [store, part]);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () =>
      store.measure(part, {
        picture: { width, height },
        pane: { width: element.clientWidth, height: element.clientHeight },
      });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [store, part, width, height]);
  return frame;
}
