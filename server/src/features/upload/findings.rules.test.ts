import { describe, expect, it } from 'vitest';
import { type GreyImage, idFindings, meanOf, photoFindings, sharpness } from './findings.rules.ts';

const [WIDTH, HEIGHT] = [512, 683];
const WHOLE = { x: 0, y: 0, width: 1, height: 1 };

const grey = (at: (x: number, y: number) => number): GreyImage => ({
  width: WIDTH,
  height: HEIGHT,
  data: Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => at(i % WIDTH, Math.floor(i / WIDTH))),
});

const isFace = (x: number, y: number) => x > 150 && x < 362 && y > 170 && y < 460;
/** Fine detail on the face, so that it counts as sharp. */
const detail = (x: number, y: number) => ((x + y) % 4 === 0 ? 25 : 0);
const portrait = (face: (x: number) => number, wall: (x: number, y: number) => number) =>
  grey((x, y) => (isFace(x, y) ? face(x) + detail(x, y) : wall(x, y)));

const good = portrait(
  () => 160,
  () => 235,
);
const of = (image: GreyImage, reason: string) => photoFindings(image).find(f => f.reason === reason);

describe('what is measured on a photo', () => {
  it('a good portrait gets no remark', () => {
    const measured = photoFindings(good).filter(({ level }) => level !== 'HUMAN');
    expect(measured.map(({ reason, level }) => [reason, level])).toEqual([
      ['PH_LIGHT', 'CLEAR'],
      ['PH_BACKGROUND', 'CLEAR'],
      ['PH_QUALITY', 'CLEAR'],
    ]);
  });

  it('a face that is lit from one side is uneven, on the dark side', () => {
    const halfLit = portrait(
      x => (x < 256 ? 70 : 180),
      () => 235,
    );
    expect(of(halfLit, 'PH_LIGHT')).toMatchObject({ level: 'REMARK', box: { part: 'PHOTO', x: 0.3 } });
    expect(Number(of(halfLit, 'PH_LIGHT')?.value)).toBeGreaterThan(40);
  });

  it('a picture that is dark all over gets a remark without a number', () => {
    expect(
      of(
        grey(() => 30),
        'PH_LIGHT',
      ),
    ).toMatchObject({ level: 'REMARK', value: null });
  });

  it('a shadow on the wall is found where it is', () => {
    const shadow = portrait(
      () => 160,
      (x, y) => (x > 470 && y < 300 ? 150 : 235),
    );
    expect(of(shadow, 'PH_BACKGROUND')).toMatchObject({ level: 'REMARK', box: { part: 'PHOTO', x: 0.9 } });
  });

  it('a dark wall is not a light background, however even it is', () => {
    const dark = portrait(
      () => 160,
      () => 110,
    );
    expect(of(dark, 'PH_BACKGROUND')).toMatchObject({ level: 'REMARK', value: '0' });
  });

  it('a face without any detail is blurred', () => {
    expect(
      of(
        grey(() => 200),
        'PH_QUALITY',
      ),
    ).toMatchObject({ level: 'REMARK', value: '0' });
  });

  it('leaves to a person what only a person can judge, and approves nothing', () => {
    const human = photoFindings(good).filter(({ level }) => level === 'HUMAN');
    expect(human.map(({ reason }) => reason)).toEqual([
      'PH_HEADGEAR',
      'PH_EYES',
      'PH_EARS',
      'PH_GAZE',
      'PH_EXPRESSION',
      'PH_GLASSES',
      'PH_ANGLE',
      'PH_REPHOTO',
      'PH_LIKENESS',
    ]);
    expect(human.every(({ value, box }) => value === null && box === null)).toBe(true);
  });
});

describe('what is measured on an identity document', () => {
  it('remarks on a blurred one, and leaves everything else to a person', () => {
    const blurred = idFindings(grey(() => 200));
    expect(blurred[0]).toEqual({ reason: 'ID_UNREADABLE', level: 'REMARK', value: '0', box: null });
    expect(blurred.slice(1).every(({ level }) => level === 'HUMAN')).toBe(true);
  });

  it('does not call a sharp one readable', () => {
    expect(idFindings(grey(detail))[0]).toMatchObject({ reason: 'ID_UNREADABLE', level: 'HUMAN' });
  });
});

describe('the measures themselves', () => {
  it('the mean of a part counts only that part', () => {
    const halves = grey(x => (x < WIDTH / 2 ? 100 : 200));
    expect(meanOf(halves, { ...WHOLE, width: 0.5 })).toBe(100);
    expect(meanOf(halves, WHOLE)).toBe(150);
  });

  it('an even surface and an even slope have no detail', () => {
    expect(
      sharpness(
        grey(() => 90),
        WHOLE,
      ),
    ).toBe(0);
    expect(
      sharpness(
        grey(x => Math.floor(x / 4)),
        WHOLE,
      ),
    ).toBeLessThan(1);
  });
});
