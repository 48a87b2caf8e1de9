/** Decides whether a letter may leave: what each kind must say, in words equal to the record, and nothing that is only ours (forvaltningsloven §§ 23–25 and 27). For the caseworker, who sees the points. */
import { leaksIn } from '../person/log-scan.rules.ts';
import type { LetterKind, LetterPart, LetterPoint } from './letter.enums.ts';
import {
  composeLetter,
  LETTER_LAYOUT,
  type LetterContent,
  type LetterFacts,
  type LetterParagraph,
  letterTexts,
  letterWords,
} from './letter-content.rules.ts';
import type { LetterMarks, LetterWords } from './letter-words.rules.ts';

export interface LetterPointResult {
  readonly code: LetterPoint;
  readonly met: boolean;
}

const ALWAYS = ['CONTACT', 'NAMES_AND_DATES', 'NO_INTERNAL_TEXT'] as const;
const DECISION = [
  ...(['LEGAL_GROUND', 'FACTS', 'OUTCOME', 'APPEAL_RIGHT', 'APPEAL_BODY', 'DEADLINE'] as const),
  ...ALWAYS,
] as const;

export const LETTER_POINTS: Readonly<Record<LetterKind, readonly LetterPoint[]>> = {
  DECISION_GRANT: DECISION,
  DECISION_REFUSE: DECISION,
  DECISION_DISMISS: DECISION,
  DECISION_WITHDRAW: DECISION,
  DEFICIENCY: [
    ...([
      'LEGAL_GROUND',
      'OUTCOME',
      'MISSING_DOCUMENTS',
      'SECURE_CHANNEL',
      'DEADLINE',
      'CONSEQUENCE',
    ] as const),
    ...ALWAYS,
  ],
  WRONG_CHANNEL: ['OUTCOME', 'SECURE_CHANNEL', ...ALWAYS],
  INTERIM_REPLY: ['LEGAL_GROUND', 'OUTCOME', 'DEADLINE', ...ALWAYS],
  ADVANCE_NOTICE: ['LEGAL_GROUND', 'FACTS', 'OUTCOME', 'RIGHT_TO_COMMENT', 'DEADLINE', ...ALWAYS],
  APPEAL_RECEIVED: ['OUTCOME', 'NEXT_STEP', ...ALWAYS],
  APPEAL_UPHELD_FORWARDED: ['LEGAL_GROUND', 'FACTS', 'OUTCOME', 'RIGHT_TO_COMMENT', ...ALWAYS],
  APPEAL_REVERSED: DECISION,
  APPEAL_DISMISSED_LATE: DECISION,
  ENTRY_EXPIRING: ['OUTCOME', 'NEXT_STEP', ...ALWAYS],
  ENTRY_ENDED: ['OUTCOME', 'NEXT_STEP', ...ALWAYS],
  CARD_ORDERING_OPENED: ['OUTCOME', 'NEXT_STEP', ...ALWAYS],
  CONFIRMATION_REMINDER: ['OUTCOME', 'DEADLINE', 'NEXT_STEP', ...ALWAYS],
  CONFIRMATION_RECEIVED: ['OUTCOME', 'NEXT_STEP', ...ALWAYS],
  APPROVAL_EXPIRING: ['OUTCOME', 'NEXT_STEP', ...ALWAYS],
};

/** Paragraphs each point is about. */
const LOCKED_BY: Readonly<Partial<Record<LetterPoint, readonly LetterPart[]>>> = {
  LEGAL_GROUND: ['LEGAL'],
  OUTCOME: ['OUTCOME', 'EFFECT'],
  APPEAL_RIGHT: ['APPEAL_RIGHT', 'ACCESS'],
  APPEAL_BODY: ['APPEAL_BODY'],
  DEADLINE: ['APPEAL_DEADLINE', 'ANSWER_BY'],
  MISSING_DOCUMENTS: ['MISSING'],
  SECURE_CHANNEL: ['HOW_TO_SEND'],
  CONSEQUENCE: ['CONSEQUENCE'],
  RIGHT_TO_COMMENT: ['COMMENT'],
  NEXT_STEP: ['NEXT_STEP'],
  CONTACT: ['CONTACT'],
};

interface Check {
  readonly content: LetterContent;
  readonly record: LetterFacts;
  /** The letter the record would give today, in the same version of the texts. */
  readonly expected: LetterContent;
  readonly words: LetterWords;
  readonly marks: LetterMarks;
}

/** Every point of the letter's contract, in order. A letter with an unmet point never leaves. */
export function checkLetter(content: LetterContent, record: LetterFacts): LetterPointResult[] {
  const texts = letterTexts(content.language, content.textVersion, record);
  const check: Check = {
    content,
    record,
    expected: composeLetter(record, content.language, content.textVersion),
    words: letterWords(record, content.language, texts),
    marks: texts.marks,
  };
  return LETTER_POINTS[record.kind].map(code => ({ code, met: isMet(code, check) }));
}

export function letterMayLeave(points: readonly LetterPointResult[]): boolean {
  return points.length > 0 && points.every(({ met }) => met);
}

function isMet(code: LetterPoint, check: Check): boolean {
  if (code === 'FACTS') return standsAsComposed('FACTS', check) && standsAsComposed('GROUNDS', check);
  if (code === 'NAMES_AND_DATES') return namesAndDatesAgree(check);
  if (code === 'NO_INTERNAL_TEXT') return hasNothingInternal(check);
  const keys = (LOCKED_BY[code] ?? []).filter(key => LETTER_LAYOUT[check.record.kind].includes(key));
  const told = check.content.paragraphs.filter(({ key }) => keys.includes(key)).map(({ text }) => text);
  return (
    keys.every(key => standsAsComposed(key, check)) &&
    (code !== 'OUTCOME' || check.content.heading === check.expected.heading) &&
    phrasesOf(code, check).every(phrase => phrase !== MISSING && told.join('\n').includes(phrase))
  );
}

/** Once, with the title and the words the record gives it, and locked where it must be. */
function standsAsComposed(key: LetterPart, { content, expected }: Check): boolean {
  const [found, ...more] = content.paragraphs.filter(paragraph => paragraph.key === key);
  const wanted = expected.paragraphs.find(paragraph => paragraph.key === key);
  return more.length === 0 && wanted !== undefined && found !== undefined && asText(found) === asText(wanted);
}

const MISSING = '';
const orMissing = (list: readonly string[]) => (list.length === 0 ? [MISSING] : list);

/** Words that must be found whatever the locked texts of the version say: a text that lost them is caught here. */
const PHRASES: Readonly<Partial<Record<LetterPoint, (check: Check) => readonly string[]>>> = {
  LEGAL_GROUND: ({ record: { kind, legalRefs } }) =>
    kind === 'DEFICIENCY' || kind === 'INTERIM_REPLY' ? ['§'] : orMissing(legalRefs),
  OUTCOME: outcomePhrases,
  APPEAL_RIGHT: ({ marks }) => [marks.appeal, marks.documents],
  APPEAL_BODY: ({ record }) => ['Arbeidstilsynet', record.appealBody],
  DEADLINE: ({ record, words, marks }) =>
    LETTER_LAYOUT[record.kind].includes('ANSWER_BY')
      ? [words.deadline ?? MISSING]
      : [marks.threeWeeks, words.deadline ?? marks.threeWeeks],
  MISSING_DOCUMENTS: ({ record }) => orMissing(record.missing),
  SECURE_CHANNEL: ({ record }) => ['eID', record.office.address],
  RIGHT_TO_COMMENT: ({ marks }) => [marks.documents],
  NEXT_STEP: ({ record: { kind, appealBody } }) => [STEP_MARKS[kind] ?? appealBody],
  CONTACT: ({ record }) => [record.office.phone, record.office.address],
};

/** Where the reader goes on: to apply anew, or to have the register put right. */
const STEP_MARKS: Readonly<Partial<Record<LetterKind, string>>> = {
  ENTRY_EXPIRING: 'eID',
  ENTRY_ENDED: 'Enhetsregisteret',
  CARD_ORDERING_OPENED: 'HMS',
  CONFIRMATION_REMINDER: 'eID',
  CONFIRMATION_RECEIVED: 'HMS',
  APPROVAL_EXPIRING: 'eID',
};
const ENTRY_LETTERS: readonly LetterKind[] = ['ENTRY_EXPIRING', 'ENTRY_ENDED', 'APPROVAL_EXPIRING'];

function phrasesOf(code: LetterPoint, check: Check): readonly string[] {
  return PHRASES[code]?.(check) ?? [];
}

function outcomePhrases({ record, words, marks }: Check): readonly string[] {
  if (record.kind === 'WRONG_CHANNEL') return ['14'];
  if (ENTRY_LETTERS.includes(record.kind)) return [words.firm, words.to ?? MISSING];
  if (record.kind !== 'DECISION_GRANT' && record.kind !== 'APPEAL_REVERSED') return [words.firm];
  // Whoever gets it must be told that nobody looked at it, and that somebody will if asked.
  const told = record.automatic ? [marks.automatic] : [];
  return [words.firm, words.from ?? MISSING, words.to ?? words.firm, ...told];
}

const CASE_NUMBER = /\b\d{4}\/\d{4,}\b/g;

function namesAndDatesAgree({ content, record }: Check): boolean {
  const same = headOf(content) === headOf(record);
  const others = allText(content).flatMap(text => text.match(CASE_NUMBER) ?? []);
  return (
    same && isAddressed(record) && isSigned(record) && others.every(number => number === record.caseNumber)
  );
}

/** Compared as text, field by field: the database keeps no order of fields. */
function headOf({ kind, caseNumber, date, recipient, signers }: LetterContent | LetterFacts): string {
  const { name, lines, addressFromRegister } = recipient;
  const under = signers.map(signer => [signer.role, signer.name]);
  return JSON.stringify([kind, caseNumber, date, name, lines, addressFromRegister, under]);
}

function asText({ key, locked, title, text }: LetterParagraph): string {
  return JSON.stringify([key, locked, title, text]);
}

/** A protected address stands in no letter; every other letter has one. */
function isAddressed({ recipient }: LetterFacts): boolean {
  return recipient.name !== '' && recipient.addressFromRegister === (recipient.lines.length === 0);
}

/** Decisions carry the name of the one who decided, unless nobody did; nobody approves their own. */
function isSigned({ kind, signers, automatic = false }: LetterFacts): boolean {
  if (automatic) return signers.length === 0;
  const names = new Set(signers.map(({ name }) => name));
  const decided = signers.some(({ role }) => role === 'DECIDER');
  return names.size === signers.length && (decided || !LETTER_POINTS[kind].includes('APPEAL_RIGHT'));
}

/** Notes between colleagues, and what is left when a text was not filled in. */
const INTERNAL =
  /\bintern(t|e)?\b\s*(notat|merknad|:)|\b(kun|bare|berre) (til )?internt?\b|\binternal (note|use|only)\b|\b(TODO|FIXME|XXX|undefined|null|NaN)\b|[{}[\]<>]|\$\(|%s/i;
/** A shorter note may be found in any letter by chance. */
const NOTE_MIN_LENGTH = 15;

function hasNothingInternal({ content, record }: Check): boolean {
  const texts = allText(content);
  const whole = flat(texts.join(' '));
  const layout = LETTER_LAYOUT[record.kind];
  const places = content.paragraphs.map(({ key }) => layout.indexOf(key));
  return (
    places.every((place, index) => place > (places[index - 1] ?? -1)) &&
    texts.every(text => leaksIn(text).length === 0 && !INTERNAL.test(text)) &&
    record.notes.every(note => note.length < NOTE_MIN_LENGTH || !whole.includes(flat(note)))
  );
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().toLowerCase();
}

function allText({ heading, paragraphs, recipient, signers }: LetterContent): string[] {
  return [
    ...[heading, recipient.name, ...recipient.lines],
    ...paragraphs.flatMap(({ title, text }) => (title ? [title, text] : [text])),
    ...signers.map(({ name }) => name),
  ];
}
