/** Opens an invoice or credit note as a file: the page the buyer sees, or the EHF. That it was opened is on record before a byte leaves. */
import type { Access } from '../../platform/access/access.ts';
import { readLogged } from '../../platform/audit/shown.ts';
import type { Db } from '../../platform/db/db.ts';
import type { FileOut } from '../../platform/http/hand-out.ts';
import { READ_INVOICE } from '../invoice/invoice.policy.ts';
import { DOCUMENT } from '../invoice/invoice.sql.ts';
import type { InvoiceDocument } from '../invoice/invoice-document.rules.ts';
import { ehfXml } from './ehf-xml.ts';
import type { InvoicePress } from './invoice-press.ts';

export interface InvoiceFileParts {
  readonly access: Access;
  readonly press: InvoicePress;
}

export const INVOICE_FORMATS = ['pdf', 'xml'] as const;
export type InvoiceFormat = (typeof INVOICE_FORMATS)[number];

interface Row {
  organisationId: number;
  personId: string | null;
  /** Only the 30-day invoice of an organisation has an EHF. */
  hasEhf: boolean;
  /** As it was sent; null when it has not been. */
  sent: string | null;
  document: InvoiceDocument;
}

const FILE = `select i.organisation_id as "organisationId", i.person_id::text as "personId",
  i.payment = 'INVOICE' and i.buyer_org_number is not null as "hasEhf", e.xml as sent, ${DOCUMENT} as document
from invoice i left join ehf_message e on e.invoice_id = i.id where i.id = $1`;

export class InvoiceFileService {
  constructor(private readonly parts: InvoiceFileParts) {}

  /** Null when there is none, or none the actor may see. @throws AppError DAILY_LIMIT; InvoiceNotPrinted */
  async file(db: Db, id: string, format: InvoiceFormat): Promise<FileOut | null> {
    const row = await readLogged<Row>(db, [FILE, [id]], ({ organisationId, personId, hasEhf }) => {
      if (!this.parts.access.may(db.principal, READ_INVOICE, { organisationId })) return null;
      if (format === 'xml' && !hasEhf) return null;
      return { table: 'invoice', rowId: id, fields: [format], personIds: personId ? [personId] : [] };
    });
    if (!row) return null;
    const { document, sent } = row;
    const name = `${document.kind === 'INVOICE' ? 'faktura' : 'kreditnota'}-${document.number}.${format}`;
    if (format === 'xml')
      return {
        name,
        mediaType: 'application/xml; charset=utf-8',
        bytes: Buffer.from(sent ?? ehfXml(document)),
      };
    return { name, mediaType: 'application/pdf', bytes: await this.parts.press.print(document) };
  }
}
