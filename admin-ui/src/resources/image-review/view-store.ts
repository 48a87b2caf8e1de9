import { useSyncExternalStore } from 'react';
import type { Part } from './bench.rules.ts';
import { fitOf, keepInside, type Size, START_VIEW, type View } from './view.rules.ts';

interface Geometry {
  picture: Size;
  pane: Size;
}

const NOTHING: Geometry = { picture: { width: 0, height: 0 }, pane: { width: 0, height: 0 } };

/** How each part is looked at. Outside React's state, so that dragging a picture draws that pane and nothing else. */
export class ViewStore {
  readonly #views: Record<Part, View> = { PHOTO: START_VIEW, ID: START_VIEW };
  readonly #geometry: Record<Part, Geometry> = { PHOTO: NOTHING, ID: NOTHING };
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  view(part: Part): View {
    return this.#views[part];
  }

  fit(part: Part): number {
    const { picture, pane } = this.#geometry[part];
    return fitOf(picture, pane, this.#views[part].turns);
  }

  /** The change gets the view and how large the picture is when it fits. */
  change(part: Part, next: (view: View, fit: number) => View) {
    const wanted = next(this.#views[part], this.fit(part));
    this.#views[part] = wanted;
    this.#views[part] = keepInside(wanted, this.fit(part), this.#geometry[part].picture);
    this.#tell();
  }

  reset(part: Part) {
    // Turned back the short way: four quarter turns look like none.
    this.change(part, view => ({ ...START_VIEW, turns: Math.round(view.turns / 4) * 4 }));
  }

  measure(part: Part, geometry: Geometry) {
    this.#geometry[part] = geometry;
    this.#tell();
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }
}

export function useView(store: ViewStore, part: Part) {
  const view = useSyncExternalStore(store.subscribe, () => store.view(part));
  const fit = useSyncExternalStore(store.subscribe, () => store.fit(part));
  return { view, fit };
}
