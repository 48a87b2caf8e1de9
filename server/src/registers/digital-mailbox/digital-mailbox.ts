/** Hands letters to the digital mailboxes of persons and firms, through whatever access point the operator has; for the job that sends letters. */
import type { Answer } from '../answer.ts';

export type MailboxOwner =
  | { readonly kind: 'PERSON'; readonly nationalId: string; readonly personId: string }
  | { readonly kind: 'FIRM'; readonly orgNumber: string };

export interface MailboxLetter {
  /** The same reference is the same letter: handed over twice, it is delivered once. */
  readonly reference: string;
  readonly to: MailboxOwner;
  /** As the list of a mailbox shows it: says nothing of what is in the letter. */
  readonly title: string;
  readonly pdf: Buffer;
}

export type MailboxAnswer = Answer<
  | { readonly kind: 'DELIVERED'; readonly receipt: string }
  /** None, or the owner wants paper. */
  | { readonly kind: 'NO_MAILBOX' }
>;

export interface DigitalMailbox {
  deliver(letter: MailboxLetter): Promise<MailboxAnswer>;
}
