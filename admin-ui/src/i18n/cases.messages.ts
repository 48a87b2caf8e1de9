import { defineMessages } from './define-messages.ts';

export const cases = defineMessages({ title: 'Saker' }, { title: 'Saker' }, { title: 'Cases' });
