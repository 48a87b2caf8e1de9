import { casesEn } from './cases.en.ts';
import { casesNb } from './cases.nb.ts';
import { casesNn } from './cases.nn.ts';
import { defineMessages } from './define-messages.ts';

export const cases = defineMessages(casesNb, casesNn, casesEn);
