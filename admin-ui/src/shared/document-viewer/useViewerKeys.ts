import { useHotkeys } from '../hotkeys.ts';
import type { Viewer } from './useViewer.ts';

/** As on the image bench: W and S for size, Q and E for turning. Pages have keys of their own. */
export const KEYS = {
  larger: 'W',
  smaller: 'S',
  fit: '0',
  left: 'Q',
  right: 'E',
  search: 'F',
  before: ',',
  after: '.',
};

/** None fires while somebody writes or a dialog is open. */
export function useViewerKeys(viewer: Viewer, enabled: boolean) {
  useHotkeys(
    {
      w: () => viewer.zoomBy(1),
      s: () => viewer.zoomBy(-1),
      Digit0: viewer.fit,
      q: () => viewer.rotate(-1),
      e: () => viewer.rotate(1),
      f: viewer.openSearch,
      ',': () => viewer.goTo(viewer.page - 1),
      '.': () => viewer.goTo(viewer.page + 1),
    },
    { enabled },
  );
}
