/** The port mail comes in by: a mailbox somebody else keeps, read message by message. */

export interface WaitingMessage {
  readonly bytes: Buffer;
  /** Only the beginning: the message is larger than anyone is let send. */
  readonly cut: boolean;
  /** In the mailbox, not in our hands. */
  readonly byteCount: number;
  readonly arrivedAt: Date;
}

/** TAKEN: it is on record here and leaves the inbox. LATER: it stays where it is. */
export type Taking = 'TAKEN' | 'LATER';

export interface MailboxReading {
  readonly taken: number;
  /** Messages that made the taker throw: they stay, and do not stand in the way of the others. */
  readonly failed: number;
}

export interface Mailbox {
  /** Oldest first, so many at most. What is TAKEN is put away afterwards: after a crash in between, it comes again. */
  read(how: {
    readonly take: (message: WaitingMessage) => Promise<Taking>;
    readonly stopping: () => boolean;
    /** What was put away and came before this day is deleted from the mailbox. */
    readonly forgetBefore: Date;
  }): Promise<MailboxReading>;
}
