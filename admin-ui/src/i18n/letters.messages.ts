import { defineMessages } from './define-messages.ts';
import { lettersEn } from './letters.en.ts';
import { lettersNb } from './letters.nb.ts';
import { lettersNn } from './letters.nn.ts';

/** Brev: letters, and the batches they are printed in. */
export const letters = defineMessages(lettersNb, lettersNn, lettersEn);
