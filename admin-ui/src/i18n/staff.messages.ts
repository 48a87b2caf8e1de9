import { defineMessages } from './define-messages.ts';

export const staff = defineMessages({ title: 'Brukere' }, { title: 'Brukarar' }, { title: 'Users' });
