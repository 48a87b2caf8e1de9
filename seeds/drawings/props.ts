/** Draws the things that make a portrait wrong: glasses, headgear, ear defenders, a cluttered room, a shadow on the wall. */
import type { Face, Headgear } from './face.ts';
import { headSize } from './head.ts';
import { bothSides, line, n, path, soft } from './svg.ts';

export function drawGlasses(face: Face): string {
  const dark = face.seed % 3 === 1;
  const frame = ['#1c1f24', '#14161a', '#5a3a22'][face.seed % 3] ?? '#1c1f24';
  const lens = dark ? 'fill="#171b22" fill-opacity=".9"' : 'fill="#cfdde6" fill-opacity=".34"';
  const one =
    `<rect x="98" y="160" width="47" height="37" rx="13" ${lens} stroke="${frame}" stroke-width="5"/>` +
    line(`M98 172l-${n(headSize(face).half - 50)}-4`, frame, 'stroke-width="5"');
  const glare =
    path('M107 164l14-1-9 29-8-4z', '#fff', 'opacity=".62"') +
    path('M168 164l20-1-10 31-12-2z', '#fff', 'opacity=".5"');
  return bothSides(one) + line('M145 174c3-4 7-4 10 0', frame, 'stroke-width="5"') + glare;
}

const HELMETS = ['#f4f5f6', '#f2c230', '#e5702a', '#2f6fb0'];

function helmet(face: Face): string {
  const colour = HELMETS[face.seed % HELMETS.length] ?? '#f2c230';
  return (
    path('M74 134c-6-62 30-94 76-94s82 32 76 94c-50-14-102-14-152 0z', colour) +
    path('M66 138c4-12 10-16 20-18 42-9 86-9 128 0 10 2 16 6 20 18-56-15-112-15-168 0z', colour) +
    path(
      'M66 138c4-12 10-16 20-18 42-9 86-9 128 0 10 2 16 6 20 18-56-15-112-15-168 0z',
      '#000',
      'opacity=".14"',
    ) +
    path('M136 40c8-3 20-3 28 0l4 72c-12-1-24-1-36 0z', '#000', 'opacity=".09"') +
    line('M104 62c-12 12-18 28-18 46', '#fff', 'stroke-width="7" opacity=".5"') +
    path('M84 140c40-12 92-12 132 0l-4 16c-40-12-84-12-124 0z', '#000', 'opacity=".22"') +
    bothSides(line('M88 150c-2 40 10 92 52 124', '#2b2f35', 'stroke-width="4.500"')) +
    '<rect x="136" y="268" width="28" height="11" rx="4" fill="#2b2f35"/>'
  );
}

function beanie(face: Face): string {
  const colour = ['#2e3b4a', '#7a2f33', '#3d5a45', '#c9772b'][face.seed % 4] ?? '#2e3b4a';
  const ribs = Array.from(
    { length: 11 },
    (_, rib) => `M${78 + rib * 14.4} ${n(146 - 10 * Math.sin((rib * Math.PI) / 10))}v-24`,
  ).join('');
  return (
    path('M78 140c-8-66 24-98 72-98s80 32 72 98z', colour) +
    line(
      'M100 120c2-36 12-58 30-70M150 116V46M200 120c-2-36-12-58-30-70',
      '#000',
      'stroke-width="2.500" opacity=".16"',
    ) +
    path('M70 124c50-20 110-20 160 0 3 10 3 20 0 30-50-18-110-18-160 0-3-10-3-20 0-30z', colour) +
    path(
      'M70 124c50-20 110-20 160 0 3 10 3 20 0 30-50-18-110-18-160 0-3-10-3-20 0-30z',
      '#000',
      'opacity=".16"',
    ) +
    line(ribs, '#000', 'stroke-width="2.500" opacity=".25"')
  );
}

function cap(face: Face): string {
  const colour = ['#39424e', '#1f5a8a', '#8a2f2f', '#4a5a35'][face.seed % 4] ?? '#39424e';
  return (
    path('M82 136c-8-60 24-86 68-86s76 26 68 86c-44-12-92-12-136 0z', colour) +
    line(
      'M150 50v74M116 58c-12 18-18 42-18 70M184 58c12 18 18 42 18 70',
      '#000',
      'stroke-width="2" opacity=".25"',
    ) +
    path('M78 140c34-22 110-22 144 0 14 8 20 14 22 22-54-18-134-18-188 0 2-8 8-14 22-22z', colour) +
    path(
      'M78 140c34-22 110-22 144 0 14 8 20 14 22 22-54-18-134-18-188 0 2-8 8-14 22-22z',
      '#000',
      'opacity=".24"',
    ) +
    '<rect x="132" y="82" width="36" height="24" rx="4" fill="#f4f5f6" opacity=".9"/><path d="M138 98l8-10 6 7 4-4 6 7z" fill="#39424e"/>' +
    path('M84 150c40-14 92-14 132 0l-2 14c-40-12-88-12-128 0z', '#000', 'opacity=".25"')
  );
}

/** A plain headscarf: the face is free, the hair and ears are covered. */
function headscarf(face: Face): string {
  const colour = face.clothColour;
  const { half, chin } = headSize(face);
  const hole = `M${n(150 - half + 6)} 170c0-46 24-68 ${n(half - 6)}-68s${n(half - 6)} 22 ${n(half - 6)} 68c0 44-14 84-${n(half - 6)} ${chin - 170 - 3}c-${n(half - 24)}-8-${n(half - 6)}-50-${n(half - 6)}-${chin - 173}z`;
  const outer =
    'M150 56c-58 0-84 50-78 112 4 48 2 84-26 146 30 38 70 56 104 60 34-4 74-22 104-60-28-62-30-98-26-146 6-62-20-112-78-112z';
  return (
    `<path d="${outer}${hole}" fill="${colour}" fill-rule="evenodd"/>` +
    line(hole, '#000', 'stroke-width="4" opacity=".2"') +
    line(
      'M92 96c-14 30-12 70-14 110-2 36-10 70-22 100M208 96c14 30 12 70 14 110 2 36 10 70 22 100M84 292c40 26 92 26 132 0M72 316c50 32 106 32 156 0',
      '#000',
      'stroke-width="3" opacity=".15"',
    )
  );
}

export function drawHeadgear(face: Face): string {
  const drawings: Record<Headgear, (face: Face) => string> = { helmet, beanie, cap, headscarf };
  return drawings[face.headgear](face);
}

/** Ear defenders with the band behind the neck cover the ears and nothing else. */
export function drawEarDefenders(face: Face): string {
  const x = n(150 - headSize(face).half);
  const colour = face.seed % 2 ? '#d8432f' : '#e0b41f';
  const cup =
    `<rect x="-13" y="156" width="17" height="58" rx="8" fill="#24282e"/><rect x="-25" y="160" width="17" height="50" rx="8" fill="${colour}"/>` +
    line('M-21 168v32', '#fff', 'stroke-width="3" opacity=".4"') +
    line('M-14 208c6 36 24 58 44 66', '#24282e', 'stroke-width="5"');
  return bothSides(`<g transform="translate(${x} 0)">${cup}</g>`);
}

const SILHOUETTE =
  'M150 70c-54 0-82 40-76 100 3 34 12 62 26 82 4 26-8 42-34 52-40 14-58 44-60 108h300c-2-64-20-94-60-108-26-10-38-26-34-52 14-20 23-48 26-82 6-60-22-100-76-100z';

/** The flash throws the person's outline on the wall to the right. */
export const drawWallShadow = (): string =>
  `<g transform="translate(40 16)">${soft(SILHOUETTE, '#4a4f57', { opacity: 0.62, spread: 12 })}</g>`;

const SHELF_BOXES: readonly (readonly [number, number, number, number, string])[] = [
  [4, 52, 26, 36, '#b5452f'],
  [32, 44, 12, 44, '#2f6fb0'],
  [45, 48, 11, 40, '#e0b41f'],
  [57, 46, 13, 42, '#3d6b4a'],
  [6, 126, 34, 34, '#c79a62'],
  [42, 136, 28, 24, '#6b7680'],
  [2, 202, 18, 30, '#e5702a'],
  [22, 196, 22, 36, '#d9dde0'],
  [46, 206, 24, 26, '#2b2f35'],
];

/** A site office: shelves with binders, a window, a poster and cables instead of a light wall. */
export function drawBusyRoom(): string {
  const boxes = SHELF_BOXES.map(
    ([x, y, w, h, colour]) => `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${colour}"/>`,
  ).join('');
  const planks = [88, 160, 232, 304]
    .map(y => `<rect x="0" y="${y}" width="78" height="7" fill="#5d4630"/>`)
    .join('');
  const panels = [96, 150, 204, 258]
    .map(x => `<path d="M${x} 0v400" stroke="#7b6a52" stroke-width="2"/>`)
    .join('');
  return (
    `<rect width="300" height="400" fill="#a8926f"/>${panels}<rect x="0" y="34" width="78" height="360" fill="#8b7352"/>${boxes}${planks}` +
    '<rect x="72" y="30" width="7" height="370" fill="#4d3a28"/>' +
    '<rect x="216" y="26" width="84" height="116" fill="#f4f5f6"/><rect x="222" y="32" width="78" height="104" fill="#9cc4de"/>' +
    '<path d="M222 136l22-34 18 20 22-42 16 30v26z" fill="#54724f"/><path d="M260 32v104M222 82h78" stroke="#f4f5f6" stroke-width="5"/>' +
    '<rect x="236" y="170" width="52" height="70" fill="#f7e9a8"/><path d="M244 182h36M244 192h36M244 202h24M244 220h30" stroke="#6b5b48" stroke-width="3"/>' +
    '<path d="M240 0c-6 14 10 18 4 30M100 0c8 40-14 60 6 96" fill="none" stroke="#26231f" stroke-width="3"/>' +
    '<rect x="92" y="12" width="52" height="40" fill="#c0392b"/><path d="M100 44l18-24 18 24z" fill="#fff"/>'
  );
}
