/** Takes one file from outside for whoever adds documents: looks at it, has it scanned, and lays it away sealed, byte for byte as it came. */
import { createHash } from 'node:crypto';
import { AppError } from '../../platform/errors.ts';
import type { VirusScanner } from '../../platform/scan/virus-scanner.ts';
import type { FileSeal, SealedStorage, Variants } from '../../platform/storage/sealed-storage.ts';
import { TooManyWaiting } from '../../platform/workers/killable-workers.ts';
import { readHeader, sniff } from '../upload/image-header.rules.ts';
import type { ImageWorkers } from '../upload/image-workers.ts';
import { refusalOf } from '../upload/upload.rules.ts';
import type { PdfWorkers } from './pdf-workers.ts';

export const MOST_DOCUMENT_BYTES = 20_000_000;

export type DocumentMediaType = 'application/pdf' | 'image/jpeg' | 'image/png';

/** A file that has been looked at and lies sealed; it is nothing until a row says what it is. */
export interface TakenFile {
  readonly seal: FileSeal;
  readonly sha256: Buffer;
  readonly mediaType: DocumentMediaType;
  readonly bytes: number;
  readonly pages: number;
  /** Whether a virus scanner found it clean; false when none is configured. */
  readonly scanned: boolean;
}

export interface DocumentFileParts {
  readonly files: SealedStorage;
  readonly images: ImageWorkers;
  readonly pdfs: PdfWorkers;
  /** Null when none is configured. */
  readonly scanner: VirusScanner | null;
}

interface Looked {
  readonly mediaType: DocumentMediaType;
  readonly pages: number;
  readonly variants: Variants;
}

export class DocumentFiles {
  constructor(private readonly parts: DocumentFileParts) {}

  /** @param bytes null when there were too many. @throws AppError DOCUMENT_…, FILE_INFECTED, SCAN_UNAVAILABLE, SERVER_BUSY */
  async take(bytes: Buffer | null): Promise<TakenFile> {
    if (!bytes || bytes.length > MOST_DOCUMENT_BYTES) throw refusal('DOCUMENT_SIZE');
    if (bytes.length === 0) throw refusal('DOCUMENT_CORRUPT');
    const scanned = await this.#scan(bytes);
    const { mediaType, pages, variants } = await this.#look(bytes);
    const seal = await this.parts.files.put(variants);
    const sha256 = createHash('sha256').update(bytes).digest();
    return { seal, sha256, mediaType, bytes: bytes.length, pages, scanned };
  }

  /** What no row was made for. */
  async drop({ seal }: Pick<TakenFile, 'seal'>): Promise<void> {
    await this.parts.files.delete(seal.storageKey);
  }

  /** Before anything opens it. @throws AppError */
  async #scan(bytes: Buffer): Promise<boolean> {
    const verdict = await this.parts.scanner?.scan(bytes);
    if (verdict === 'INFECTED') throw refusal('FILE_INFECTED');
    if (verdict === 'UNAVAILABLE') throw refusal('SCAN_UNAVAILABLE');
    return verdict === 'CLEAN';
  }

  async #look(bytes: Buffer): Promise<Looked> {
    try {
      return sniff(bytes) ? await this.#picture(bytes) : await this.#pdf(bytes);
    } catch (error) {
      if (error instanceof TooManyWaiting) throw refusal('SERVER_BUSY');
      throw error;
    }
  }

  /** By content; what is neither picture nor PDF is told so by the one who looks for a PDF. */
  async #pdf(bytes: Buffer): Promise<Looked> {
    const look = await this.parts.pdfs.process({ bytes });
    if (!look) throw refusal('DOCUMENT_CORRUPT');
    if (look.refusal) throw refusal(look.refusal);
    return { mediaType: 'application/pdf', pages: look.pages, variants: { original: bytes } };
  }

  /** A paper is kept as it came; what the console shows of it is made anew. */
  async #picture(bytes: Buffer): Promise<Looked> {
    const mediaType = sniff(bytes);
    const header = mediaType && readHeader(bytes, mediaType);
    const facts = { bytes: bytes.length, otherPartBytes: 0, mediaType, header };
    const stopped = refusalOf(facts, { maxBytes: MOST_DOCUMENT_BYTES, limit: 'file', minSide: 1 });
    if (stopped === 'FILE_TOO_MANY_PIXELS') throw refusal('DOCUMENT_TOO_MANY_PIXELS');
    const copy = stopped || !mediaType ? null : await this.parts.images.process(bytes, 'id');
    if (!copy || !mediaType) throw refusal('DOCUMENT_CORRUPT');
    return { mediaType, pages: 1, variants: { original: bytes, display: copy.display } };
  }
}

const refusal = (code: string) => new AppError(code, code === 'DOCUMENT_SIZE' ? LIMIT : {});
const LIMIT = { megabytes: MOST_DOCUMENT_BYTES / 1_000_000 };
