/** What each exception says to people, in three languages. */
import type { Language } from '../../platform/language.ts';
import { exceptionTextsEn } from './exception-texts.en.ts';
import { exceptionTextsNb } from './exception-texts.nb.ts';
import { exceptionTextsNn } from './exception-texts.nn.ts';
import type { ExceptionWordings } from './exception-wording.ts';

const WORDINGS: Readonly<Record<Language, ExceptionWordings>> = {
  nb: exceptionTextsNb,
  nn: exceptionTextsNn,
  en: exceptionTextsEn,
};

export const exceptionWordings = (language: Language): ExceptionWordings => WORDINGS[language];
