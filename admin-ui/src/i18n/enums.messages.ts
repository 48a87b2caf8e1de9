import { defineMessages } from './define-messages.ts';
import { enumsEn } from './enums.en.ts';
import { enumsNb } from './enums.nb.ts';
import { enumsNn } from './enums.nn.ts';

/** Words for the schema's enums that more than one area shows: `t(`enums.caseStatus.${row.status}`)`. */
export const enums = defineMessages(enumsNb, enumsNn, enumsEn);
