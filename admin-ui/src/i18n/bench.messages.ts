import { defineMessages } from './define-messages.ts';

export const bench = defineMessages({ title: 'Bildebenk' }, { title: 'Biletbenk' }, { title: 'Image bench' });
