import { accessLogEn } from './access-log.en.ts';
import { accessLogNb } from './access-log.nb.ts';
import { accessLogNn } from './access-log.nn.ts';
import { defineMessages } from './define-messages.ts';

export const accessLog = defineMessages(accessLogNb, accessLogNn, accessLogEn);
