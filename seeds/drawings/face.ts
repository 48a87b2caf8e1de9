/** Decides what an invented person looks like; the same seed always gives the same face. */

export type Skin = { base: string; shade: string; light: string; lip: string; lipLine: string };
export type HeadShape = 'oval' | 'round' | 'square' | 'long';
export type HairStyle =
  | 'short'
  | 'side_part'
  | 'buzz'
  | 'curly'
  | 'receding'
  | 'bald'
  | 'quiff'
  | 'top_knot'
  | 'bun'
  | 'ponytail'
  | 'long_tucked'
  | 'bob_tucked'
  | 'pixie'
  | 'afro'
  | 'braids';
export type Beard = 'none' | 'stubble' | 'short' | 'full' | 'moustache' | 'goatee';
export type Clothing = 'vest_yellow' | 'vest_orange' | 'work_jacket' | 'plain_shirt' | 't_shirt' | 'fleece';
export type Headgear = 'helmet' | 'beanie' | 'cap' | 'headscarf';

export type Face = {
  seed: number;
  presentation: 'woman' | 'man';
  skin: Skin;
  shape: HeadShape;
  hairStyle: HairStyle;
  hairColour: string;
  beard: Beard;
  eyeColour: string;
  eyeSize: number;
  browWeight: number;
  nose: 'narrow' | 'straight' | 'broad';
  lips: 'thin' | 'medium' | 'full';
  /** 0 has no lines, 2 has deep ones and grey hair. */
  age: 0 | 1 | 2;
  freckles: boolean;
  clothing: Clothing;
  clothColour: string;
  /** What the person wears in a picture with the fault `headgear`. */
  headgear: Headgear;
};

/** So many seeds, from 0, give faces that a caseworker can tell apart at a glance. */
export const FACE_COUNT = 48;

const SKINS: readonly Skin[] = [
  { base: '#f0cdb4', shade: '#d7a98b', light: '#f8dfcb', lip: '#c98378', lipLine: '#96584f' },
  { base: '#d9a987', shade: '#c28e6c', light: '#e6bd9e', lip: '#bf8672', lipLine: '#8a5546' },
  { base: '#8d5a3c', shade: '#70442b', light: '#a36d4c', lip: '#8a4c43', lipLine: '#552c26' },
  { base: '#e8bd9a', shade: '#cf9d78', light: '#f3d0b2', lip: '#c67f70', lipLine: '#925548' },
  { base: '#b98258', shade: '#9a6841', light: '#ca976d', lip: '#a5625a', lipLine: '#70403a' },
  { base: '#f4d7c4', shade: '#dfb29c', light: '#fbe7da', lip: '#d08b85', lipLine: '#a06059' },
  { base: '#6b4430', shade: '#523222', light: '#7f553e', lip: '#733f3a', lipLine: '#402320' },
  { base: '#e3b58c', shade: '#c99a6f', light: '#efc9a5', lip: '#bd7a68', lipLine: '#8a5345' },
];
/** The colours that hair of each skin tone has here, in the order of SKINS. */
const HAIR: readonly (readonly string[])[] = [
  ['#c9a15e', '#7a4f2e', '#a4502a'],
  ['#2d221d', '#4a3326', '#6b4529'],
  ['#1b1614', '#241b17', '#2e211b'],
  ['#5b3d28', '#b08a50', '#39291f'],
  ['#1d1715', '#2f231d', '#251c18'],
  ['#d8b876', '#b5602f', '#8d6a42'],
  ['#161211', '#1e1816', '#2a201c'],
  ['#211a18', '#1a1514', '#3a2a21'],
];
const GREY = ['#a9a9a8', '#8b8987', '#c9c8c5'];
const LIGHT_EYES = ['#5b7f9c', '#6f8a63', '#7d8f9b', '#8a6a3f'];
const DARK_EYES = ['#57402e', '#3f2c20', '#6a4a2f'];
const MEN: readonly HairStyle[] = [
  'short',
  'curly',
  'receding',
  'side_part',
  'bald',
  'quiff',
  'buzz',
  'top_knot',
];
const WOMEN: readonly HairStyle[] = [
  'bun',
  'long_tucked',
  'pixie',
  'ponytail',
  'bob_tucked',
  'afro',
  'braids',
];
const BEARDS: readonly Beard[] = [
  'stubble',
  'none',
  'full',
  'none',
  'short',
  'moustache',
  'none',
  'goatee',
  'full',
];
const SHAPES: readonly HeadShape[] = ['oval', 'square', 'round', 'long', 'oval', 'round', 'square'];
const CLOTHING: readonly Clothing[] = [
  'vest_yellow',
  'work_jacket',
  'plain_shirt',
  'vest_orange',
  't_shirt',
  'fleece',
];
const CLOTH_COLOURS = [
  '#3c5368',
  '#5a6b4a',
  '#7a3f3a',
  '#4d4a63',
  '#2f5d62',
  '#6b5b48',
  '#39424e',
  '#86683f',
];
const HEADGEAR: readonly Headgear[] = ['helmet', 'beanie', 'cap'];

/** mulberry32: a small generator that gives the same numbers on every machine. */
export function randomFrom(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[((index % list.length) + list.length) % list.length];
  if (item === undefined) throw new Error('The list has no items');
  return item;
}

const PALE_SKINS = [0, 3, 5];

type Draw = <T>(list: readonly T[]) => T;

/** What differs between the women and the men here; `nth` counts the faces of the same presentation. */
function presentationTraits(
  seed: number,
  draw: Draw,
): Pick<Face, 'presentation' | 'hairStyle' | 'beard' | 'lips'> {
  const round = Math.floor(seed / 5);
  if (seed % 5 === 1 || seed % 5 === 3) {
    const nth = round * 2 + (seed % 5 === 3 ? 1 : 0);
    return {
      presentation: 'woman',
      hairStyle: at(WOMEN, nth),
      beard: 'none',
      lips: draw(['medium', 'full']),
    };
  }
  return {
    presentation: 'man',
    hairStyle: at(MEN, seed + round * 2),
    beard: at(BEARDS, seed * 2 + round),
    lips: draw(['thin', 'medium', 'full']),
  };
}

// The traits one sees first walk through their lists at different speeds, so that neighbours never look alike.
export function faceFromSeed(seed: number): Face {
  const random = randomFrom(seed + 1);
  const draw: Draw = list => at(list, Math.floor(random() * list.length));
  const round = Math.floor(seed / 5);
  const skinIndex = (seed * 3 + 1 + round * 2) % SKINS.length;
  const age = at([0, 1, 0, 2, 1, 0, 1] as const, seed * 2 + round);
  const traits = presentationTraits(seed, draw);
  const brow = traits.presentation === 'woman' ? 0.7 : 1;
  return {
    seed,
    ...traits,
    skin: at(SKINS, skinIndex),
    shape: at(SHAPES, seed + round),
    hairColour: draw(age === 2 ? GREY : at(HAIR, skinIndex)),
    eyeColour: draw(PALE_SKINS.includes(skinIndex) ? LIGHT_EYES : DARK_EYES),
    eyeSize: 0.92 + random() * 0.22,
    browWeight: brow * (0.85 + random() * 0.45),
    nose: draw(['narrow', 'straight', 'broad']),
    age,
    freckles: skinIndex === 5 && random() < 0.8,
    clothing: at(CLOTHING, seed + Math.floor(random() * 3)),
    clothColour: draw(CLOTH_COLOURS),
    headgear: at(HEADGEAR, seed + round),
  };
}
