/** Keeps what a register answered, so that a decision can be understood years later; the same answer as before is not kept twice. */
import { createHash } from 'node:crypto';
import type { Tx } from '../../platform/db/db.ts';
import type { Evidence } from './ask-checks.ts';

const keep = (subject: string) => `with last as (
  select id, content_hash from register_answer where ${subject} and register = $2 and organisation_id = $1 order by id desc limit 1
), added as (
  insert into register_answer (organisation_id, register, firm_id, person_id, asked, answered, cause, source, at, duration_ms, content_hash)
  select $1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8, $9, $10, $11 where not exists (select 1 from last where content_hash = $11) returning id
) select id::text from added union all select id::text from last where content_hash = $11 limit 1`;
const OF_PERSON = keep('person_id = $4::bigint and firm_id is not distinct from $3::bigint');
const OF_FIRM = keep('firm_id = $3::bigint and person_id is null and $4::bigint is null');

/** Equal for equal answers, whenever and however slowly they came. */
export const hashOf = ({ snapshot, cause }: Evidence): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([snapshot.answered, cause]))
    .digest();

/** @returns id of the row that holds it */
export async function keepAnswer(tx: Tx, organisationId: number, evidence: Evidence): Promise<string> {
  const { register, firmId, personId, snapshot, cause } = evidence;
  const { asked, answered, source, at, durationMs } = snapshot;
  const said = answered === null ? null : JSON.stringify(answered);
  const subject = [organisationId, register, firmId, personId, JSON.stringify(asked), said, cause];
  const values = [...subject, source, at, durationMs, hashOf(evidence)];
  const row = await tx.one<{ id: string }>(personId ? OF_PERSON : OF_FIRM, values);
  return row?.id ?? '';
}
