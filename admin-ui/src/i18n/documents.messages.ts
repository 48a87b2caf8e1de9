import { defineMessages } from './define-messages.ts';
import { documentsEn } from './documents.en.ts';
import { documentsNb } from './documents.nb.ts';
import { documentsNn } from './documents.nn.ts';

/** Papers of an application: the list, the viewer, and how one comes in. */
export const documents = defineMessages(documentsNb, documentsNn, documentsEn);
