import { defineMessages } from './define-messages.ts';

export const outbox = defineMessages(
  { title: 'Utgående post' },
  { title: 'Utgåande post' },
  { title: 'Outgoing mail' },
);
