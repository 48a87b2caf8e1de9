/** Who has a role in a firm becomes what Enhetsregisteret says (R18); of those who hold one, the desk knows again whom an order or an application has made known. */
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { FirmRole } from '../../registers/enhetsregisteret/enhetsregisteret.ts';
import { nationalIdIndexes } from '../person/national-id.store.ts';

const KNOWN = `select id::text, encode(national_id_idx, 'hex') as idx from person where national_id_idx = any ($1::bytea[])`;
const NO_ROLES = 'delete from firm_role where firm_id = $1';
const ROLES = `insert into firm_role (firm_id, code, person_id, holder_name, holder_birth_date, refreshed_at)
select $1, r.code, r.person_id, r.name, r.birth, $3 from jsonb_to_recordset($2::jsonb) as r(code text, person_id bigint, name text, birth date)`;

export interface ToldRoles {
  readonly firmId: string;
  readonly roles: readonly FirmRole[];
  readonly at: Date;
}

export async function writeRoles(tx: Tx, keys: Keys, { firmId, roles, at }: ToldRoles): Promise<void> {
  const held = roles.filter(({ person, resigned }) => person !== null && !resigned && !person.deceased);
  const known = await knownPersons(
    tx,
    keys,
    held.flatMap(({ person }) => person?.nationalId ?? []),
  );
  const rows = held.map(({ code, person }) => ({
    ...{ code, name: person?.name, birth: person?.birthDate },
    person_id: known.get(person?.nationalId ?? '') ?? null,
  }));
  await tx.query(NO_ROLES, [firmId]);
  await tx.query(ROLES, [firmId, JSON.stringify(rows), at]);
}

/** National ID number → person.id, of those the desk knows. */
export async function knownPersons(
  tx: Tx,
  keys: Keys,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  const byIndex = new Map<string, string>();
  for (const number of numbers)
    for (const idx of nationalIdIndexes(keys, number)) byIndex.set(idx.toString('hex'), number);
  const wanted = [...byIndex.keys()].map(idx => Buffer.from(idx, 'hex'));
  const rows = await tx.query<{ id: string; idx: string }>(KNOWN, [wanted]);
  return new Map(rows.map(({ id, idx }) => [byIndex.get(idx) ?? '', id]));
}
