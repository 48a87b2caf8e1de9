import { describe, expect, it } from 'vitest';
import { fitZoom, percent, stepZoom, turn, turned } from './view.rules.ts';

describe('a document is looked at', () => {
  it('step by step larger and smaller, from any size', () => {
    expect([stepZoom(1, 1), stepZoom(1, -1), stepZoom(0.83, 1), stepZoom(0.83, -1)]).toEqual([
      1.1, 0.9, 0.9, 0.75,
    ]);
    expect([stepZoom(4, 1), stepZoom(0.25, -1)]).toEqual([4, 0.25]);
  });

  it('turned by quarters, round and round', () => {
    expect([turn(0, 1), turn(270, 1), turn(0, -1)]).toEqual([90, 0, 270]);
    expect(turned({ width: 210, height: 297 }, 90)).toEqual({ width: 297, height: 210 });
    expect(turned({ width: 210, height: 297 }, 180)).toEqual({ width: 210, height: 297 });
  });

  it('as wide as there is room for, never blown up without end', () => {
    expect(percent(fitZoom(800, 400))).toBe(50);
    expect(fitZoom(10, 4_000)).toBe(3);
    expect(fitZoom(0, 400)).toBe(1);
  });
});
