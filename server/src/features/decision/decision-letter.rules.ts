/** The record a decision's letter is composed from and checked against; for the preview, the approver and the letter that leaves. */
import { addDays, type LocalDate } from '../../platform/calendar/calendar.ts';
import type { Language } from '../../platform/language.ts';
import { isApproval } from '../application/application.enums.ts';
import type { LetterFacts, LetterRecipient } from '../letter/letter-content.rules.ts';
import { extraDaysOff } from '../setting/setting.rules.ts';
import type { StatuteRow, TextBlockRow } from '../text-block/text-block.rules.ts';
import { appealDeadline, type DecisionContent, letterKindOf } from './decision.rules.ts';
import type { ChosenTexts, DecisionBasis, RegisterFacts } from './decision-basis.store.ts';

export interface Signed {
  readonly date: LocalDate;
  /** Null: nobody, the registers answered yes. */
  readonly decider: string | null;
  /** Null as long as nobody has, or where one signature is enough. */
  readonly approver: string | null;
}

/** Presumed day of receipt: as late as a letter by post may take, whichever way it goes. */
export const deadlineOf = ({ settings }: Pick<DecisionBasis, 'settings'>, date: LocalDate): LocalDate =>
  appealDeadline(addDays(date, settings.postalDays), {
    days: settings.appealDays,
    extraDaysOff: extraDaysOff(settings),
  });

/** To the person the exception is about, at home; else to the firm. */
export function recipientOf({ firm, person }: RegisterFacts): LetterRecipient {
  const { name, street, postcode, city } = person ?? firm;
  const hidden = person?.restricted ?? false;
  const place = [postcode, city].filter(Boolean).join(' ');
  const lines = hidden ? [] : [street, place].filter((line): line is string => Boolean(line));
  return { name, lines, addressFromRegister: lines.length === 0 };
}

export function decisionLetterFacts(
  basis: DecisionBasis,
  { content, texts }: { readonly content: DecisionContent; readonly texts: ChosenTexts },
  signed: Signed,
): LetterFacts {
  const { application, registers, settings, rule, notes, decidedOn } = basis;
  const { language } = application;
  const words = wordsIn(language);
  const decider = signed.decider === null ? [] : [{ role: 'DECIDER', name: signed.decider } as const];
  const approver = signed.approver === null ? [] : [{ role: 'APPROVER', name: signed.approver } as const];
  return {
    kind: letterKindOf(content),
    caseNumber: application.number,
    date: signed.date,
    recipient: recipientOf(registers),
    personName: registers.person?.name ?? null,
    firmName: registers.firm.name,
    firmNumber: registers.firm.orgNumber,
    register: application.register,
    approval: isApproval(application.code),
    receivedOn: application.received_on,
    validity: validityOf(content),
    legalRefs: texts.statutes.map(words.citation),
    facts: content.facts,
    grounds: texts.grounds.map(words.ground),
    freeText: content.freeText,
    missing: [],
    mailAllowed: rule.channels === 'ALSO_EMAIL',
    deadlineOn: deadlineOf(basis, signed.date),
    decidedOn,
    appealBody: settings.appealsBody,
    office: officeOf(settings),
    automatic: signed.decider === null,
    signers: [...approver, ...decider],
    notes,
  };
}

function validityOf({ outcome, kind, validFrom, validTo }: DecisionContent): LetterFacts['validity'] {
  if (outcome === 'GRANT' && validFrom !== null) return { from: validFrom, to: validTo };
  return kind === 'WITHDRAWAL' && validTo !== null ? { from: validTo, to: validTo } : null;
}

const officeOf = ({ authorityPhone, authorityContact }: DecisionBasis['settings']) => ({
  phone: authorityPhone,
  address: authorityContact,
});

export interface PlainLetter {
  readonly kind: LetterFacts['kind'];
  readonly date: LocalDate;
  /** Null: the clock wrote it, and nobody signs. */
  readonly signer: string | null;
  readonly validity?: LetterFacts['validity'];
  readonly deadlineOn?: LocalDate | null;
  readonly missing?: readonly string[];
  readonly facts?: readonly string[];
  readonly freeText?: string;
  readonly legalRefs?: readonly string[];
  /** When what it answers came in, if that is not the application. */
  readonly receivedOn?: LocalDate;
}

/** The record of a letter that tells no decision. */
export function plainLetterFacts(basis: DecisionBasis, given: PlainLetter): LetterFacts {
  const { application, registers, settings, rule, notes, decidedOn } = basis;
  return {
    kind: given.kind,
    caseNumber: application.number,
    date: given.date,
    recipient: recipientOf(registers),
    personName: registers.person?.name ?? null,
    firmName: registers.firm.name,
    firmNumber: registers.firm.orgNumber,
    register: application.register,
    approval: isApproval(application.code),
    receivedOn: given.receivedOn ?? application.received_on,
    validity: given.validity ?? null,
    legalRefs: given.legalRefs ?? [],
    facts: given.facts ?? [],
    grounds: [],
    freeText: given.freeText ?? '',
    missing: given.missing ?? [],
    mailAllowed: rule.channels === 'ALSO_EMAIL',
    deadlineOn: given.deadlineOn ?? null,
    decidedOn,
    appealBody: settings.appealsBody,
    office: officeOf(settings),
    signers: given.signer === null ? [] : [{ role: 'DECIDER', name: given.signer }],
    notes,
  };
}

export const wordsIn = (language: Language) => ({
  ground: (row: TextBlockRow) => row.text[language],
  citation: (row: StatuteRow) => row.citation[language],
});
