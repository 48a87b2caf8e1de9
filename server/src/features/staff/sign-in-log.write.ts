/** One row for everyone who came in, was turned away or proved again who she is. */
import type { Db, Tx } from '../../platform/db/db.ts';

export interface SignInEntry {
  readonly actorId: string | null;
  /** OK, or the code of the refusal. */
  readonly outcome: string;
  /** Default signIn. */
  readonly operation?: string;
  /** What the administrator needs to let the person in next time: issuer and subject, never a name. */
  readonly values?: Readonly<Record<string, string>>;
}

const LOG = `insert into audit_log (kind, actor_id, request_id, operation, outcome, address, new_values)
values ('SIGN_IN', $1, $2, $3, $4, $5, $6)`;

export async function logSignIn(tx: Tx, { info }: Db, entry: SignInEntry): Promise<void> {
  const { actorId, outcome, operation = 'signIn', values } = entry;
  await tx.query(LOG, [actorId, info.requestId, operation, outcome, info.address, values ?? null]);
}
