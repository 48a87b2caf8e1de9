/** Measures what can honestly be measured on an image pair, for the reviewer: light, background, sharpness. Never says "approved". */
import type { FindingLevel, ImagePart, ImageReason } from '../image-review/image-review.enums.ts';

/** One byte a pixel, 0 black to 255 white, rows from the top. */
export interface GreyImage {
  width: number;
  height: number;
  data: Uint8Array;
}

/** The GraphQL type `Finding`; `value` is a percentage or, for PH_QUALITY, the spread of the Laplacian, as text. */
export interface Finding {
  reason: ImageReason;
  level: FindingLevel;
  value: string | null;
  box: { part: ImagePart; x: number; y: number; width: number; height: number } | null;
}

type Box = Omit<NonNullable<Finding['box']>, 'part'>;

/** Width in pixels the pictures are measured at; the thresholds hold for this. */
export const MEASURED_WIDTH = 512;

/** Measured on the desk's own drawn portraits, good ones and ones with each fault (findings.rules.test.ts). */
const DARK_BELOW = 70;
const UNEVEN_FROM = 0.28;
const BACKGROUND_LIGHT_FROM = 150;
const BACKGROUND_SPREAD_FROM = 0.15;
const BLURRED_BELOW = 12;

/** What only a person can judge. */
const HUMAN: readonly ImageReason[] = [
  'PH_HEADGEAR',
  'PH_EYES',
  'PH_EARS',
  'PH_GAZE',
  'PH_EXPRESSION',
  'PH_GLASSES',
  'PH_ANGLE',
  'PH_REPHOTO',
  'PH_LIKENESS',
];
const HUMAN_ID: readonly ImageReason[] = [
  'ID_KIND',
  'ID_BANKCARD',
  'ID_EXPIRY_UNCLEAR',
  'ID_EXPIRED',
  'ID_LICENCE_PRE98',
  'ID_EMERGENCY',
  'ID_PERSON_MISMATCH',
  'PH_ID_MISMATCH',
];

const forHumans = (reasons: readonly ImageReason[]): Finding[] =>
  reasons.map(reason => ({ reason, level: 'HUMAN', value: null, box: null }));

const percent = (share: number) => String(Math.round(share * 100));

/** Findings on the photo, in grey at MEASURED_WIDTH. */
export function photoFindings(grey: GreyImage): Finding[] {
  return [light(grey), background(grey), quality(grey), ...forHumans(HUMAN)];
}

/** Findings on the identity document, in grey at MEASURED_WIDTH. A blurred one is remarked on, a sharp one may still be unreadable. */
export function idFindings(grey: GreyImage): Finding[] {
  const value = sharpness(grey, WHOLE);
  const blurred = value < BLURRED_BELOW;
  const unreadable: Finding = {
    reason: 'ID_UNREADABLE',
    level: blurred ? 'REMARK' : 'HUMAN',
    value: blurred ? String(Math.round(value)) : null,
    box: null,
  };
  return [unreadable, ...forHumans(HUMAN_ID)];
}

const WHOLE: Box = { x: 0, y: 0, width: 1, height: 1 };
/** Where the face is in a portrait that follows the rules; halves of it are compared. */
const FACE: Box = { x: 0.3, y: 0.25, width: 0.4, height: 0.4 };
const LEFT_HALF: Box = { ...FACE, width: FACE.width / 2 };
const RIGHT_HALF: Box = { ...LEFT_HALF, x: FACE.x + FACE.width / 2 };

/** Too dark is a remark without a number; otherwise the number is how much darker one half of the face is. */
function light(grey: GreyImage): Finding {
  const halves = [LEFT_HALF, RIGHT_HALF].map(box => ({ box, mean: meanOf(grey, box) }));
  const [dim, bright] = halves.sort((a, b) => a.mean - b.mean);
  if (!dim || !bright) throw new Error('Two halves were compared.');
  if (meanOf(grey, WHOLE) < DARK_BELOW)
    return { reason: 'PH_LIGHT', level: 'REMARK', value: null, box: onPhoto(WHOLE) };
  const uneven = 1 - dim.mean / Math.max(bright.mean, 1);
  const remark = uneven >= UNEVEN_FROM;
  return {
    reason: 'PH_LIGHT',
    level: remark ? 'REMARK' : 'CLEAR',
    value: percent(uneven),
    box: remark ? onPhoto(dim.box) : null,
  };
}

/** Patches along the top and the upper sides, where only the wall should be. */
const BORDER: readonly Box[] = [
  ...[0, 0.2, 0.4, 0.6, 0.8].map(x => ({ x, y: 0, width: 0.2, height: 0.06 })),
  ...[0.06, 0.18, 0.3, 0.42].flatMap(y => [
    { x: 0, y, width: 0.1, height: 0.12 },
    { x: 0.9, y, width: 0.1, height: 0.12 },
  ]),
];

/** Light means light at the darkest patch; even means that no patch falls far behind the lightest. */
function background(grey: GreyImage): Finding {
  const patches = BORDER.map(box => ({ box, mean: meanOf(grey, box) })).sort((a, b) => a.mean - b.mean);
  const [darkest, lightest] = [patches[0], patches.at(-1)];
  if (!darkest || !lightest) throw new Error('The border has patches.');
  const spread = 1 - darkest.mean / Math.max(lightest.mean, 1);
  const remark = darkest.mean < BACKGROUND_LIGHT_FROM || spread >= BACKGROUND_SPREAD_FROM;
  return {
    reason: 'PH_BACKGROUND',
    level: remark ? 'REMARK' : 'CLEAR',
    value: percent(spread),
    box: remark ? onPhoto(darkest.box) : null,
  };
}

function quality(grey: GreyImage): Finding {
  const value = sharpness(grey, FACE);
  const level = value < BLURRED_BELOW ? 'REMARK' : 'CLEAR';
  return {
    reason: 'PH_QUALITY',
    level,
    value: String(Math.round(value)),
    box: level === 'REMARK' ? onPhoto(FACE) : null,
  };
}

const onPhoto = (box: Box): Finding['box'] => ({ part: 'PHOTO', ...box });

/** Mean brightness of a part of the picture, 0–255. */
export function meanOf(grey: GreyImage, box: Box): number {
  const { left, top, right, bottom } = pixelsOf(grey, box);
  let sum = 0;
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) sum += grey.data[y * grey.width + x] ?? 0;
  return sum / Math.max((right - left) * (bottom - top), 1);
}

/** Spread of the Laplacian: how much fine detail there is. Blur leaves little. */
export function sharpness(grey: GreyImage, box: Box): number {
  const { left, top, right, bottom } = pixelsOf(grey, box);
  const { data, width } = grey;
  const at = (i: number) => data[i] ?? 0;
  let [sum, squares, count] = [0, 0, 0];
  for (let y = Math.max(top, 1); y < Math.min(bottom, grey.height - 1); y += 1) {
    for (let x = Math.max(left, 1); x < Math.min(right, width - 1); x += 1) {
      const i = y * width + x;
      const value = at(i - 1) + at(i + 1) + at(i - width) + at(i + width) - 4 * at(i);
      sum += value;
      squares += value * value;
      count += 1;
    }
  }
  return count === 0 ? 0 : squares / count - (sum / count) ** 2;
}

function pixelsOf({ width, height }: GreyImage, box: Box) {
  return {
    left: Math.floor(box.x * width),
    top: Math.floor(box.y * height),
    right: Math.min(Math.ceil((box.x + box.width) * width), width),
    bottom: Math.min(Math.ceil((box.y + box.height) * height), height),
  };
}
