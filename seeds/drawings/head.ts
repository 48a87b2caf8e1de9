/** Draws the head itself: skull, ears, neck, beard and the lines of age, in a picture of 300 by 400. */
import type { Face, HeadShape } from './face.ts';
import { bothSides, line, n, path } from './svg.ts';

export type HeadSize = { half: number; jaw: number; jawY: number; chin: number; chinHalf: number };

const SIZES: Record<HeadShape, HeadSize> = {
  oval: { half: 62, jaw: 43, jawY: 246, chin: 273, chinHalf: 18 },
  round: { half: 66, jaw: 49, jawY: 242, chin: 268, chinHalf: 22 },
  square: { half: 63, jaw: 53, jawY: 246, chin: 272, chinHalf: 30 },
  long: { half: 57, jaw: 38, jawY: 252, chin: 281, chinHalf: 17 },
};

export function headSize(face: Face): HeadSize {
  const size = SIZES[face.shape];
  if (face.presentation === 'man') return size;
  return {
    ...size,
    half: size.half - 2,
    jaw: size.jaw - 5,
    chin: size.chin - 3,
    chinHalf: size.chinHalf - 4,
  };
}

/** The outline of the head; `turn` moves the chin and flattens the far cheek. */
export function headOutline({ half, jaw, jawY, chin, chinHalf }: HeadSize, turn: number): string {
  const left = 150 - half;
  const right = 150 + half;
  const middle = 150 + turn * 15;
  const jawLeft = 150 - jaw + turn * 4;
  const jawRight = 150 + jaw + turn * 4;
  return [
    `M${n(left)} 166C${n(left)} 114 ${n(left + 26)} 86 150 86S${n(right)} 114 ${n(right)} 166`,
    `C${n(right)} ${n(200)} ${n(right - 5)} ${n(jawY - 20)} ${n(jawRight)} ${n(jawY)}`,
    `C${n(jawRight - 11)} ${n(chin - 10)} ${n(middle + chinHalf)} ${chin} ${middle} ${chin}`,
    `C${n(middle - chinHalf)} ${chin} ${n(jawLeft + 11)} ${n(chin - 10)} ${n(jawLeft)} ${n(jawY)}`,
    `C${n(left + 5)} ${n(jawY - 20)} ${n(left)} 200 ${n(left)} 166z`,
  ].join('');
}

function ear({ skin }: Face, x: number): string {
  return (
    path(`M${n(x + 6)} 160c-12-8-20 2-17 18 2 14 6 28 14 29 4 0 5-4 5-8z`, skin.shade) +
    path(`M${n(x + 5)} 166c-9-5-13 1-11 13 1 9 4 19 10 21z`, skin.base) +
    line(`M${n(x - 3)} 172c5 2 6 8 4 13c-2 4 1 6 2 9`, skin.shade, 'stroke-width="2"')
  );
}

export function drawEars(face: Face, turn: number): string {
  const x = 150 - headSize(face).half;
  if (turn === 0) return bothSides(ear(face, x));
  return `<g transform="translate(300 0) scale(-1 1)"><g transform="translate(6 0)">${ear(face, x)}</g></g>`;
}

/** The near ear of a turned head lies on the cheek, so it is drawn after the hair. */
export function drawNearEar(face: Face): string {
  const x = 150 - headSize(face).half;
  return `<g transform="translate(${n(x + 8)} 184) scale(1.3 1.06) translate(${n(-x)} -184)">${ear(face, x)}</g>`;
}

/** The neck widens behind the collar; the clothes are drawn over it. */
export function drawNeck({ skin, presentation }: Face, gradient: string): string {
  const half = presentation === 'woman' ? 27 : 35;
  const left = 150 - half;
  const right = 150 + half;
  const chinShade = `M${left} 250c${n(half * 0.5)} 36 ${n(half * 1.5)} 36 ${half * 2} 0v18c-${n(half * 0.4)} 26-${n(half * 1.6)} 26-${half * 2} 0z`;
  const outline = `M${left} 236h${half * 2}v50c1 12 6 18 14 22v40H${left - 14}v-40c8-4 13-10 14-22z`;
  return (
    path(outline, `url(#${gradient})`) +
    path(chinShade, skin.shade, 'opacity=".5"') +
    line(
      `M${left + 12} 296c4 12 10 20 18 28M${right - 12} 296c-4 12-10 20-18 28`,
      skin.shade,
      'stroke-width="2.400" opacity=".5"',
    )
  );
}

/** Light from the left: a darker far side, a lighter forehead, colour in the cheeks. */
export function drawShading({ skin, freckles }: Face, turn: number): string {
  const spots = [
    [112, 204],
    [120, 210],
    [128, 203],
    [136, 209],
    [165, 208],
    [173, 203],
    [181, 210],
    [188, 204],
    [150, 201],
    [117, 217],
    [184, 217],
  ];
  const dots = spots.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="1.5"/>`).join('');
  return (
    path('M196 96c22 50 18 120-40 184h64V96z', skin.shade, 'opacity=".2"') +
    `<ellipse cx="${142 + turn * 8}" cy="126" rx="34" ry="17" fill="${skin.light}" opacity=".4"/>` +
    bothSides(`<ellipse cx="110" cy="212" rx="15" ry="11" fill="${skin.lip}" opacity=".2"/>`) +
    (freckles ? `<g fill="${skin.lip}" opacity=".55">${dots}</g>` : '')
  );
}

export function drawAgeLines({ age, skin }: Face): string {
  if (age === 0) return '';
  const folds = bothSides(line('M127 214c-8 5-12 12-13 21', skin.shade, 'stroke-width="2.6"'));
  const bags = bothSides(line('M111 192c7 5 18 6 26 1', skin.shade, 'stroke-width="2"'));
  if (age === 1) return `<g opacity=".75">${folds}</g>`;
  const forehead = line('M118 134c20-6 44-6 64 0M122 122c18-5 38-5 56 0', skin.shade, 'stroke-width="2.2"');
  const crow = bothSides(line('M101 176l-9-4M101 180h-9M102 184l-8 4', skin.shade, 'stroke-width="1.8"'));
  return folds + bags + forehead + crow;
}

const MOUSTACHE = 'M150 228c10-6 26-4 36 12-12-2-24-3-36-3s-24 1-36 3c10-16 26-18 36-12z';

/** The part of the face that a beard covers, from ear to ear below the cheekbones, with room for the mouth. */
function beardArea({ half, jaw, jawY, chin, chinHalf }: HeadSize, drop: number): string {
  const side = half - 1;
  return [
    `M${n(150 - side)} 190c3 16 10 32 22 38c8 4 16-6 28-7h${n(2 * (side - 50))}c12 1 20 11 28 7c12-6 19-22 22-38`,
    `C${n(150 + side)} 204 ${n(150 + half - 5)} ${n(jawY - 20)} ${n(150 + jaw)} ${n(jawY + drop / 2)}`,
    `C${n(150 + jaw - 11)} ${n(chin - 10 + drop)} ${n(150 + chinHalf)} ${chin + drop} 150 ${chin + drop}`,
    `C${n(150 - chinHalf)} ${chin + drop} ${n(150 - jaw + 11)} ${n(chin - 10 + drop)} ${n(150 - jaw)} ${n(jawY + drop / 2)}`,
    `C${n(150 - half + 5)} ${n(jawY - 20)} ${n(150 - side)} 204 ${n(150 - side)} 190z`,
  ].join('');
}

/** How thick each beard is on the cheeks and jaw, and how far it hangs below the chin. */
const JAW_BEARDS: Partial<Record<Face['beard'], { opacity: number; drop: number }>> = {
  stubble: { opacity: 0.2, drop: 0 },
  short: { opacity: 0.62, drop: 2 },
  full: { opacity: 0.96, drop: 15 },
};

/** The beard on the jaw follows the outline of the head, also when the head is turned. */
export function drawJawBeard(face: Face): string {
  const beard = JAW_BEARDS[face.beard];
  return beard
    ? path(beardArea(headSize(face), beard.drop), face.hairColour, `opacity="${beard.opacity}"`)
    : '';
}

const MOUSTACHE_OPACITY: Partial<Record<Face['beard'], number>> = {
  short: 0.6,
  full: 1,
  moustache: 1,
  goatee: 0.9,
};

/** Moustache and goatee follow the mouth. */
export function drawMoustache(face: Face): string {
  const opacity = MOUSTACHE_OPACITY[face.beard];
  if (!opacity) return '';
  const moustache = path(MOUSTACHE, face.hairColour, `opacity="${opacity}"`);
  if (face.beard !== 'goatee') return moustache;
  const { chin } = headSize(face);
  const goatee = `M132 250c8 5 28 5 36 0c3 12-2 ${chin - 248}-18 ${chin - 246}s-21-${chin - 258}-18-${chin - 246}z`;
  return moustache + path(goatee, face.hairColour, 'opacity=".9"');
}
