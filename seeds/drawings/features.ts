/** Draws eyes, brows, nose and mouth, as they are or as the fault has them. */
import type { Face } from './face.ts';
import type { PortraitFault } from './faults.ts';
import { bothSides, line, n, path } from './svg.ts';

function eye(face: Face, closed: boolean): string {
  const lash = face.presentation === 'woman' ? 3.2 : 2.3;
  const dark = face.age === 2 ? '#4a443f' : '#231a16';
  if (closed) {
    return (
      path('M105 179c4-12 28-14 36 0-10 8-26 8-36 0z', face.skin.base) +
      line('M107 170c8-6 24-6 32 1', face.skin.shade, 'stroke-width="2"') +
      line('M106 180c8 7 26 7 34 0', dark, `stroke-width="${n(lash + 0.9)}"`) +
      line('M110 184l-3 4M118 187l-1 4M127 187l1 4M135 185l3 4', dark, 'stroke-width="1.6"')
    );
  }
  return (
    path('M106.500 178.500c7-8.500 25-9.500 33 .5-9 7-24 7-33-.5z', '#fbfaf8') +
    `<circle cx="123.500" cy="177.500" r="6.500" fill="${face.eyeColour}"/><circle cx="123.500" cy="177.500" r="3.100" fill="#15100c"/>` +
    '<circle cx="125.700" cy="175.200" r="1.600" fill="#fff"/>' +
    line('M105.500 178.500c7-9.500 27-10.500 35 .5', dark, `stroke-width="${n(lash)}"`) +
    line('M109 182.500c9 5 22 5 29-1', face.skin.shade, 'stroke-width="1.4"') +
    line('M107 169c8-7 24-7 32 0', face.skin.shade, 'stroke-width="1.8" opacity=".8"')
  );
}

function drawEyes(face: Face, { closed, turn }: { closed: boolean; turn: number }): string {
  const size = n(face.eyeSize);
  const one = `<g transform="translate(123.500 178) scale(${size}) translate(-123.500 -178)">${eye(face, closed)}</g>`;
  const far = turn ? '<g transform="translate(176 0) scale(.8 1) translate(-176 0)">' : '<g>';
  return `${one}${far}<g transform="translate(300 0) scale(-1 1)">${one}</g></g>`;
}

function drawBrows({ hairColour: colour, browWeight }: Face): string {
  const thick = n(6 * browWeight);
  return bothSides(
    path(`M104 160c9-8 26-9 37-3l-1 ${thick}c-11-5-25-4-36 ${n(3 + browWeight)}z`, colour) +
      path('M104 160c9-8 26-9 37-3l-1 3c-11-5-25-4-36 2z', '#000', 'opacity=".12"'),
  );
}

const NOSES: Record<Face['nose'], { half: number; tip: number }> = {
  narrow: { half: 11, tip: 213 },
  straight: { half: 14, tip: 215 },
  broad: { half: 18, tip: 214 },
};

function drawNose({ nose, skin }: Face, turn: number): string {
  const { half, tip } = NOSES[nose];
  const left = 150 - half;
  const right = 150 + half;
  if (turn) {
    return (
      path(`M148 176c10 10 ${half + 12} 26 ${half + 14} 36-2 8-14 10-24 8z`, skin.shade, 'opacity=".45"') +
      line(`M152 172c6 14 ${half + 6} 28 ${half + 8} 38c0 7-10 10-18 9`, skin.shade, 'stroke-width="3"') +
      line(`M${left + 4} 214c2 5 7 6 12 5`, skin.shade, 'stroke-width="2.6"')
    );
  }
  return (
    path(`M152 172c4 18 ${half - 3} 28 ${half - 1} 38-3 7-9 9-13 9z`, skin.shade, 'opacity=".35"') +
    `<ellipse cx="147" cy="${tip - 9}" rx="5" ry="7" fill="${skin.light}" opacity=".5"/>` +
    line(
      `M${left} ${tip - 5}c-3 7 3 10 7 8c3 4 ${2 * half - 17} 4 ${2 * half - 14} 0c4 2 10-1 7-8`,
      skin.shade,
      'stroke-width="2.8"',
    ) +
    path(
      `M${left + 5} ${tip + 3}c2-3 6-3 7 0zM${right - 5} ${tip + 3}c-2-3-6-3-7 0z`,
      skin.lipLine,
      'opacity=".7"',
    )
  );
}

const LIP_HEIGHT: Record<Face['lips'], number> = { thin: 4, medium: 6, full: 8.5 };

function drawMouth({ lips, skin, presentation }: Face): string {
  const height = LIP_HEIGHT[lips];
  const half = presentation === 'woman' ? 21 : 24;
  const left = 150 - half;
  const upper = n(height * 0.75);
  return (
    path(
      `M${left} 241c${n(half * 0.4)}-2 ${n(half * 0.7)}-${upper} ${n(half - 2)}-${upper}q2 1.500 4 0c${n(half * 0.3)} 0 ${n(half * 0.6)} ${n(height * 0.55)} ${n(half - 2)} ${upper}z`,
      skin.lip,
    ) +
    path(
      `M${left} 241c${n(half * 0.4)} ${n(height + 3)} ${n(half * 1.6)} ${n(height + 3)} ${half * 2} 0z`,
      skin.lip,
      'opacity=".88"',
    ) +
    line(
      `M${left - 1} 241c${n(half * 0.5)} 1.500 ${n(half * 1.5)} 1.500 ${half * 2 + 2} 0`,
      skin.lipLine,
      'stroke-width="1.9"',
    ) +
    line(`M141 ${n(251 + height * 0.5)}c6 3 12 3 18 0`, skin.shade, 'stroke-width="2" opacity=".7"')
  );
}

/** A broad laugh with teeth: neither neutral nor closed. */
function drawOpenMouth({ skin }: Face): string {
  return (
    path('M119 232c18-5 44-5 62 0-2 20-14 32-31 32s-29-12-31-32z', skin.lip) +
    path('M124 234c16-3 36-3 52 0-3 15-12 24-26 24s-23-9-26-24z', '#4b1a1a') +
    path('M126 234.500c16-3 32-3 48 0l-3 8c-14 2-28 2-42 0z', '#f8f5ef') +
    path('M135 253c6-6 24-6 30 0-4 4-9 5.500-15 5.500s-11-1.500-15-5.500z', '#b5605c') +
    bothSides(line('M112 222c-5 5-6 12-4 18', skin.shade, 'stroke-width="2.6"'))
  );
}

export function drawFeatures(face: Face, fault: PortraitFault): string {
  const turn = fault === 'turned' ? 1 : 0;
  const mouth = fault === 'open_mouth' ? drawOpenMouth(face) : drawMouth(face);
  return (
    drawBrows(face) + drawEyes(face, { closed: fault === 'eyes_closed', turn }) + drawNose(face, turn) + mouth
  );
}
