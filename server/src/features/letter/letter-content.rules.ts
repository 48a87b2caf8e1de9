/** Composes a letter from the record of the case: locked texts that say what the law demands, and the parts the caseworker writes. For those who decide, and for the reader of the letter. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Language } from '../../platform/language.ts';
import type { ApplicationRegister } from '../application/application.enums.ts';
import { dayInWords, oneLine } from '../correspondence/letter.rules.ts';
import { approvalTextsEn } from './approval.texts.en.ts';
import { approvalTextsNb } from './approval.texts.nb.ts';
import { approvalTextsNn } from './approval.texts.nn.ts';
import { LetterKind, LetterPart, type LetterSignerRole } from './letter.enums.ts';
import { letterTextsEn } from './letter.texts.en.ts';
import { letterTextsNb } from './letter.texts.nb.ts';
import { letterTextsNn } from './letter.texts.nn.ts';
import type { FreePart, LetterCatalogue, LetterWords, LockedPart, PartText } from './letter-words.rules.ts';

export interface LetterRecipient {
  readonly name: string;
  /** Empty when the address is protected. */
  readonly lines: readonly string[];
  /** The address of a protected person is in no letter of ours: whoever delivers it asks the population register. */
  readonly addressFromRegister: boolean;
}

export interface LetterSigner {
  readonly role: LetterSignerRole;
  readonly name: string;
}

/** What the record says, read afresh from the database whenever a letter is composed or checked. */
export interface LetterFacts {
  readonly kind: LetterKind;
  readonly caseNumber: string;
  readonly date: LocalDate;
  readonly recipient: LetterRecipient;
  /** Null where the exception is about the firm alone. */
  readonly personName: string | null;
  readonly firmName: string;
  readonly firmNumber: string;
  readonly register: ApplicationRegister;
  /** The approval of a firm, not an exception. */
  readonly approval?: boolean;
  /** When the application, the e-mail or the appeal came in. */
  readonly receivedOn: LocalDate | null;
  /** No end: as long as the role lasts. A withdrawal's end, as that of an entry, is the last day the exception holds. */
  readonly validity: { readonly from: LocalDate; readonly to: LocalDate | null } | null;
  /** Worded in the language of the letter. */
  readonly legalRefs: readonly string[];
  readonly facts: readonly string[];
  /** Text blocks the caseworker chose, already in the language of the letter. */
  readonly grounds: readonly string[];
  readonly freeText: string;
  readonly missing: readonly string[];
  /** Papers about a firm alone may come by ordinary e-mail. */
  readonly mailAllowed: boolean;
  /** Of the appeal, the answer to us, or the answer we promise. */
  readonly deadlineOn: LocalDate | null;
  /** Day of the earlier decision a withdrawal or an appeal is about. */
  readonly decidedOn: LocalDate | null;
  readonly appealBody: string;
  readonly office: { readonly phone: string; readonly address: string };
  /** A decision nobody made: the registers answered yes. */
  readonly automatic?: boolean;
  /** Nobody: the clock wrote it. */
  readonly signers: readonly LetterSigner[];
  /** What colleagues wrote to each other about the case; none of it may stand in a letter. */
  readonly notes: readonly string[];
}

export interface LetterParagraph {
  readonly key: LetterPart;
  readonly locked: boolean;
  readonly title: string | null;
  /** Lines are paragraphs of their own; a line that begins with a dash is an item of a list. */
  readonly text: string;
}

/** The whole letter, as it is read on screen, checked, and put on paper. */
export interface LetterContent {
  readonly kind: LetterKind;
  readonly language: Language;
  readonly textVersion: number;
  readonly recipient: LetterRecipient;
  readonly caseNumber: string;
  readonly date: LocalDate;
  readonly heading: string;
  readonly paragraphs: readonly LetterParagraph[];
  readonly signers: readonly LetterSigner[];
}

/** Letters keep the version they were written with; changed texts get the next number. */
export const LETTER_TEXT_VERSION = 1;
type Texts = Readonly<Record<Language, LetterCatalogue>>;
const VERSIONS: Readonly<Record<number, { readonly exception: Texts; readonly approval: Texts }>> = {
  1: {
    exception: { nb: letterTextsNb, nn: letterTextsNn, en: letterTextsEn },
    approval: { nb: approvalTextsNb, nn: approvalTextsNn, en: approvalTextsEn },
  },
};

const APPEAL = ['APPEAL_RIGHT', 'APPEAL_DEADLINE', 'APPEAL_BODY', 'ACCESS'] as const;
const DECISION = ['OUTCOME', 'EFFECT', 'FACTS', 'GROUNDS', 'LEGAL', ...APPEAL, 'CONTACT'] as const;

/** forvaltningsloven §§ 24–25 and 27 for decisions, § 11 a, § 16 and § 33 for the rest. */
export const LETTER_LAYOUT: Readonly<Record<LetterKind, readonly LetterPart[]>> = {
  DECISION_GRANT: DECISION,
  DECISION_REFUSE: DECISION,
  DECISION_DISMISS: DECISION,
  DECISION_WITHDRAW: DECISION,
  DEFICIENCY: ['OUTCOME', 'MISSING', 'HOW_TO_SEND', 'ANSWER_BY', 'CONSEQUENCE', 'LEGAL', 'CONTACT'],
  WRONG_CHANNEL: ['OUTCOME', 'HOW_TO_SEND', 'CONTACT'],
  INTERIM_REPLY: ['OUTCOME', 'ANSWER_BY', 'LEGAL', 'CONTACT'],
  ADVANCE_NOTICE: ['OUTCOME', 'FACTS', 'GROUNDS', 'LEGAL', 'COMMENT', 'ANSWER_BY', 'CONTACT'],
  APPEAL_RECEIVED: ['OUTCOME', 'NEXT_STEP', 'CONTACT'],
  APPEAL_UPHELD_FORWARDED: ['OUTCOME', 'FACTS', 'GROUNDS', 'LEGAL', 'COMMENT', 'CONTACT'],
  APPEAL_REVERSED: DECISION,
  APPEAL_DISMISSED_LATE: DECISION,
  ENTRY_EXPIRING: ['OUTCOME', 'EFFECT', 'NEXT_STEP', 'CONTACT'],
  ENTRY_ENDED: ['OUTCOME', 'EFFECT', 'NEXT_STEP', 'CONTACT'],
  CARD_ORDERING_OPENED: ['OUTCOME', 'NEXT_STEP', 'CONTACT'],
  CONFIRMATION_REMINDER: ['OUTCOME', 'ANSWER_BY', 'NEXT_STEP', 'CONTACT'],
  CONFIRMATION_RECEIVED: ['OUTCOME', 'FACTS', 'NEXT_STEP', 'CONTACT'],
  APPROVAL_EXPIRING: ['OUTCOME', 'NEXT_STEP', 'CONTACT'],
};

export function composeLetter(
  facts: LetterFacts,
  language: Language,
  textVersion = LETTER_TEXT_VERSION,
): LetterContent {
  const texts = letterTexts(language, textVersion, facts);
  const words = letterWords(facts, language, texts);
  const { kind, recipient, caseNumber, date, signers } = facts;
  return {
    ...{ kind, language, textVersion, recipient, caseNumber, date, signers },
    heading: texts.headings[kind](words),
    paragraphs: LETTER_LAYOUT[kind]
      .map(key =>
        isFree(key) ? freeParagraph(key, facts, texts) : lockedParagraph(key, kind, { texts, words }),
      )
      .filter(({ text }) => text !== ''),
  };
}

/** @throws RangeError for a version that never was */
export function letterTexts(
  language: Language,
  textVersion: number,
  { approval = false }: Pick<LetterFacts, 'approval'> = {},
): LetterCatalogue {
  const texts = VERSIONS[textVersion];
  if (!texts) throw new RangeError(`no texts of letters in version ${textVersion}`);
  return texts[approval ? 'approval' : 'exception'][language];
}

function isFree(key: LetterPart): key is FreePart {
  return key === 'FACTS' || key === 'GROUNDS';
}

function freeParagraph(key: FreePart, facts: LetterFacts, texts: LetterCatalogue): LetterParagraph {
  const lines = key === 'FACTS' ? facts.facts : [...facts.grounds, ...facts.freeText.split(/\r?\n/)];
  const text = lines
    .map(oneLine)
    .filter(line => line !== '')
    .join('\n');
  return { key, locked: false, title: texts.freeTitles[key], text };
}

export function lockedParagraph(
  key: LockedPart,
  kind: LetterKind,
  { texts, words }: { texts: LetterCatalogue; words: LetterWords },
): LetterParagraph {
  const common = key === 'OUTCOME' ? texts.outcomes[kind] : texts.parts[key];
  const written: PartText = (texts.own[kind]?.[key] ?? common)(words);
  return { key, locked: true, ...written };
}

export function letterWords(facts: LetterFacts, language: Language, texts: LetterCatalogue): LetterWords {
  const day = (on: LocalDate | null | undefined) => (on ? dayInWords(on, language) : null);
  const list = new Intl.ListFormat(language === 'en' ? 'en-GB' : `${language}-NO`, { type: 'conjunction' });
  return {
    ...(facts.personName === null ? texts.firm : texts.person),
    firm: `${oneLine(facts.firmName)} (${spacedNumber(facts.firmNumber)})`,
    register: texts.registers[facts.register],
    about: facts.register,
    received: day(facts.receivedOn),
    from: day(facts.validity?.from),
    to: day(facts.validity?.to),
    deadline: day(facts.deadlineOn),
    decided: day(facts.decidedOn),
    caseNumber: facts.caseNumber,
    legalRefs: list.format(facts.legalRefs),
    missing: facts.missing.map(document => `– ${oneLine(document)}`).join('\n'),
    mailAllowed: facts.mailAllowed,
    automatic: facts.automatic ?? false,
    appealBody: facts.appealBody,
    officePhone: facts.office.phone,
    officeAddress: facts.office.address,
  };
}

/** '219 770 561' */
function spacedNumber(number: string): string {
  return number.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3');
}
