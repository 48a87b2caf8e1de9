/** What each outcome of a register check says to people, in three languages: for mails and screens alike. */
import type { Language } from '../../platform/language.ts';
import { checkTextsEn } from './reason-texts.en.ts';
import { checkTextsNb } from './reason-texts.nb.ts';
import { checkTextsNn } from './reason-texts.nn.ts';
import type { CheckWording, CheckWordings } from './reason-wording.ts';
import type { CheckReason } from './register-check.enums.ts';

const WORDINGS: Readonly<Record<Language, CheckWordings>> = {
  nb: checkTextsNb,
  nn: checkTextsNn,
  en: checkTextsEn,
};

/** What is the matter, and what the orderer can do about it. */
export function checkWording(code: CheckReason, language: Language): CheckWording {
  return WORDINGS[language][code];
}
