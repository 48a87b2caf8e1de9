import type { caseFormsNb } from './case-forms.nb.ts';
import type { SameKeys } from './define-messages.ts';

export const caseFormsEn: SameKeys<typeof caseFormsNb> = {
  hold: {
    title: 'Put %{number} on hold',
    text: 'The clock is stopped meanwhile. The case wakes by itself on the day you choose, or when new post arrives.',
    until: 'On hold until',
    untilHelp: 'Choose a day after today',
  },
  release: { title: 'Release %{number}', text: 'The case goes back to the queue, and anyone can take it.' },
  skip: { title: 'Skip %{number}', text: 'The case goes back to the queue. You do not get it again today.' },
  handOver: {
    title: 'Hand over %{number}',
    text: 'The colleague gets the case at once. Your drafts stay under your name.',
    to: 'To',
  },
  close: {
    title: 'Close %{number}',
    text: 'The case is closed. It can be reopened by someone with the right to.',
    confirm: 'Close the case',
  },
  reopen: {
    title: 'Reopen %{number}',
    text: {
      IMAGE_REVIEW: 'The decision is taken back, and the images go to review again.',
      INQUIRY: 'The case goes back to the queue.',
      TIP_INVALID_CARD: 'The case goes back to the queue.',
      EXCEPTION: 'The decision stands until another is made. The application can be dealt with anew.',
      APPROVAL: 'The decision stands until another is made. The application can be dealt with anew.',
      INVOICE_QUERY: 'The case goes back to the queue.',
    },
    confirm: 'Reopen',
  },
  bar: {
    title: 'Register as barred in %{number}',
    text: 'Whoever is barred loses the case at once and cannot take it.',
    who: 'Who',
    me: '%{name} (you)',
    confirm: 'Register as barred',
  },
  unbar: {
    label: 'Remove the bar on %{name}',
    title: 'Is %{name} not barred?',
    text: 'Then the case can be taken again. The timeline says who removed it and why.',
    why: 'Why',
    confirm: 'Remove the bar',
  },
  linking: {
    title: 'Link %{number} to another case',
    text: 'The link is shown in both cases.',
    number: 'Case number',
    relation: 'Relation',
    confirm: 'Link',
  },
  unlink: {
    label: 'Remove the link to %{number}',
    title: 'Remove the link to %{number}?',
    text: 'It is removed in both cases. The timelines remember it.',
    confirm: 'Remove link',
  },
  sendLink: {
    title: 'Send a new link',
    text: 'A mail with a new link is sent to %{name} (%{address}). The old link stops working.',
    confirm: 'Send the link',
  },
  revoke: {
    title: 'Revoke the link?',
    text: 'Whoever has the link can no longer upload with it. Nobody is told.',
    confirm: 'Revoke',
  },
  pair: {
    title: 'Register images from a letter',
    text: 'Choose the scanned photo and ID as JPEG or PNG, at most %{megabytes} MB.',
    photo: 'Photo',
    id: 'ID',
    choose: 'Choose %{part}',
    none: 'No file chosen',
    missing: 'Choose a file',
    headgear: 'The person has asked for a headgear exemption',
    confirm: 'Register the images',
    lost: 'The upload stopped. Nothing is registered. Try again.',
    nothingSaved: 'No images are registered in the case.',
  },
  priorityText: 'Higher priority comes first when someone takes the next case. The deadline is not changed.',
  promiseText: 'What the customer was promised. The deadline of the case is not changed.',
  promiseHelp: 'Leave the field empty to take the promise back',
};
