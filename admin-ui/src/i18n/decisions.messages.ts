import { decisionsEn } from './decisions.en.ts';
import { decisionsNb } from './decisions.nb.ts';
import { decisionsNn } from './decisions.nn.ts';
import { defineMessages } from './define-messages.ts';

export const decisions = defineMessages(decisionsNb, decisionsNn, decisionsEn);
