import { caseFormsEn } from './case-forms.en.ts';
import { caseFormsNb } from './case-forms.nb.ts';
import { caseFormsNn } from './case-forms.nn.ts';
import { defineMessages } from './define-messages.ts';

/** The windows of the case page. */
export const caseForms = defineMessages(caseFormsNb, caseFormsNn, caseFormsEn);
