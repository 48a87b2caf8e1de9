/** Draws shoulders and work clothes below the head, in a picture of 300 by 400. */
import type { Clothing, Face } from './face.ts';
import { bothSides, line, path } from './svg.ts';

const TORSO = 'M18 412c2-62 26-90 70-104l26-10c10 24 62 24 72 0l26 10c44 14 68 42 70 104z';
const SLEEVE_LINES = line('M62 330c-6 22-8 46-7 76', '#000', 'stroke-width="3" opacity=".16"');
const TAPE = '#d9dde0';

const crewNeck = (colour: string): string =>
  line('M113 298c10 25 64 25 74 0', colour, 'stroke-width="9"') +
  line('M109 300c12 30 70 30 82 0', '#000', 'stroke-width="2" opacity=".22"');

const collar = (left: string, right: string): string =>
  path('M92 300l20-18c4 26 18 44 38 58-10 8-16 18-19 30-18-20-32-42-39-70z', left) +
  path('M208 300l-20-18c-4 26-18 44-38 58 10 8 16 18 19 30 18-20 32-42 39-70z', right) +
  line('M112 282c4 26 18 44 38 58c20-14 34-32 38-58', '#000', 'stroke-width="1.800" opacity=".16"');

/** The open throat of a collar shows the skin down to the top button. */
const throat = (skin: string): string => path('M112 284c4 26 18 44 38 58c20-14 34-32 38-58z', skin);

/** Both front panels of a vest, with a shoulder tape and a belt of reflective tape. */
function vest(colour: string, edge: string): string {
  const panel =
    path('M62 320l36-18 48 110H48c-2-34 2-64 14-92z', colour) +
    path('M74 314l15-7 18 105H88z', TAPE) +
    path('M52 372l82 8 6 17-90-6z', TAPE) +
    line('M98 302l48 110', edge, 'stroke-width="4"') +
    line('M62 320c-12 28-16 58-14 92', edge, 'stroke-width="3.500"');
  return bothSides(panel) + line('M150 396v16', '#222', 'stroke-width="2"');
}

function shirtButtons(colour: string): string {
  return (
    line('M150 340v72', '#000', 'stroke-width="1.800" opacity=".25"') +
    [362, 388].map(y => `<circle cx="150" cy="${y}" r="3" fill="${colour}" opacity=".7"/>`).join('')
  );
}

function workJacket(colour: string): string {
  return (
    path(TORSO, colour) +
    path('M110 300c10 26 70 26 80 0l-24 112h-32z', '#20262c') +
    crewNeck('#2b3238') +
    bothSides(path('M90 302l18-18c4 30 22 54 34 72l-10 56h-14c-2-44-12-82-28-110z', colour)) +
    bothSides(path('M90 302l18-18c4 30 22 54 34 72l-24 0c-6-22-16-40-28-54z', '#fff', 'opacity=".08"')) +
    bothSides(line('M108 284c4 30 22 54 34 72l-10 56', '#000', 'stroke-width="2.500" opacity=".35"')) +
    bothSides(path('M24 372l62 6 2 14-66-6z', TAPE)) +
    path('M196 352h34v30h-34z', '#000', 'opacity=".16"') +
    path('M194 350h38v9h-38z', '#000', 'opacity=".22"')
  );
}

function fleece(colour: string): string {
  return (
    path(TORSO, colour) +
    path('M108 292c12 24 72 24 84 0l6 12c-8 26-34 32-48 32s-40-6-48-32z', colour) +
    path('M108 292c12 24 72 24 84 0l6 12c-8 26-34 32-48 32s-40-6-48-32z', '#000', 'opacity=".2"') +
    line('M150 332v80', '#e7e9ea', 'stroke-width="2.500"') +
    path('M147 338h6v14h-6z', '#c9cdd0')
  );
}

function garment(kind: Clothing, colour: string, skin: string): string {
  const plain = path(TORSO, colour);
  const drawings: Record<Clothing, string> = {
    vest_yellow: plain + throat(skin) + collar('#eef0f1', '#dfe3e6') + vest('#e6d32a', '#c8b41a'),
    vest_orange: plain + crewNeck('#2b3238') + vest('#f08223', '#cf6812'),
    work_jacket: workJacket(colour),
    plain_shirt:
      path(TORSO, '#dfe5ea') + throat(skin) + collar('#f6f8f9', '#e9edf0') + shirtButtons('#9aa6b0'),
    t_shirt:
      plain + crewNeck(colour) + line('M113 298c10 25 64 25 74 0', '#000', 'stroke-width="9" opacity=".14"'),
    fleece: fleece(colour),
  };
  return drawings[kind];
}

/** The part of a collar that stands behind the neck. */
export function drawCollarBack({ clothing, clothColour, presentation }: Face): string {
  if (clothing === 't_shirt' || clothing === 'vest_orange' || clothing === 'fleece') return '';
  const colour = clothing === 'work_jacket' ? clothColour : '#d3d9de';
  const width = presentation === 'woman' ? 0.9 : 1;
  const d = 'M108 284c20-10 64-10 84 0l12 30H96z';
  return `<g transform="translate(150 0) scale(${width} 1) translate(-150 0)">${path(d, colour)}${path(d, '#000', 'opacity=".18"')}</g>`;
}

export function drawClothes({ clothing, clothColour, presentation, skin }: Face): string {
  const width = presentation === 'woman' ? 0.9 : 1;
  const drawing =
    garment(clothing, clothColour, skin.base) +
    path('M212 308c44 14 66 42 70 104h-54c2-38-4-74-16-104z', '#000', 'opacity=".1"') +
    bothSides(SLEEVE_LINES);
  return `<g transform="translate(150 0) scale(${width} 1) translate(-150 0)">${drawing}</g>`;
}
