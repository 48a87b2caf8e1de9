/** Sentences about a yearly confirmation in letters to firms, in the language of each. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Language } from '../../platform/language.ts';
import { dayInWords } from '../correspondence/letter.rules.ts';

export interface Unanswered {
  readonly year: number;
  readonly dueOn: LocalDate;
}

const NOT_ANSWERED: Readonly<Record<Language, (year: number, due: string) => string>> = {
  nb: (year, due) => `Vi har ikke fått årlig melding for ${year}. Fristen var ${due}.`,
  nn: (year, due) => `Vi har ikkje fått årleg melding for ${year}. Fristen var ${due}.`,
  en: (year, due) =>
    `We have not received the annual confirmation (årlig melding) for ${year}. It was due on ${due}.`,
};

export const notAnswered = ({ year, dueOn }: Unanswered, language: Language): string =>
  NOT_ANSWERED[language](year, dayInWords(dueOn, language));

const MUST_CONFIRM: Readonly<Record<Language, string>> = {
  nb: 'En godkjent virksomhet skal hvert år bekrefte at den fortsatt oppfyller vilkårene. Uten årlig melding vet vi ikke at den gjør det.',
  nn: 'Ei godkjend verksemd skal kvart år stadfeste at ho framleis oppfyller vilkåra. Utan årleg melding veit vi ikkje at ho gjer det.',
  en: 'An approved firm must confirm every year that it still meets the conditions. Without the annual confirmation we do not know that it does.',
};

/** Why the approval may be withdrawn, and what the caseworker adds. */
export const noticeGrounds = (own: string, language: Language): string => `${MUST_CONFIRM[language]}\n${own}`;

const RECEIPT: Readonly<Record<Language, string>> = {
  nb: 'Kvitteringsnummer',
  nn: 'Kvitteringsnummer',
  en: 'Receipt number',
};
export const receiptLine = (receipt: string, language: Language): string =>
  `${RECEIPT[language]}: ${receipt}`;
