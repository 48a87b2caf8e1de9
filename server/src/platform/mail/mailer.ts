/** The port mail leaves through: one message, and an honest answer about what became of it. */

export interface OutgoingMail {
  /** `<id@domain>`; the same mail has the same one however often it is tried. */
  readonly messageId: string;
  /** Where it comes back to when it cannot be delivered; the sender's address when there is none. */
  readonly returnPath: string | null;
  /** Where an answer goes; the sender's address when there is none. */
  readonly replyTo?: string | null;
  readonly to: string;
  readonly language: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Shown inside the HTML part, at `cid:<cid>`. */
  readonly pictures?: readonly MailPicture[];
}

export interface MailPicture {
  readonly cid: string;
  readonly png: Buffer;
}

export type Delivery =
  /** The relay has taken responsibility for it. */
  | { readonly outcome: 'ACCEPTED' }
  /** The relay said no: for good, or for now. */
  | { readonly outcome: 'REFUSED'; readonly permanent: boolean; readonly code: string }
  /** It was certainly not handed over; trying again cannot send it twice. */
  | { readonly outcome: 'NOT_HANDED_OVER'; readonly code: string }
  /** It was handed over but no answer came: it may have arrived. */
  | { readonly outcome: 'UNKNOWN'; readonly code: string };

export interface Mailer {
  send(mail: OutgoingMail): Promise<Delivery>;
}
