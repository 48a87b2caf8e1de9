import type { CatalogueReason, Finding, ReasonCode } from './image-review.documents.ts';

export type Tab = 'PHOTO' | 'ID' | 'FINAL';
export type Part = 'PHOTO' | 'ID';

export const TABS: readonly Tab[] = ['PHOTO', 'ID', 'FINAL'];

/** The number row by place, so that the twelve keys are the same on every layout; `cap` is what a Norwegian one shows. */
export const REASON_KEYS = [
  ...['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'].map(digit => ({ code: `Digit${digit}`, cap: digit })),
  { code: 'Minus', cap: '+' },
  { code: 'Equal', cap: '\\' },
] as const;

// What is seen first comes first: eyes and light before what only a comparison shows.
const PHOTO_ORDER: readonly ReasonCode[] = [
  'PH_EYES',
  'PH_LIGHT',
  'PH_BACKGROUND',
  'PH_GLASSES',
  'PH_EARS',
  'PH_ANGLE',
  'PH_HEADGEAR',
  'PH_QUALITY',
  'PH_GAZE',
  'PH_EXPRESSION',
  'PH_LIKENESS',
  'PH_REPHOTO',
];

const tabOf = ({ part, final }: CatalogueReason): Tab =>
  final ? 'FINAL' : part === 'PHOTO' ? 'PHOTO' : 'ID';
const rank = (code: ReasonCode) => {
  const place = PHOTO_ORDER.indexOf(code);
  return place < 0 ? PHOTO_ORDER.length : place;
};

/** The reasons of one tab in the order of their keys: portrait, then ID with what concerns both parts, final apart. */
export function reasonsOfTab(catalogue: readonly CatalogueReason[], tab: Tab): CatalogueReason[] {
  return catalogue.filter(reason => tabOf(reason) === tab).sort((a, b) => rank(a.code) - rank(b.code));
}

/** The reason a key of the number row stands for in the shown tab. */
export function reasonOfKey(catalogue: readonly CatalogueReason[], tab: Tab, keyCode: string) {
  const place = REASON_KEYS.findIndex(({ code }) => code === keyCode);
  return place < 0 ? undefined : reasonsOfTab(catalogue, tab)[place];
}

export const nextTab = (tab: Tab): Tab => TABS[(TABS.indexOf(tab) + 1) % TABS.length] ?? 'PHOTO';

/** Why a press on a reason did not pick it; the page explains it. */
export type Objection =
  | { kind: 'CONTRADICTS'; code: ReasonCode }
  | { kind: 'FINAL_WITH_REPAIRABLE'; code: ReasonCode }
  | { kind: 'REPAIRABLE_WITH_FINAL'; code: ReasonCode };

export interface Choice {
  tab: Tab;
  part: Part;
  picked: readonly ReasonCode[];
  comment: string;
  /** Reasons that were picked although their measure is clear; nobody is asked twice. */
  confirmed: readonly ReasonCode[];
  objection: Objection | null;
  /** The decision an explanation was asked for: approving with reasons picked, or rejecting without any. */
  refused: 'APPROVE' | 'REJECT' | null;
}

export const EMPTY_CHOICE: Choice = {
  tab: 'PHOTO',
  part: 'PHOTO',
  picked: [],
  comment: '',
  confirmed: [],
  objection: null,
  refused: null,
};

export interface Rulebook {
  catalogue: readonly CatalogueReason[];
  findings: readonly Finding[];
}

export type ChoiceAction =
  | { type: 'TOGGLE'; code: ReasonCode; book: Rulebook }
  | { type: 'REPLACE'; code: ReasonCode }
  | { type: 'TAB'; tab: Tab }
  | { type: 'PART'; part: Part }
  | { type: 'COMMENT'; comment: string }
  | { type: 'REFUSE'; decision: 'APPROVE' | 'REJECT' }
  | { type: 'DISMISS' };

const finalOf = ({ catalogue }: Rulebook, code: ReasonCode) =>
  catalogue.find(reason => reason.code === code)?.final ?? false;

const isClear = ({ findings }: Rulebook, code: ReasonCode) =>
  findings.some(finding => finding.reason === code && finding.level === 'CLEAR');

/** Final and repairable reasons are never mixed; a reason that contradicts its measure asks once. */
export function objectionTo(choice: Choice, code: ReasonCode, book: Rulebook): Objection | null {
  const final = finalOf(book, code);
  const mixed = choice.picked.some(other => finalOf(book, other) !== final);
  if (mixed) return { kind: final ? 'FINAL_WITH_REPAIRABLE' : 'REPAIRABLE_WITH_FINAL', code };
  const asked = choice.objection?.kind === 'CONTRADICTS' && choice.objection.code === code;
  if (isClear(book, code) && !asked && !choice.confirmed.includes(code)) return { kind: 'CONTRADICTS', code };
  return null;
}

function toggle(choice: Choice, code: ReasonCode, book: Rulebook): Choice {
  const settled = { ...choice, objection: null, refused: null };
  if (choice.picked.includes(code))
    return { ...settled, picked: choice.picked.filter(other => other !== code) };
  const objection = objectionTo(choice, code, book);
  if (objection) return { ...settled, objection };
  const confirmed = isClear(book, code) ? [...choice.confirmed, code] : choice.confirmed;
  return { ...settled, picked: [...choice.picked, code], confirmed };
}

const showTab = (choice: Choice, tab: Tab): Choice => ({
  ...choice,
  tab,
  part: tab === 'FINAL' ? choice.part : tab,
  objection: null,
  refused: null,
});

/** Everything the person has chosen for one pair. */
export function choiceReducer(choice: Choice, action: ChoiceAction): Choice {
  switch (action.type) {
    case 'TOGGLE':
      return toggle(choice, action.code, action.book);
    case 'REPLACE':
      return { ...choice, picked: [action.code], objection: null, refused: null };
    case 'TAB':
      return showTab(choice, action.tab);
    case 'PART':
      return showTab(choice, action.part);
    case 'COMMENT':
      return { ...choice, comment: action.comment };
    case 'REFUSE':
      return { ...choice, refused: action.decision, objection: null };
    case 'DISMISS':
      return { ...choice, objection: null, refused: null };
  }
}

export const isFinalChoice = (choice: Choice, catalogue: readonly CatalogueReason[]) =>
  choice.picked.some(code => finalOf({ catalogue, findings: [] }, code));

/** The reasons as the server takes them: the part is the usual one of the catalogue. */
export function taggedReasons(choice: Choice, catalogue: readonly CatalogueReason[]) {
  return catalogue
    .filter(({ code }) => choice.picked.includes(code))
    .map(({ code, part }) => ({ code, part }));
}

export const pickedInTab = (choice: Choice, catalogue: readonly CatalogueReason[], tab: Tab) =>
  reasonsOfTab(catalogue, tab).filter(({ code }) => choice.picked.includes(code)).length;
