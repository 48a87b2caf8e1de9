/** Mails the orderer the link for uploading a line's images (R9): with the order, or when staff send it again. The old one stops working. */
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Language } from '../../platform/language.ts';
import { addEvent } from '../case/case.write.ts';
import { queueMail } from '../correspondence/outbox.write.ts';
import { createUploadLink } from '../upload/upload-link.ts';

export interface UploadLinkMail {
  readonly organisationId: number;
  readonly caseId: string;
  /** Of the orderer. */
  readonly language: Language;
  /** Null when it goes with the order. */
  readonly createdBy: string | null;
  readonly at: Date;
}

export async function mailUploadLink(
  tx: Tx,
  { organisationId, caseId, language, createdBy, at }: UploadLinkMail,
  { keys, mailDomain }: { readonly keys: Keys; readonly mailDomain: string },
): Promise<void> {
  const itsCase = { id: caseId, organisation_id: organisationId };
  const { id } = await createUploadLink(tx, keys, {
    ...{ case: itsCase, channel: 'LINK', createdBy, now: at },
  });
  const mail = { template: 'UPLOAD_LINK', dedupe: `upload-link:${id}`, subjectId: id } as const;
  await queueMail(tx, { ...mail, organisationId, caseId, language, sendAfter: at }, mailDomain);
  await addEvent(tx, itsCase, { type: 'MAIL_QUEUED', newValue: mail.template });
}
