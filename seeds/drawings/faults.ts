/** Decides which faults a drawn portrait or identity document can have, their reason codes and where they are seen. */
import type { IdKind } from './documents.ts';

export type PortraitFault =
  | 'none'
  | 'dark'
  | 'half_lit'
  | 'blurred'
  | 'glasses'
  | 'headgear'
  | 'turned'
  | 'busy_background'
  | 'shadow'
  | 'open_mouth'
  | 'eyes_closed'
  | 'ears_covered'
  | 'rephoto';

export type IdFault =
  | 'none'
  | 'bankcard'
  | 'passport_without_expiry'
  | 'expired'
  | 'unreadable'
  | 'cropped'
  | 'person_mismatch'
  | 'licence_pre98'
  | 'emergency_passport';

/** A part of the picture, in fractions of its width and height. */
export type Box = { x: number; y: number; width: number; height: number };

/** Reason codes of domain section 3 that a caseworker should choose for each fault. */
export const PORTRAIT_FAULT_CODES = {
  none: [],
  dark: ['PH_LIGHT'],
  half_lit: ['PH_LIGHT'],
  blurred: ['PH_QUALITY'],
  glasses: ['PH_GLASSES'],
  headgear: ['PH_HEADGEAR'],
  turned: ['PH_ANGLE'],
  busy_background: ['PH_BACKGROUND'],
  shadow: ['PH_BACKGROUND'],
  open_mouth: ['PH_EXPRESSION'],
  eyes_closed: ['PH_EYES'],
  ears_covered: ['PH_EARS'],
  rephoto: ['PH_REPHOTO'],
} as const satisfies Record<PortraitFault, readonly string[]>;

export const ID_FAULT_CODES = {
  none: [],
  bankcard: ['ID_BANKCARD'],
  passport_without_expiry: ['ID_EXPIRY_UNCLEAR'],
  expired: ['ID_EXPIRED'],
  unreadable: ['ID_UNREADABLE'],
  cropped: ['ID_UNREADABLE'],
  person_mismatch: ['ID_PERSON_MISMATCH', 'PH_ID_MISMATCH'],
  licence_pre98: ['ID_LICENCE_PRE98'],
  emergency_passport: ['ID_EMERGENCY'],
} as const satisfies Record<IdFault, readonly string[]>;

export const PORTRAIT_FAULTS = Object.keys(PORTRAIT_FAULT_CODES) as PortraitFault[];
export const ID_FAULTS = Object.keys(ID_FAULT_CODES) as IdFault[];

const box = (x: number, y: number, [width, height]: [number, number]): Box => ({ x, y, width, height });

// A fault that fills the whole picture (dark, blurred, wrong kind of document) has no box.
const PORTRAIT_BOXES: Partial<Record<PortraitFault, Box>> = {
  half_lit: box(0.5, 0.2, [0.24, 0.5]),
  glasses: box(0.29, 0.39, [0.42, 0.12]),
  headgear: box(0.2, 0.1, [0.6, 0.27]),
  turned: box(0.26, 0.17, [0.48, 0.53]),
  busy_background: box(0.02, 0.03, [0.24, 0.55]),
  shadow: box(0.7, 0.26, [0.2, 0.44]),
  open_mouth: box(0.38, 0.56, [0.24, 0.1]),
  eyes_closed: box(0.33, 0.4, [0.34, 0.08]),
  ears_covered: box(0.19, 0.36, [0.15, 0.22]),
  rephoto: box(0.05, 0.04, [0.9, 0.92]),
};

const PASSPORT_BOXES: Partial<Record<IdFault, Box>> = {
  passport_without_expiry: box(0.37, 0.51, [0.27, 0.085]),
  expired: box(0.37, 0.51, [0.27, 0.085]),
  unreadable: box(0.34, 0.16, [0.48, 0.46]),
  cropped: box(0, 0.86, [1, 0.14]),
  person_mismatch: box(0.06, 0.16, [0.29, 0.52]),
  emergency_passport: box(0.06, 0.06, [0.55, 0.07]),
};

const CARD_BOXES: Partial<Record<IdFault, Box>> = {
  expired: box(0.36, 0.54, [0.27, 0.085]),
  unreadable: box(0.34, 0.16, [0.48, 0.46]),
  cropped: box(0, 0.86, [1, 0.14]),
  person_mismatch: box(0.09, 0.235, [0.27, 0.47]),
  licence_pre98: box(0.49, 0.51, [0.3, 0.085]),
};

/** Where in the rendered picture the fault is seen; null when it is nowhere or everywhere. */
export function boxOf(fault: PortraitFault | IdFault, kind: IdKind = 'passport'): Box | null {
  const portrait = PORTRAIT_BOXES[fault as PortraitFault];
  if (portrait) return portrait;
  const onPaper = kind === 'passport' || kind === 'travel_document';
  const boxes = onPaper && fault !== 'licence_pre98' ? PASSPORT_BOXES : CARD_BOXES;
  return boxes[fault as IdFault] ?? null;
}
