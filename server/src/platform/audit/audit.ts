/** Writes who read what, in the same transaction and before the value leaves; changes are logged by the database itself. */
import type { Db, Tx } from '../db/db.ts';

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

const READ = `insert into audit_log (kind, actor_id, session_id, request_id, operation, table_name, row_id, case_id, person_ids, fields, purpose, reason, address)
values ('READ', $1, $2, $3, $4, $5, $6, $7, $8::bigint[], $9::text[], $10, $11, $12)`;

/** If the log row cannot be written, the reading fails too. */
export async function logRead(tx: Tx, { principal, info }: Db, entry: ReadEntry): Promise<void> {
  await tx.query(READ, [
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
  ]);
}
