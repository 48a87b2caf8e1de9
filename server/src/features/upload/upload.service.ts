/** Takes the two images of a pair one by one and keeps them apart until both are sent in, for the employee or a member of staff with a letter. */
import { createHash } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import type { Log } from '../../platform/log.ts';
import type { VirusScanner } from '../../platform/scan/virus-scanner.ts';
import type { SealedStorage } from '../../platform/storage/sealed-storage.ts';
import { TooManyWaiting } from '../../platform/workers/killable-workers.ts';
import { addEvent } from '../case/case.write.ts';
import { readHeader, sniff } from './image-header.rules.ts';
import type { ProcessedImage } from './image-processing.ts';
import type { ImageWorkers } from './image-workers.ts';
import { bytesLeft, type DeadLinkState, REFUSALS_ALLOWED, refusalOf } from './upload.rules.ts';
import {
  findLink,
  insertFile,
  type LinkRow,
  liveLink,
  lockLink,
  otherPart,
  stagePart,
  type UploadPart,
} from './upload.store.ts';
import type { RefusalCode, UploadNumbers } from './upload-texts.ts';

export interface UploadParts {
  readonly clock: Clock;
  readonly numbers: UploadNumbers;
  readonly files: SealedStorage;
  readonly workers: ImageWorkers;
  readonly log: Log;
  /** Null when none is configured. */
  readonly scanner: VirusScanner | null;
}

export interface PutPartInput {
  readonly token: string;
  readonly part: UploadPart;
  /** Reads at most so many bytes. @returns null when there were more */
  readonly read: (mostBytes: number) => Promise<Buffer | null>;
}

export type PutPartResult =
  | { readonly kind: 'STORED' }
  | { readonly kind: 'REFUSED'; readonly code: RefusalCode }
  | { readonly kind: 'DEAD'; readonly state: DeadLinkState };

/** What is our own fault is not held against the sender. */
const OURS: ReadonlySet<RefusalCode> = new Set(['SERVER_BUSY', 'SCAN_UNAVAILABLE']);

const refused = (code: RefusalCode): PutPartResult => ({ kind: 'REFUSED', code });

export class UploadService {
  constructor(private readonly parts: UploadParts) {}

  /** Stores the part whole, in the place of an earlier one, or leaves everything as it was. */
  async putPart(db: Db, input: PutPartInput): Promise<PutPartResult> {
    const { link, dead } = liveLink(await findLink(db, input.token), this.parts.clock.now());
    if (dead) return { kind: 'DEAD', state: dead };
    const result = await this.#take(db, link, input);
    if (result.kind === 'REFUSED') await this.#noteRefusal(db, link, result.code);
    return result;
  }

  /** Takes the part away again. @returns why the link is dead, or null */
  async deletePart(
    db: Db,
    { token, part }: { token: string; part: UploadPart },
  ): Promise<DeadLinkState | null> {
    let orphan: string | null = null;
    const state = await db.transaction(async tx => {
      const { link, dead } = liveLink(await lockLink(tx, token), this.parts.clock.now());
      if (dead) return dead;
      orphan = await stagePart(tx, link, { part, fileId: null, findings: [] });
      return null;
    });
    if (orphan) await this.parts.files.delete(orphan);
    return state;
  }

  async #take(db: Db, link: LinkRow, input: PutPartInput): Promise<PutPartResult> {
    const { numbers, workers } = this.parts;
    const otherPartBytes = bytesOf(link, otherPart(input.part));
    const bytes = await input.read(bytesLeft(otherPartBytes, numbers));
    if (!bytes) return refused('FILE_SIZE');
    const mediaType = sniff(bytes);
    const header = mediaType && readHeader(bytes, mediaType);
    const refusal = refusalOf({ bytes: bytes.length, otherPartBytes, mediaType, header }, numbers);
    if (refusal) return refused(refusal);
    const stopped = await this.#scan(bytes);
    if (stopped) return refused(stopped);
    try {
      const image = await workers.process(bytes, input.part);
      return image ? await this.#store(db, input, { image, bytes }) : refused('FILE_CORRUPT');
    } catch (error) {
      if (error instanceof TooManyWaiting) return refused('SERVER_BUSY');
      throw error;
    }
  }

  /** The file as it was sent, before anything decodes it. Without a verdict it goes no further. */
  async #scan(bytes: Buffer): Promise<RefusalCode | null> {
    const verdict = await this.parts.scanner?.scan(bytes);
    if (verdict === 'INFECTED') return 'FILE_INFECTED';
    return verdict === 'UNAVAILABLE' ? 'SCAN_UNAVAILABLE' : null;
  }

  /** Bytes first, row after: a row never points to nothing, and bytes without a row have lost their key. */
  async #store(
    db: Db,
    input: PutPartInput,
    { image, bytes }: { image: ProcessedImage; bytes: Buffer },
  ): Promise<PutPartResult> {
    const { files, clock, numbers } = this.parts;
    const seal = await files.put(image);
    let orphan: string | null = seal.storageKey;
    try {
      return await db.transaction<PutPartResult>(async tx => {
        const { link, dead } = liveLink(await lockLink(tx, input.token), clock.now());
        if (dead) return { kind: 'DEAD', state: dead };
        const left = bytesLeft(bytesOf(link, otherPart(input.part)), numbers);
        if (bytes.length > left) return refused('FILE_SIZE');
        const fileId = await insertFile(tx, {
          seal,
          width: image.width,
          height: image.height,
          bytes: bytes.length,
          scanned: this.parts.scanner !== null,
          originalSha256: createHash('sha256').update(bytes).digest(),
          organisationId: link.organisation_id,
          caseId: link.case_id,
        });
        const replaced = await stagePart(tx, link, { part: input.part, fileId, findings: image.findings });
        orphan = replaced;
        return { kind: 'STORED' };
      });
    } catch (error) {
      orphan = seal.storageKey;
      throw error;
    } finally {
      if (orphan) await files.delete(orphan);
    }
  }

  async #noteRefusal(db: Db, link: LinkRow, code: RefusalCode): Promise<void> {
    this.parts.log.warn('upload refused', { requestId: db.info.requestId, id: link.id, code });
    if (!OURS.has(code)) await this.#countRefusal(db, link);
  }

  /** Someone who sends file after file that is refused is not looking for the right picture. */
  async #countRefusal(db: Db, link: LinkRow): Promise<void> {
    const count =
      'update upload_link set refusals = refusals + 1 where id = $1 and revoked_at is null returning refusals';
    await db.transaction(async tx => {
      const row = await tx.one<{ refusals: number }>(count, [link.id]);
      if (!row || row.refusals < REFUSALS_ALLOWED) return;
      const revoke = 'update upload_link set revoked_at = $2 where id = $1';
      await tx.query(revoke, [link.id, this.parts.clock.now()]);
      const about = { id: link.case_id, organisation_id: link.organisation_id };
      await addEvent(tx, about, { type: 'UPLOAD_LINK_REVOKED', oldValue: link.channel });
    });
  }
}

const bytesOf = (link: LinkRow, part: UploadPart): number =>
  (part === 'photo' ? link.photo_bytes : link.id_bytes) ?? 0;
