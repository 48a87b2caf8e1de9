import { describe, expect, it } from 'vitest';
import {
  fitOf,
  keepInside,
  panByKey,
  percentOf,
  rotate,
  START_VIEW,
  zoom,
  zoomToPixel,
} from './view.rules.ts';

const picture = { width: 1500, height: 2000 };
const pane = { width: 300, height: 500 };
const fit = fitOf(picture, pane);

describe('looking at a picture', () => {
  it('starts with the whole picture in the pane', () => {
    expect(fit).toBeCloseTo(0.2);
    expect(percentOf(START_VIEW, fit)).toBe(20);
  });

  it('fits a turned picture by its other side', () => {
    expect(fitOf(picture, pane, 1)).toBeCloseTo(0.15);
    expect(fitOf(picture, pane, -1)).toBeCloseTo(0.15);
  });

  it('fits nothing before the pane has a size', () => {
    expect(fitOf(picture, { width: 0, height: 0 })).toBe(0);
  });

  it('goes to one picture pixel per screen pixel, and back', () => {
    const pixel = zoomToPixel(START_VIEW, fit);
    expect(percentOf(pixel, fit)).toBe(100);
    expect(zoomToPixel(pixel, fit)).toEqual(START_VIEW);
  });

  it('stops at eight screen pixels per picture pixel', () => {
    expect(percentOf(zoom(START_VIEW, { factor: 1000, fit }), fit)).toBe(800);
  });

  it('lands on the whole picture when zooming out again', () => {
    const there = zoom(START_VIEW, { factor: 1.25, fit });
    expect(zoom(there, { factor: 1 / 1.26, fit }).scale).toBe(1);
  });

  it('keeps the point under the pointer where it is', () => {
    const anchor = { x: 40, y: -30 };
    const near = zoom(START_VIEW, { factor: 2, fit, anchor });
    expect({ x: (anchor.x - near.x) / near.scale, y: (anchor.y - near.y) / near.scale }).toEqual(anchor);
  });

  it('never lets the picture leave the pane', () => {
    const lost = keepInside({ ...START_VIEW, x: 9000, y: -9000 }, fit, picture);
    expect([lost.x, lost.y]).toEqual([150, -200]);
  });

  it('moves with the arrows as scrolling does', () => {
    expect(panByKey(START_VIEW, 'ArrowRight').x).toBeLessThan(0);
    expect(panByKey(START_VIEW, 'ArrowDown').y).toBeLessThan(0);
    expect(panByKey(START_VIEW, 'x')).toEqual(START_VIEW);
  });

  it('turns by quarters and comes back to the middle', () => {
    expect(rotate({ ...START_VIEW, x: 30 }, -1)).toMatchObject({ turns: -1, x: 0 });
  });
});
