/** Says what stands over the answer to an enquiry about an invoice: a fixed phrase with the case's number, the same in the list and in the letter. */
import type { Language } from '../../platform/language.ts';

const SUBJECTS: Readonly<Record<Language, readonly [string, string]>> = {
  nb: ['Svar om faktura', 'sak'],
  nn: ['Svar om faktura', 'sak'],
  en: ['About your invoice', 'case'],
};

export function invoiceAnswerSubject(language: Language, caseNumber: string): string {
  const [phrase, word] = SUBJECTS[language];
  return `${phrase} – ${word} ${caseNumber}`;
}
