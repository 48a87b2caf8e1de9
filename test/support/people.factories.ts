/** Firms and persons for tests; every organisation number and national ID is synthetic and valid. */
import { orgNumberCheckDigit } from '../../server/src/features/organisation/org-number.rules.ts';
import { checkDigits } from '../../server/src/features/person/national-id.rules.ts';
import { sealNationalId } from '../../server/src/features/person/national-id.store.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import type { Desk } from './desk.ts';
import { insert, next } from './insert.ts';

/** A number no two tests share, with a valid check digit; synthetic firms start with 3. */
export function syntheticOrgNumber(): string {
  const eight = `31${String(next()).padStart(6, '0')}`;
  const digit = orgNumberCheckDigit(eight);
  return digit === null ? syntheticOrgNumber() : `${eight}${digit}`;
}

/** Born in May 1985, as a synthetic number writes it: month + 80. Not every nine digits have check digits. */
export function syntheticNationalId(): string {
  const n = next();
  const day = String(1 + (Math.floor(n / 500) % 28)).padStart(2, '0');
  const nine = `${day}8585${String(n % 500).padStart(3, '0')}`;
  const digits = checkDigits(nine);
  return digits === null ? syntheticNationalId() : `${nine}${digits}`;
}

export interface Firm {
  /** organisation.id of the legal entity. */
  main: string;
  mainOrgNumber: string;
  /** organisation.id of its sub-unit. */
  unit: string;
  unitOrgNumber: string;
}

export async function createFirm(desk: Desk, { name = 'Prøvebygg' } = {}): Promise<Firm> {
  const [mainOrgNumber, unitOrgNumber] = [syntheticOrgNumber(), syntheticOrgNumber()];
  const main = await insert(desk, 'organisation', {
    org_number: mainOrgNumber,
    name: `${name} AS`,
    form: 'AS',
    municipality: '0301',
  });
  const unit = await insert(desk, 'organisation', {
    org_number: unitOrgNumber,
    name: `${name} avd. Nord`,
    form: 'BEDR',
    parent_id: main,
    municipality: '5001',
  });
  return { main, mainOrgNumber, unit, unitOrgNumber };
}

export interface NewPerson {
  givenName?: string;
  familyName?: string;
  nationalId?: string;
  birthDate?: string;
  dNumber?: boolean;
  restricted?: boolean;
}

/** The number is bound to the row, so the row's id comes first. */
async function nextPersonId(desk: Desk): Promise<string> {
  const { rows } = await desk.sql.query(`select nextval(pg_get_serial_sequence('person', 'id'))::text as id`);
  return rows[0].id;
}

export async function createPerson(
  desk: Desk,
  person: NewPerson = {},
): Promise<{ id: string; nationalId: string }> {
  const nationalId = person.nationalId ?? syntheticNationalId();
  const id = await nextPersonId(desk);
  const sealed = sealNationalId(loadKeys(undefined, desk.config.dataDir), nationalId, id);
  await insert(desk, 'person', {
    id,
    given_name: person.givenName ?? 'Prøve',
    family_name: person.familyName ?? `Person ${next()}`,
    birth_date: person.birthDate ?? `1985-05-${nationalId.slice(0, 2)}`,
    national_id_enc: sealed.enc,
    national_id_key: sealed.keyId,
    national_id_idx: sealed.idx,
    national_id_idx_others: sealed.others,
    national_id_masked: sealed.masked,
    d_number: person.dNumber ?? false,
    restricted: person.restricted ?? false,
  });
  return { id, nationalId };
}
