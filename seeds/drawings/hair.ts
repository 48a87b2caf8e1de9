/** Draws hair in two layers: what is seen behind the head and what lies on it. The ears stay free. */
import type { Face, HairStyle } from './face.ts';
import { headSize } from './head.ts';
import { bothSides, line, n, path } from './svg.ts';

type Layers = { back: string; front: string };

const SHORT =
  'M82 174c-8-68 20-108 68-108 50 0 76 40 68 108-4-8-7-22-10-36-4-18-14-26-30-30-22-6-44-4-62 2-14 5-20 14-24 30-3 14-6 26-10 34z';
const BUZZ =
  'M87 170c-7-58 16-91 63-91s70 33 63 91c-4-12-6-26-9-38-4-14-14-22-26-25-18-4-38-4-56 0-12 3-22 11-26 25-3 12-5 26-9 38z';
const SIDE_PART =
  'M83 176c-10-66 12-114 74-112 48 2 70 44 60 112-5-10-7-24-10-38-3-14-14-20-30-22-24-3-44-8-58-20-6 12-16 22-20 40-4 14-8 28-16 40z';
const QUIFF =
  'M86 174c-8-40-4-66 6-82-2-22 26-44 62-42 40 0 62 20 58 42 8 18 8 48 2 82-5-12-6-26-10-40-4-14-12-24-26-28-20-5-40-4-54 1-14 4-22 14-26 28-4 14-6 28-12 39z';
const RECEDING =
  'M84 176c-8-60 16-98 66-98s74 38 66 98c-5-6-8-14-10-24-2-12-4-24-12-32 4-12-4-18-14-14-10-6-20-8-30-8s-20 2-30 8c-10-4-18 2-14 14-8 8-10 20-12 32-2 10-5 18-10 24z';
const CENTRE_PART =
  'M150 66c-46 0-76 38-66 106 4-6 6-14 8-22 6-24 26-48 58-60 32 12 52 36 58 60 2 8 4 16 8 22 10-68-20-106-66-106z';
const SWEPT_BACK = 'M84 168c-8-62 18-102 66-102s74 40 66 102c-6-34-26-62-66-66-40 4-60 32-66 66z';
const FRINGE =
  'M83 180c-10-70 18-116 68-116 50 0 76 46 66 116-4-8-8-22-10-36-10-4-20-12-26-20-20 14-50 20-82 16-6 12-10 28-16 40z';
const BEHIND_HEAD =
  'M150 64c-56 0-82 46-76 108 4 40-4 70-16 132 20 22 164 22 184 0-12-62-20-92-16-132 6-62-20-108-76-108z';
const BOB =
  'M150 64c-54 0-80 44-76 104 2 34-2 58-10 84 30 12 142 12 172 0-8-26-12-50-10-84 4-60-22-104-76-104z';

const circles = (list: readonly (readonly number[])[]): string =>
  list.map(([x, y, r]) => `<circle cx="${x}" cy="${y}" r="${r}"/>`).join('');
const CURLS = circles([
  [92, 134, 15],
  [90, 112, 17],
  [100, 92, 19],
  [118, 78, 20],
  [140, 70, 20],
  [162, 70, 20],
  [184, 78, 20],
  [200, 92, 19],
  [210, 112, 17],
  [208, 134, 15],
  [124, 98, 16],
  [146, 94, 17],
  [168, 94, 17],
  [184, 102, 14],
  [110, 110, 12],
]);
const AFRO = circles([
  [86, 132, 24],
  [80, 104, 28],
  [94, 76, 32],
  [122, 56, 34],
  [150, 50, 36],
  [178, 56, 34],
  [206, 76, 32],
  [220, 104, 28],
  [214, 132, 24],
  [150, 92, 40],
  [112, 92, 26],
  [188, 92, 26],
]);

const shine = line('M102 118c8-22 24-34 46-38', '#fff', 'stroke-width="7" opacity=".09"');
const strands = line(
  'M118 92c-12 12-20 30-22 52M182 92c12 12 20 30 22 52M136 84c-18 10-30 28-34 46',
  '#000',
  'stroke-width="2" opacity=".14"',
);
const braid = (colour: string): string =>
  Array.from({ length: 7 }, (_, knot) => {
    const y = 226 + knot * 19;
    return (
      `<ellipse cx="${n(79 - knot * 1.5)}" cy="${y}" rx="${n(12 - knot * 0.5)}" ry="12" fill="${colour}"/>` +
      line(`M${n(71 - knot * 1.5)} ${y + 6}l16-9`, '#000', 'stroke-width="2" opacity=".22"')
    );
  }).join('');

function layersOf(style: HairStyle, colour: string): Layers {
  const on = (d: string, more = ''): string => path(d, colour, more);
  const long = on(BEHIND_HEAD) + path(BEHIND_HEAD, '#000', 'opacity=".16"');
  const bob = on(BOB) + path(BOB, '#000', 'opacity=".16"');
  const knot =
    `<circle cx="150" cy="56" r="26" fill="${colour}"/>` +
    line('M132 54c8-12 28-14 36-2', '#000', 'stroke-width="2.5" opacity=".18"');
  const styles: Record<HairStyle, Layers> = {
    short: { back: '', front: on(SHORT) + shine },
    side_part: {
      back: '',
      front:
        on(SIDE_PART) + line('M120 74c-8 8-16 16-20 28', '#000', 'stroke-width="2" opacity=".2"') + shine,
    },
    buzz: { back: '', front: on(BUZZ, 'opacity=".72"') },
    curly: { back: '', front: `<g fill="${colour}">${CURLS}</g>${shine}` },
    receding: { back: '', front: on(RECEDING) + shine },
    bald: { back: '', front: line('M112 112c8-10 20-16 34-17', '#fff', 'stroke-width="9" opacity=".2"') },
    quiff: {
      back: '',
      front:
        on(QUIFF) +
        line(
          'M110 84c14-16 44-24 70-14M122 92c14-10 36-14 56-8',
          '#000',
          'stroke-width="2.5" opacity=".18"',
        ) +
        shine,
    },
    top_knot: { back: knot, front: on(SWEPT_BACK) + strands },
    bun: { back: knot, front: on(SWEPT_BACK) + strands + shine },
    ponytail: {
      back: on('M196 96c34 10 48 60 42 116-3 34-8 60-22 96-10-30-4-70-8-104-4-40-12-70-26-96z'),
      front: on(SWEPT_BACK) + strands + shine,
    },
    long_tucked: { back: long, front: on(CENTRE_PART) + strands },
    bob_tucked: { back: bob, front: on(SIDE_PART) + shine },
    pixie: {
      back: '',
      front:
        on(FRINGE) +
        line('M104 130c30 0 54-6 74-20M96 146c4-12 8-18 14-24', '#000', 'stroke-width="2" opacity=".16"') +
        shine,
    },
    afro: {
      back: `<g fill="${colour}">${AFRO}</g>`,
      front: on('M84 160c-4-54 22-80 66-80s70 26 66 80c-6-30-22-50-66-52-44 2-60 22-66 52z'),
    },
    braids: {
      back: '',
      front: on(CENTRE_PART) + line('M150 68v20', '#000', 'stroke-width="2" opacity=".3"') + strands,
    },
  };
  return styles[style];
}

/** Hair is drawn for a head 124 wide and stretched to the head it sits on. */
function fit(face: Face, drawing: string): string {
  if (!drawing) return '';
  const k = n((headSize(face).half + 1) / 62);
  return `<g transform="translate(150 0) scale(${k} 1) translate(-150 0)">${drawing}</g>`;
}

export const drawHairBehind = (face: Face): string =>
  fit(face, layersOf(face.hairStyle, face.hairColour).back);

const UNDER_HAT: readonly HairStyle[] = ['bun', 'top_knot', 'afro'];

/** High hair disappears under a helmet, a cap or a beanie. */
export const drawHairBelowHat = (face: Face): string =>
  UNDER_HAT.includes(face.hairStyle) ? '' : drawHairBehind(face);

export const drawHairOnHead = (face: Face): string =>
  fit(face, layersOf(face.hairStyle, face.hairColour).front);

/** Braids hang in front of the jacket. */
export const drawHairOverClothes = (face: Face): string =>
  face.hairStyle === 'braids' ? fit(face, bothSides(braid(face.hairColour))) : '';

const LOOSE_STYLES: readonly HairStyle[] = [
  'bun',
  'ponytail',
  'long_tucked',
  'bob_tucked',
  'braids',
  'afro',
  'top_knot',
];
export const canCoverEarsWithHair = (face: Face): boolean => LOOSE_STYLES.includes(face.hairStyle);

/** Hair let down over both ears, for the fault `ears_covered`. */
export function drawHairOverEars(face: Face): string {
  const lock = path(
    'M150 66c-50 0-80 40-74 106 2 34-8 64-10 122 14 14 32 12 44 2-10-28-14-60-12-88 2-44 20-86 52-112z',
    face.hairColour,
  );
  const waves = line(
    'M98 150c-12 30-10 70-20 128M86 180c-4 40-6 70-10 100M106 134c-10 24-12 50-12 74',
    '#000',
    'stroke-width="2.2" opacity=".16"',
  );
  return fit(face, bothSides(lock + waves));
}
