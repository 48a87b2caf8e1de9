/** Takes a file from the bank: each file once, its good lines kept as payments and its bad ones told, all in one transaction; the clock then books them. For finance. */
import { createHash } from 'node:crypto';
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, forbidden, invalid } from '../../platform/errors.ts';
import type { PaymentFileContent } from './payment-file.rules.ts';
import type { PaymentFileReader } from './payment-file-reader.ts';

export interface ImportPaymentsParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly reader: PaymentFileReader;
}

export interface FileFromBank {
  readonly name: string;
  /** Null when it is longer than {@link MOST_FILE_BYTES}; read only for those who may import. */
  read(): Promise<Buffer | null>;
}

export interface ImportedFile {
  /** payment_file.id */
  readonly id: string;
  /** It was here before: nothing was done. */
  readonly again: boolean;
}

/** Fifty thousand entries of CAMT.054 are about 35 MB. */
export const MOST_FILE_BYTES = 50_000_000;
const MOST_FAULTS_KEPT = 1_000;

const KNOWN = `select id::text from payment_file where organisation_id = $1 and sha256 = $2`;
const ADD_FILE = `insert into payment_file (organisation_id, name, format, sha256, payments, total_ore, faults, imported_at, imported_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, app_actor()) on conflict (organisation_id, sha256) do nothing returning id::text`;
const ADD_PAYMENTS = `insert into payment (organisation_id, file_id, line, kid, amount_ore, booked_on, payer_account, payer_name, message, archive_reference)
select $1, $2, p."lineNumber", left(p.kid, 140), p."amountOre", p."bookedOn", left(p."payerAccount", 40), p."payerName", p.message,
  left(p."archiveReference", 140)
from jsonb_to_recordset($3) as p ("lineNumber" int, kid text, "amountOre" bigint, "bookedOn" date, "payerAccount" text, "payerName" text, message text,
  "archiveReference" text) on conflict (file_id, line) do nothing`;
const BATCH = 5_000;

export class ImportPaymentsService {
  constructor(private readonly parts: ImportPaymentsParts) {}

  /** @throws AppError FORBIDDEN, VALIDATION_FAILED, PAYMENT_FILE_SIZE, PAYMENT_FILE_UNREADABLE with the line and why */
  async takeIn(db: Db, { name, read }: FileFromBank): Promise<ImportedFile> {
    const { access, reader } = this.parts;
    const organisationId = ownOrganisation(db);
    if (!access.may(db.principal, { resource: 'payment', action: 'import' }, { organisationId }))
      throw forbidden();
    const called = name.trim();
    if (called === '' || called.length > 200) throw invalid({ name: 'INVALID' });
    const bytes = await read();
    if (!bytes) throw new AppError('PAYMENT_FILE_SIZE');
    const sha256 = createHash('sha256').update(bytes).digest();
    const known = await db.read<{ id: string }>(KNOWN, [organisationId, sha256]);
    if (known[0]) return { id: known[0].id, again: true };
    const content = await reader.read(bytes);
    if (!content?.format || content.payments.length === 0) throw unreadable(content);
    return db.transaction(tx => this.#keep(tx, db, { name: called, sha256, content }));
  }

  async #keep(tx: Tx, db: Db, { name, sha256, content }: Read): Promise<ImportedFile> {
    const { format, payments, faults } = content;
    const organisationId = ownOrganisation(db);
    const total = payments.reduce((sum, { amountOre }) => sum + amountOre, 0);
    const kept = JSON.stringify(faults.slice(0, MOST_FAULTS_KEPT));
    const values = [
      organisationId,
      name,
      format,
      sha256,
      payments.length,
      total,
      kept,
      this.parts.clock.now(),
    ];
    const file = await tx.one<{ id: string }>(ADD_FILE, values);
    // Somebody else has brought the same file meanwhile.
    if (!file) {
      const known = await tx.one<{ id: string }>(KNOWN, [organisationId, sha256]);
      return { id: known?.id ?? '', again: true };
    }
    for (let from = 0; from < payments.length; from += BATCH) {
      const rows = JSON.stringify(payments.slice(from, from + BATCH));
      await tx.query(ADD_PAYMENTS, [organisationId, file.id, rows]);
    }
    return { id: file.id, again: false };
  }
}

interface Read {
  readonly name: string;
  readonly sha256: Buffer;
  readonly content: PaymentFileContent;
}

function ownOrganisation({ principal }: Db): number {
  if (principal.kind !== 'staff' || principal.organisationId === null) throw new AppError('UNAUTHENTICATED');
  return principal.organisationId;
}

function unreadable(content: PaymentFileContent | null): AppError {
  const [fault] = content?.faults ?? [];
  return new AppError('PAYMENT_FILE_UNREADABLE', {
    line: fault?.lineNumber ?? 1,
    fault: fault?.code ?? 'FORMAT',
  });
}
