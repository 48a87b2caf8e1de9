/** How one picture is looked at. `scale` 1 fits the pane; x and y are pixels of the screen from its middle. */
export interface View {
  scale: number;
  x: number;
  y: number;
  /** Quarter turns, counted on so that a turn is always the short way round. */
  turns: number;
  /** 100 is as taken. */
  brightness: number;
  contrast: number;
}

export interface Size {
  width: number;
  height: number;
}

export const START_VIEW: View = { scale: 1, x: 0, y: 0, turns: 0, brightness: 100, contrast: 100 };
export const LIGHT_RANGE = { min: 40, max: 200, step: 5 } as const;

const MAX_PIXEL_ZOOM = 8;
const MIN_SCALE = 0.5;
const PAN_STEP = 60;

const sideways = (turns: number) => Math.abs(turns % 2) === 1;

/** Screen pixels per picture pixel when the whole picture just fits, turned as it is. */
export function fitOf(picture: Size, pane: Size, turns = 0): number {
  if (picture.width === 0 || picture.height === 0 || pane.width === 0) return 0;
  const [width, height] = sideways(turns) ? [picture.height, picture.width] : [picture.width, picture.height];
  return Math.min(pane.width / width, pane.height / height);
}

/** 100 % is one picture pixel to one screen pixel. */
export const percentOf = (view: View, fit: number) => Math.round(view.scale * fit * 100);

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** The picture stays reachable: never more than its own edge past the middle of the pane. */
export function keepInside(view: View, fit: number, picture: Size): View {
  const [width, height] = sideways(view.turns)
    ? [picture.height, picture.width]
    : [picture.width, picture.height];
  const reach = { x: (width * fit * view.scale) / 2, y: (height * fit * view.scale) / 2 };
  return { ...view, x: clamp(view.x, -reach.x, reach.x), y: clamp(view.y, -reach.y, reach.y) };
}

interface ZoomRequest {
  factor: number;
  fit: number;
  /** The point that stays under the pointer, from the middle of the pane. */
  anchor?: { x: number; y: number };
}

export function zoom(view: View, { factor, fit, anchor = { x: 0, y: 0 } }: ZoomRequest): View {
  const most = Math.max(1, MAX_PIXEL_ZOOM / Math.max(fit, 0.001));
  const scale = snapToFit(clamp(view.scale * factor, MIN_SCALE, most));
  const grown = scale / view.scale;
  return {
    ...view,
    scale,
    x: anchor.x - (anchor.x - view.x) * grown,
    y: anchor.y - (anchor.y - view.y) * grown,
  };
}

// Whoever zooms out again lands on the whole picture, not on 99 % of it.
const snapToFit = (scale: number) => (Math.abs(scale - 1) < 0.04 ? 1 : scale);

/** One picture pixel to one screen pixel, or back to the whole picture. */
export function zoomToPixel(view: View, fit: number, anchor?: { x: number; y: number }): View {
  const pixel = 1 / Math.max(fit, 0.001);
  if (Math.abs(view.scale - pixel) < 0.01) return { ...view, scale: 1, x: 0, y: 0 };
  const request = { factor: pixel / view.scale, fit };
  return zoom(view, anchor ? { ...request, anchor } : request);
}

export const pan = (view: View, x: number, y: number): View => ({ ...view, x: view.x + x, y: view.y + y });

/** An arrow moves the window over the picture, as scrolling does. */
export function panByKey(view: View, key: string): View {
  if (key === 'ArrowLeft') return pan(view, PAN_STEP, 0);
  if (key === 'ArrowRight') return pan(view, -PAN_STEP, 0);
  if (key === 'ArrowUp') return pan(view, 0, PAN_STEP);
  if (key === 'ArrowDown') return pan(view, 0, -PAN_STEP);
  return view;
}

export const rotate = (view: View, quarters: 1 | -1): View => ({
  ...view,
  turns: view.turns + quarters,
  x: 0,
  y: 0,
});
