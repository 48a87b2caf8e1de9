/** How a document is looked at: as wide as there is room for, or at a size of its own, turned by quarters. */

export interface DocumentView {
  /** Null fits the width; 1 is the size it has on paper. */
  readonly zoom: number | null;
  /** 0, 90, 180 or 270 degrees clockwise. */
  readonly rotation: number;
}

export const START: DocumentView = { zoom: null, rotation: 0 };

/** Percent of the size on paper. */
const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];

/** The next larger or smaller size on the ladder, from whatever size is shown. */
export function stepZoom(shown: number, direction: 1 | -1): number {
  const near = 0.01;
  const next =
    direction > 0 ? STEPS.find(step => step > shown + near) : STEPS.findLast(step => step < shown - near);
  return next ?? shown;
}

export const turn = (rotation: number, quarters: 1 | -1): number => (rotation + quarters * 90 + 360) % 360;

const isSideways = (rotation: number) => rotation % 180 !== 0;

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** As it lies on the screen. */
export const turned = ({ width, height }: PageSize, rotation: number): PageSize =>
  isSideways(rotation) ? { width: height, height: width } : { width, height };

/** 72 points are an inch, and 96 pixels of a screen. */
export const PIXELS_PER_POINT = 96 / 72;

const LARGEST_FIT = 3;

/** The size at which the widest page just fits between the edges. */
export function fitZoom(widest: number, room: number): number {
  if (widest <= 0 || room <= 0) return 1;
  return Math.min(room / widest, LARGEST_FIT);
}

export const percent = (zoom: number) => Math.round(zoom * 100);
