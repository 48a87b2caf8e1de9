import { benchEn } from './bench.en.ts';
import { benchNb } from './bench.nb.ts';
import { benchNn } from './bench.nn.ts';
import { defineMessages } from './define-messages.ts';

export const bench = defineMessages(benchNb, benchNn, benchEn);
