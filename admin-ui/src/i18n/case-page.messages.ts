import { casePageEn } from './case-page.en.ts';
import { casePageNb } from './case-page.nb.ts';
import { casePageNn } from './case-page.nn.ts';
import { defineMessages } from './define-messages.ts';

export const casePage = defineMessages(casePageNb, casePageNn, casePageEn);
