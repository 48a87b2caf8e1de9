import { defineMessages } from './define-messages.ts';

export const casePage = defineMessages({ title: 'Sak' }, { title: 'Sak' }, { title: 'Case' });
