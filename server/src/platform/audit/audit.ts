/** Writes who read what, in the same transaction and before the value leaves; changes are logged by the database itself. */
import type { Db, Tx, Values } from '../db/db.ts';

export interface ReadEntry {
  /** Table the value came from. */
  readonly table: string;
  readonly rowId?: string | null;
  readonly caseId?: string | null;
  /** Everyone whose data was shown. */
  readonly personIds?: readonly string[];
  /** What was shown, by column or field name; never the value. */
  readonly fields: readonly string[];
  readonly purpose?: string | null;
  readonly reason?: string | null;
  /** Default: the request's operation. */
  readonly operation?: string;
}

const LOG = `insert into audit_log (kind, actor_id, session_id, request_id, operation, table_name, row_id, case_id, person_ids, fields, purpose, reason, address, outcome)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9::bigint[], $10::text[], $11, $12, $13, $14)`;

/** If the log row cannot be written, the reading fails too. */
export async function logRead(tx: Tx, db: Db, entry: ReadEntry): Promise<void> {
  await tx.query(...readStatement(db, entry));
}

/** The row as a statement, for a page that sends it along with its own (shown.ts). */
export function readStatement(db: Db, entry: ReadEntry): readonly [string, Values] {
  return [LOG, ['READ', ...valuesOf(db, entry), 'OK']];
}

/** Somebody asked for what she may not have; `outcome` is the code of the refusal. In a transaction of its own, when the refused one has ended. */
export async function logRefused(db: Db, entry: ReadEntry, outcome: string): Promise<void> {
  await db.afterwards(async () => {
    await db.transaction(tx => tx.query(LOG, ['REFUSED', ...valuesOf(db, entry), outcome]));
  });
}

function valuesOf({ principal, info }: Db, entry: ReadEntry): unknown[] {
  return [
    principal.actorId,
    principal.sessionId,
    info.requestId,
    entry.operation ?? info.operation,
    entry.table,
    entry.rowId ?? null,
    entry.caseId ?? null,
    entry.personIds ?? null,
    entry.fields,
    entry.purpose ?? null,
    entry.reason ?? null,
    info.address,
  ];
}
