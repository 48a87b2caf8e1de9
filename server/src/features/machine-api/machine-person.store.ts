/** Persons a machine orders cards or applies for: found by the hash of their number, or added; none of them is ever read. */
import type { Config } from '../../config.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Tx } from '../../platform/db/db.ts';
import { invalid } from '../../platform/errors.ts';
import { type NationalIdFacts, type NumberMode, parseNationalId } from '../person/national-id.rules.ts';
import { nationalIdIndexes, sealNationalId } from '../person/national-id.store.ts';

const FIND = 'select hash, person_id::text as "personId" from client_persons($1::bytea[])';
const NEXT = 'select client_next_person()::text as id';
const ADD = 'select client_add_person($1, $2, $3, $4, $5, $6, $7, $8, $9::bytea[], $10)';

/** @returns number → person.id of those the desk knows */
export async function findPersons(
  tx: Tx,
  keys: Keys,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  const hashes = numbers.flatMap(number => nationalIdIndexes(keys, number).map(hash => ({ number, hash })));
  const found = await tx.query<{ hash: Buffer; personId: string }>(FIND, [hashes.map(({ hash }) => hash)]);
  const byHash = new Map(found.map(({ hash, personId }) => [hash.toString('hex'), personId]));
  const known = hashes.flatMap(({ number, hash }) => {
    const id = byHash.get(hash.toString('hex'));
    return id ? [[number, id] as const] : [];
  });
  return new Map(known);
}

export interface NewPerson {
  readonly facts: NationalIdFacts;
  readonly givenName: string;
  readonly familyName: string;
}

/** @returns person.id */
export async function addPerson(
  tx: Tx,
  keys: Keys,
  { facts, givenName, familyName }: NewPerson,
): Promise<string> {
  const id = (await tx.one<{ id: string }>(NEXT))?.id ?? '';
  const { enc, keyId, idx, others, masked } = sealNationalId(keys, facts.number, id);
  const [birthDate, other] = facts.birthDates;
  // A D-number's day may be untrue, and a number may be of either century: Folkeregisteret knows.
  const born = facts.dNumber || other ? null : (birthDate ?? null);
  await tx.query(ADD, [id, givenName, familyName, born, facts.dNumber, enc, keyId, idx, others, masked]);
  return id;
}

export interface PersonParts {
  readonly keys: Keys;
  readonly config: Pick<Config, 'production'>;
}

interface ToldPerson extends Omit<NewPerson, 'facts'> {
  readonly nationalId: string;
}

/** @param field whose fault it is. @returns person.id. @throws AppError VALIDATION_FAILED */
export async function findOrAddPerson(
  tx: Tx,
  { keys, config }: PersonParts,
  { field, told }: { readonly field: string; readonly told: ToldPerson },
): Promise<string> {
  const mode: NumberMode = config.production ? 'production' : 'test';
  const facts = parseNationalId(told.nationalId, mode);
  if (!facts.ok) throw invalid({ [`${field}.nationalId`]: facts.code });
  const known = await findPersons(tx, keys, [facts.number]);
  return known.get(facts.number) ?? addPerson(tx, keys, { ...told, facts });
}
