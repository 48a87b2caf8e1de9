/** Giving and taking away the right to upload a pair: a fresh link by mail, or a ticket for staff who hold a letter in hand. */
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Db } from '../../platform/db/db.ts';
import { AppError } from '../../platform/errors.ts';
import type { CaseVersionInput } from '../case/case.input.ts';
import { reservationUntil } from '../case/case.rules.ts';
import { saveCase } from '../case/case.write.ts';
import type { UploadTicketType } from '../upload/upload.type.ts';
import { createUploadLink, revokeUploadLinks } from '../upload/upload-link.ts';
import { type GateParts, openImages } from './image-gate.ts';
import { mailUploadLink } from './upload-link.write.ts';

export interface UploadAccessParts extends GateParts {
  readonly keys: Keys;
  readonly mailDomain: string;
  readonly reservationMinutes: number;
}

export class UploadAccessService {
  constructor(private readonly parts: UploadAccessParts) {}

  /** For a pair that came by post: whoever registers it uploads the scans within the hour. */
  async createUploadTicket(db: Db, { caseId, expectedVersion }: CaseVersionInput): Promise<UploadTicketType> {
    const actor = db.principal;
    return db.transaction(async tx => {
      const ask = { caseId, expectedVersion, action: 'REGISTER_UPLOAD' } as const;
      const { row, now } = await openImages(this.parts, { tx, actor }, ask);
      const link = { case: row, channel: 'LETTER', createdBy: actor.actorId, now } as const;
      const { token, expiresAt } = await createUploadLink(tx, this.parts.keys, link);
      await saveCase(tx, row, this.#kept(now));
      return { url: `/uploads/${token}`, expiresAt };
    });
  }

  /** The old link stops working, a new one goes to the orderer at once. */
  async sendUploadLink(db: Db, { caseId, expectedVersion }: CaseVersionInput): Promise<void> {
    const actor = db.principal;
    await db.transaction(async tx => {
      const ask = { caseId, expectedVersion, action: 'SEND_UPLOAD_LINK' } as const;
      const { row, item, now } = await openImages(this.parts, { tx, actor }, ask);
      const mail = {
        ...{ organisationId: row.organisation_id, caseId: row.id, createdBy: actor.actorId },
        ...{ language: item.orderer_language, at: now },
      };
      await mailUploadLink(tx, mail, this.parts);
      await saveCase(tx, row, this.#kept(now));
    });
  }

  /** @throws AppError ACTION_NOT_AVAILABLE when no link is live */
  async revokeUploadLink(db: Db, { caseId, expectedVersion }: CaseVersionInput): Promise<void> {
    await db.transaction(async tx => {
      const ask = { caseId, expectedVersion, action: 'SEND_UPLOAD_LINK' } as const;
      const { row, now } = await openImages(this.parts, { tx, actor: db.principal }, ask);
      const revoked = await revokeUploadLinks(tx, row, now);
      if (revoked === 0) throw new AppError('ACTION_NOT_AVAILABLE');
      await saveCase(tx, row, this.#kept(now));
    });
  }

  #kept(now: Date) {
    return { reserved_until: reservationUntil(now, this.parts.reservationMinutes) };
  }
}
