import { applicationsEn } from './applications.en.ts';
import { applicationsNb } from './applications.nb.ts';
import { applicationsNn } from './applications.nn.ts';
import { defineMessages } from './define-messages.ts';

export const applications = defineMessages(applicationsNb, applicationsNn, applicationsEn);
