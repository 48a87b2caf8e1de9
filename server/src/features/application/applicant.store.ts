/** Who an application is about: found by the hash of the number on the paper, or added. */
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Tx } from '../../platform/db/db.ts';
import { invalid } from '../../platform/errors.ts';
import { type NumberMode, parseNationalId } from '../person/national-id.rules.ts';
import { nationalIdIndexes, sealNationalId } from '../person/national-id.store.ts';
import type { ApplicantInput } from './application.input.ts';

const FIND = 'select applicant_by_number($1::bytea[])::text as id';
const NEXT = 'select next_applicant()::text as id';
const ADD = 'select add_applicant($1, $2, $3, $4, $5, $6, $7, $8, $9::bytea[], $10)';

export interface ApplicantParts {
  readonly keys: Keys;
  readonly numberMode: NumberMode;
}

/** @param field whose fault it is. @returns person.id. @throws AppError VALIDATION_FAILED */
export async function findOrAddApplicant(
  tx: Tx,
  { keys, numberMode }: ApplicantParts,
  { field, told }: { readonly field: string; readonly told: ApplicantInput },
): Promise<string> {
  const facts = parseNationalId(told.nationalId, numberMode);
  if (!facts.ok) throw invalid({ [`${field}.nationalId`]: facts.code });
  const given = told.givenName.trim();
  const family = told.familyName.trim();
  if (given === '' || family === '')
    throw invalid({ [`${field}.${given === '' ? 'givenName' : 'familyName'}`]: 'REQUIRED' });
  const hashes = nationalIdIndexes(keys, facts.number);
  const known = await tx.one<{ id: string | null }>(FIND, [hashes]);
  if (known?.id) return known.id;
  const id = (await tx.one<{ id: string }>(NEXT))?.id ?? '';
  const { enc, keyId, idx, others, masked } = sealNationalId(keys, facts.number, id);
  const [birthDate, other] = facts.birthDates;
  // A D-number's day may be untrue, and a number may be of either century: Folkeregisteret knows.
  const born = facts.dNumber || other ? null : (birthDate ?? null);
  await tx.query(ADD, [id, given, family, born, facts.dNumber, enc, keyId, idx, others, masked]);
  return id;
}
