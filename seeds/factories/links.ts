/** Upload links of the demo; their tokens are made as the server makes them, so that a live one works. */
import { uploadLinkExpiresAt } from '../../server/src/features/image-review/image-review.rules.ts';
import { tokenHash, uploadToken } from '../../server/src/features/upload/upload-link.ts';
import type { Keys } from '../../server/src/platform/crypto/keys.ts';
import type { Random } from '../random.ts';
import type { Rows } from '../rows.ts';
import type { WorkTime } from '../work-time.ts';
import type { CaseBook, OpenedCase } from './case-book.ts';

export interface Link {
  readonly id: number;
  readonly expiresAt: Date;
}

interface LinkParts {
  readonly random: Random;
  readonly time: WorkTime;
  readonly rows: Rows;
  readonly book: CaseBook;
  readonly keys: Keys;
}

export class LinkBook {
  readonly #parts: LinkParts;

  constructor(parts: LinkParts) {
    this.#parts = parts;
  }

  create(opened: OpenedCase, at: Date, by: number | null): Link {
    const { rows, book, random, keys } = this.#parts;
    const salt = random.bytes(32);
    const expiresAt = uploadLinkExpiresAt(at);
    const id = rows.add('upload_link', {
      organisation_id: 1,
      case_id: opened.id,
      token_hash: tokenHash(uploadToken(keys, salt)),
      token_salt: salt,
      channel: 'LINK',
      created_at: at,
      created_by: by,
      expires_at: expiresAt,
    });
    book.event(opened, 'UPLOAD_LINK_CREATED', { at, by, new: 'LINK' });
    return { id, expiresAt };
  }

  use({ id }: Link, at: Date): void {
    const row = this.#parts.rows.of('upload_link')[id - 1];
    if (row) row.used_at = at;
  }

  /** A link nobody used in five days. */
  noteExpiry(opened: OpenedCase, { id, expiresAt }: Link): void {
    const { rows, time, book } = this.#parts;
    const row = rows.of('upload_link')[id - 1];
    if (!row || row.used_at || expiresAt >= time.now) return;
    row.expiry_noted_at = expiresAt;
    book.event(opened, 'UPLOAD_LINK_EXPIRED', { at: expiresAt, old: 'LINK' });
  }
}
