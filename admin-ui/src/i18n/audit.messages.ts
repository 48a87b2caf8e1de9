import { defineMessages } from './define-messages.ts';

export const audit = defineMessages(
  { title: 'Revisjonslogg' },
  { title: 'Revisjonslogg' },
  { title: 'Audit log' },
);
