/** A machine hands in photo and ID for a line, part by part and then both together, by the same way an employee does: through the line's upload link, whose token stays here. */
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import type { Language } from '../../platform/language.ts';
import { Problem } from '../../platform/machine/problem.ts';
import type { SubmissionService } from '../upload/submission.service.ts';
import type { UploadReadModel } from '../upload/upload.readmodel.ts';
import type { UploadService } from '../upload/upload.service.ts';
import type { UploadPart } from '../upload/upload.store.ts';
import { createUploadLink, tokenHash, uploadTokenOf } from '../upload/upload-link.ts';
import type { RefusalCode } from '../upload/upload-texts.ts';

/** What takes images in, whoever sends them. */
export interface ImageIntake {
  readonly uploads: UploadService;
  readonly submissions: SubmissionService;
  readonly pages: UploadReadModel;
  /** What is wrong with a file, and what to do. */
  readonly refusalText: (code: RefusalCode, language: Language) => string;
}

export interface MachineImageParts extends ImageIntake {
  readonly clock: Clock;
  readonly keys: Keys;
  /** The same request behind an upload link. */
  readonly forUpload: (db: Db, hash: Buffer) => Db;
}

/** A line by the numbers of its order. */
export interface LineNumber {
  readonly number: string;
  readonly line: number;
}

interface CaseRow {
  id: string;
  organisation_id: number;
  wanted: boolean;
}

const LINE = 'select id from order_item where order_number = $1 and line = $2';
const CASE = `select c.id, c.organisation_id,
  c.status <> 'CLOSED' and i.status in ('PENDING', 'IMAGE_REJECTED') and i.image_requirement in ('AWAITING_UPLOAD', 'REJECTED') as wanted
from desk_case c join order_item i on i.id = c.order_item_id where i.id = $1 and c.kind = 'IMAGE_REVIEW' for update of c`;
const LIVE = `select token_salt as salt, token_hash as hash from upload_link
where case_id = $1 and channel = 'LINK' and used_at is null and revoked_at is null and expires_at > $2 order by id desc limit 1`;

const STATUS_OF: Readonly<Partial<Record<RefusalCode, number>>> = {
  FILE_FORMAT: 415,
  FILE_SIZE: 413,
  SCAN_UNAVAILABLE: 503,
  SERVER_BUSY: 503,
};

export class MachineImageService {
  constructor(private readonly parts: MachineImageParts) {}

  /** In the place of an earlier one. @throws AppError NOT_FOUND, NO_IMAGES_WANTED, FILE_REFUSED */
  async putPart(
    db: Db,
    about: LineNumber & { part: UploadPart; language: Language },
    read: (mostBytes: number) => Promise<Buffer | null>,
  ) {
    const { uploads, pages, refusalText } = this.parts;
    const { part, language } = about;
    const { token, behind } = await this.#open(db, about);
    const result = await uploads.putPart(behind, { token, part, read });
    if (result.kind === 'DEAD') throw new AppError('NO_IMAGES_WANTED');
    if (result.kind === 'REFUSED') {
      const text = refusalText(result.code, language);
      throw new Problem('FILE_REFUSED', [{ field: part, code: result.code, text }], STATUS_OF[result.code]);
    }
    const stored = await pages.part(behind, token, part);
    const remarks = stored?.remarks.map(({ texts }) => texts[language].label) ?? [];
    return { part, width: stored?.width ?? 0, height: stored?.height ?? 0, remarks };
  }

  /** Both parts, or neither. @throws AppError NOT_FOUND, NO_IMAGES_WANTED, PART_MISSING */
  async submit(db: Db, about: LineNumber, headgearExemption: boolean): Promise<{ state: 'RECEIVED' }> {
    const { token, behind } = await this.#open(db, about);
    const result = await this.parts.submissions.submitImages(behind, { token, headgearExemption });
    if (result.kind === 'DEAD') throw new AppError('NO_IMAGES_WANTED');
    if (result.kind === 'PART_MISSING') throw new AppError('PART_MISSING');
    return { state: 'RECEIVED' };
  }

  /** The link the employee may have too, or a new one. */
  async #open(db: Db, { number, line }: LineNumber): Promise<{ token: string; behind: Db }> {
    const token = await db.transaction(async tx => {
      const item = await tx.one<{ id: string }>(LINE, [number, line]);
      if (!item) throw notFound();
      const row = await tx.one<CaseRow & Record<string, unknown>>(CASE, [item.id]);
      if (!row?.wanted) throw new AppError('NO_IMAGES_WANTED');
      return this.#token(tx, row);
    });
    return { token, behind: this.parts.forUpload(db, tokenHash(token)) };
  }

  async #token(tx: Tx, row: CaseRow): Promise<string> {
    const { keys, clock } = this.parts;
    const now = clock.now();
    const live = await tx.one<{ salt: Buffer; hash: Buffer }>(LIVE, [row.id, now]);
    if (live) return uploadTokenOf(keys, live);
    const made = await createUploadLink(tx, keys, { case: row, channel: 'LINK', createdBy: null, now });
    return made.token;
  }
}
