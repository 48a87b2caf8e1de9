/** Takes what is attached to a mail as documents, for whoever files it: each is looked at like any other that comes in, and one that is refused stays in the mail. */
import { AppError } from '../../platform/errors.ts';
import type { DocumentFiles, TakenFile } from '../document/document-file.ts';
import type { ReadAttachment } from './mail-reading.ts';

export interface PreparedAttachment {
  readonly position: number;
  readonly name: string;
  /** Null: refused. */
  readonly file: TakenFile | null;
  /** Code of why. */
  readonly refusal: string | null;
}

/** Says nothing about the file: later it may be taken. */
const PASSING: readonly string[] = ['SCAN_UNAVAILABLE', 'SERVER_BUSY'];

export class MailDocuments {
  constructor(private readonly files: Pick<DocumentFiles, 'take' | 'drop'>) {}

  /** Outside any transaction. @throws AppError SCAN_UNAVAILABLE, SERVER_BUSY: then nothing is left behind */
  async prepare(attachments: readonly ReadAttachment[]): Promise<PreparedAttachment[]> {
    const prepared: PreparedAttachment[] = [];
    for (const [position, attachment] of attachments.entries()) {
      try {
        prepared.push(await this.#one(position, attachment));
      } catch (error) {
        await this.drop(prepared);
        throw error;
      }
    }
    return prepared;
  }

  /** What no row was made for. */
  async drop(prepared: readonly Pick<PreparedAttachment, 'file'>[]): Promise<void> {
    for (const { file } of prepared) if (file) await this.files.drop(file);
  }

  async #one(position: number, { name, bytes }: ReadAttachment): Promise<PreparedAttachment> {
    if (!bytes) return { position, name, file: null, refusal: 'DOCUMENT_FORMAT' };
    try {
      return { position, name, file: await this.files.take(Buffer.from(bytes)), refusal: null };
    } catch (error) {
      if (!(error instanceof AppError) || PASSING.includes(error.code)) throw error;
      return { position, name, file: null, refusal: error.code };
    }
  }
}

export const isPassing = (error: unknown): boolean =>
  error instanceof AppError && PASSING.includes(error.code);
