/** Draws a whole portrait of an invented person, right or with one fault, as SVG of 300 by 400. */
import { drawClothes, drawCollarBack } from './clothing.ts';
import type { Face } from './face.ts';
import type { PortraitFault } from './faults.ts';
import { drawFeatures } from './features.ts';
import {
  canCoverEarsWithHair,
  drawHairBehind,
  drawHairBelowHat,
  drawHairOnHead,
  drawHairOverClothes,
  drawHairOverEars,
} from './hair.ts';
import {
  drawAgeLines,
  drawEars,
  drawJawBeard,
  drawMoustache,
  drawNearEar,
  drawNeck,
  drawShading,
  headOutline,
  headSize,
} from './head.ts';
import { drawBusyRoom, drawEarDefenders, drawGlasses, drawHeadgear, drawWallShadow } from './props.ts';
import { line, path } from './svg.ts';

export type PortraitOptions = { id?: string; wall?: string };

function definitions({ skin }: Face, id: string): string {
  return (
    `<radialGradient id="${id}-f" cx=".42" cy=".36" r=".78"><stop offset="0" stop-color="${skin.light}"/><stop offset=".45" stop-color="${skin.base}"/><stop offset=".75" stop-color="${skin.base}"/><stop offset="1" stop-color="${skin.shade}"/></radialGradient>` +
    `<linearGradient id="${id}-n" x1="0" x2="0" y1="0" y2="1"><stop offset=".2" stop-color="${skin.shade}"/><stop offset=".75" stop-color="${skin.base}"/></linearGradient>` +
    `<linearGradient id="${id}-h" x1="0" x2="1" y1="0" y2="0"><stop offset=".4" stop-color="#0b0d11" stop-opacity="0"/><stop offset=".62" stop-color="#0b0d11" stop-opacity=".72"/><stop offset="1" stop-color="#0b0d11" stop-opacity=".86"/></linearGradient>` +
    `<radialGradient id="${id}-w" cx=".5" cy=".5" r=".5"><stop offset="0" stop-color="#fff" stop-opacity=".85"/><stop offset=".5" stop-color="#fff" stop-opacity=".5"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>` +
    `<radialGradient id="${id}-d" cx=".45" cy=".4" r=".8"><stop offset="0" stop-color="#0b0d11" stop-opacity=".66"/><stop offset="1" stop-color="#0b0d11" stop-opacity=".9"/></radialGradient>` +
    `<linearGradient id="${id}-g" x1="0" x2="1" y1="0" y2="1"><stop offset=".3" stop-color="#fff" stop-opacity="0"/><stop offset=".45" stop-color="#fff" stop-opacity=".75"/><stop offset=".52" stop-color="#fff" stop-opacity=".1"/><stop offset=".62" stop-color="#fff" stop-opacity=".35"/><stop offset=".7" stop-color="#fff" stop-opacity="0"/></linearGradient>` +
    `<clipPath id="${id}-c"><rect width="300" height="400"/></clipPath>`
  );
}

function drawWall(fault: PortraitFault, wall: string): string {
  if (fault === 'busy_background') return drawBusyRoom();
  const plain = `<rect width="300" height="400" fill="${wall}"/>`;
  return fault === 'shadow' ? plain + drawWallShadow() : plain;
}

function coverEars(face: Face): string {
  return canCoverEarsWithHair(face) ? drawHairOverEars(face) : drawEarDefenders(face);
}

function turned(drawing: string): string {
  return `<g transform="translate(167 0) scale(.86 1) translate(-150 0)">${drawing}</g>`;
}

/** What a person wears or lets down over the head, last of all. */
function drawExtras(face: Face, fault: PortraitFault): string {
  if (fault === 'ears_covered') return coverEars(face);
  if (fault === 'headgear') return drawHeadgear(face);
  return fault === 'glasses' ? drawGlasses(face) : '';
}

function drawHead(face: Face, fault: PortraitFault, id: string): string {
  const turn = fault === 'turned' ? 1 : 0;
  const outline = headOutline(headSize(face), turn);
  const jaw = drawJawBeard(face);
  const details = drawMoustache(face) + drawAgeLines(face) + drawFeatures(face, fault);
  const clip = `clip-path="url(#${id}-k)"`;
  return [
    drawEars(face, turn),
    `<clipPath id="${id}-k"><path d="${outline}"/></clipPath>`,
    path(outline, `url(#${id}-f)`),
    `<g ${clip}>${drawShading(face, turn)}</g>`,
    turn ? `<g ${clip}>${jaw}${turned(details)}</g>` : jaw + details,
  ].join('');
}

function drawPerson(face: Face, fault: PortraitFault, id: string): string {
  const head = drawHead(face, fault, id);
  const body = drawCollarBack(face) + drawNeck(face, `${id}-n`) + drawClothes(face);
  const extras = drawExtras(face, fault);
  if (fault === 'headgear' && face.headgear === 'headscarf') return body + head + extras;
  const braids = fault === 'ears_covered' ? '' : drawHairOverClothes(face);
  const ear = fault === 'turned' ? drawNearEar(face) : '';
  const behind = fault === 'headgear' ? drawHairBelowHat(face) : drawHairBehind(face);
  return behind + body + braids + head + drawHairOnHead(face) + ear + extras;
}

/** Light that falls wrong lies over the whole picture. */
function drawLight(fault: PortraitFault, id: string): string {
  const over = (gradient: string): string =>
    `<rect width="300" height="400" fill="url(#${id}-${gradient})"/>`;
  if (fault === 'dark') return over('d');
  if (fault !== 'half_lit') return '';
  return `${over('h')}<ellipse cx="106" cy="150" rx="44" ry="62" fill="url(#${id}-w)"/><ellipse cx="112" cy="222" rx="26" ry="30" fill="url(#${id}-w)"/>`;
}

/** A printed photo lying on a table, photographed with a lamp's reflection and a thumb in the picture. */
function photographedPrint(scene: string, id: string): string {
  const grain = [30, 84, 150, 206, 262, 318, 372]
    .map(y => line(`M0 ${y}c80-14 150 12 300-6`, '#5a3c22', 'stroke-width="2" opacity=".5"'))
    .join('');
  return (
    `<rect width="300" height="400" fill="#8a6340"/>${grain}` +
    path('M30 42l228-16 20 330-226 18z', '#000', 'opacity=".35"') +
    '<g transform="rotate(-4 150 200) translate(30 34) scale(.8 .83)"><rect x="-14" y="-14" width="328" height="428" fill="#fdfdfb"/>' +
    `<g clip-path="url(#${id}-c)">${scene}<rect width="300" height="400" fill="#d8b98a" opacity=".16"/></g><rect x="-14" y="-14" width="328" height="428" fill="url(#${id}-g)"/>` +
    path('M314 414l-46 0c20-4 36-16 46-40z', '#d9d6cf') +
    line('M268 414c20-4 36-16 46-40', '#8f8b83', 'stroke-width="1.500"') +
    '</g>' +
    path('M-6 300c26-14 50-10 62 4 8 10 4 22-10 26-18 4-34 12-52 32z', '#d0a080') +
    path('M34 302c12-4 20 0 22 6 2 8-4 12-12 12-6-4-10-10-10-18z', '#ecd0bd')
  );
}

/** The drawing between the svg tags, so that an identity document can hold it as its own portrait. */
export function portraitScene(face: Face, fault: PortraitFault, options: PortraitOptions = {}): string {
  const id = options.id ?? `p${face.seed}-${fault}`;
  const wall = options.wall ?? '#eceef0';
  const scene = drawWall(fault, wall) + drawPerson(face, fault, id) + drawLight(fault, id);
  const whole = fault === 'rephoto' ? photographedPrint(scene, id) : scene;
  return `<defs>${definitions(face, id)}</defs><g clip-path="url(#${id}-c)">${whole}</g>`;
}

export function drawPortraitSvg(face: Face, fault: PortraitFault): string {
  const scene = portraitScene(face, fault);
  const blur =
    '<filter id="blur" x="0" y="0" width="1" height="1"><feGaussianBlur stdDeviation="4.500"/></filter>';
  const drawing =
    fault === 'blurred'
      ? `${blur}<rect width="300" height="400" fill="#e4e6e8"/><g filter="url(#blur)">${scene}</g>`
      : scene;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 400" width="300" height="400">${drawing}</svg>`;
}
