/** Mail that came in, of each organisation, that nobody has sorted yet; whoever it says it is from is a canary. */
import { createHash } from 'node:crypto';
import { type Bulk, freshId } from '../support/bulk.ts';
import { hoursAgo } from '../support/days.ts';
import { say, type Zone } from './canaries.ts';
import type { Bag } from './rows.ts';

export const INBOUND_MAIL_TABLES = ['inbound_mail', 'inbound_attachment'] as const;

export interface MailOf {
  readonly organisation: 1 | 2;
  readonly zone: Zone;
  /** Of an application about a person, which no mail may be put on. */
  readonly caseId: unknown;
}

/** @returns what a call about it needs */
export function addInboundMail(bulk: Bulk, { organisation, zone, caseId }: MailOf): Bag {
  const id = freshId();
  const said = say('inboundMail', zone);
  const sha256 = createHash('sha256').update(id).digest();
  bulk.add('inbound_mail', {
    ...{ id, organisation_id: organisation, message_id: `<${id}@firma.example>`, body_sha256: sha256 },
    ...{
      received_at: hoursAgo(3),
      sender: `${said.toLowerCase()}@firma.example`,
      sender_name: said,
      subject: said,
    },
    ...{ language: 'nb', byte_count: 2_000, state: 'TO_SORT', personal: false, version: 1 },
  });
  bulk.add('inbound_attachment', {
    ...{ mail_id: id, organisation_id: organisation, position: 0, name: `${said}.pdf` },
    ...{ media_type: 'application/pdf', byte_count: 1_000, sha256 },
  });
  return { id, caseId, expectedVersion: 1 };
}
