/** Whom some of the demo's staff are tied to, so that a newcomer meets a case that is not hers: the last ones in the queue, which nobody is told to look at first. */
import type pg from 'pg';
import { openNationalId } from '../server/src/features/person/national-id.store.ts';
import { sealTieNumber } from '../server/src/features/tie/tie-number.store.ts';
import type { Keys } from '../server/src/platform/crypto/keys.ts';
import { STAFF } from './factories/staff.ts';

/** People with one open application that she did not register, and nothing else at the authority; nobody works on it. */
const APPLICANT = `select p.id::text, p.national_id_enc as enc, p.national_id_key as "keyId", p.national_id_idx as idx
from exception_application a join desk_case c on c.id = a.case_id join person p on p.id = a.person_id
where a.status = 'UNDER_REVIEW' and c.reserved_by is null and c.last_worker_id is null and not p.restricted
  and a.registered_by is distinct from $1
  and not exists (select from exception_application o where o.id <> a.id and p.id in (o.person_id, o.related_person_id))
order by c.due_on desc, a.id desc limit 1`;
/** A firm with one open image case that nobody works on. */
const FIRM = `select m.org_number as "orgNumber" from desk_case c join order_item i on i.id = c.order_item_id join organisation m on m.id = i.main_unit_id
where c.kind = 'IMAGE_REVIEW' and c.status = 'OPEN' and c.organisation_id = 1 and c.reserved_by is null and c.last_worker_id is null
  and (select count(*) from order_item o where o.main_unit_id = m.id) < 6
order by c.due_on desc, c.id desc limit 1`;

const DECLARE = `insert into staff_tie (id, staff_user_id, kind, national_id_enc, national_id_key, national_id_idx, national_id_idx_others, national_id_masked, org_number, declared_at)
overriding system value values ($1, $2, $3, $4, $5, $6, $7::bytea[], $8, $9, $10)`;
const SERIES = `select setval('staff_tie_id_seq', (select max(id) from staff_tie))`;

interface SealedPerson {
  readonly id: string;
  readonly enc: Buffer;
  readonly keyId: string;
  readonly idx: Buffer;
}

export async function seedTies(client: pg.Client, keys: Keys, now: Date): Promise<void> {
  const [applicant] = (await client.query<SealedPerson>(APPLICANT, [STAFF.tuva.id])).rows;
  const [firm] = (await client.query<{ orgNumber: string }>(FIRM)).rows;
  if (!applicant || !firm) throw new Error('The demo has nobody to be tied to');
  const { enc, keyId, idx, others, masked } = sealTieNumber(keys, openNationalId(keys, applicant), '1');
  await client.query(DECLARE, ['1', STAFF.tuva.id, 'FAMILY', enc, keyId, idx, others, masked, null, now]);
  const noPerson = [null, null, null, null, null];
  await client.query(DECLARE, ['2', STAFF.ingrid.id, 'EMPLOYER', ...noPerson, firm.orgNumber, now]);
  await client.query(SERIES);
}
