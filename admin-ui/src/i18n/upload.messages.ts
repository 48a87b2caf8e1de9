import { defineMessages } from './define-messages.ts';

export const upload = defineMessages(
  { title: 'Last opp bilder' },
  { title: 'Last opp bilete' },
  { title: 'Upload images' },
);
