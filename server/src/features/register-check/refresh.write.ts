/** Firms and people become what their registers say (R18); nothing here is ever anybody's own word. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { RegisterAddress, UnitAnswer } from '../../registers/enhetsregisteret/enhetsregisteret.ts';
import type { PersonAnswer } from '../../registers/folkeregisteret/folkeregisteret.ts';
import type { FreshAnswers } from './inquiry.ts';

/** A row that is as it was is written at most twice a day, to say when it was last seen. */
const OLD = `interval '12 hours'`;

const PERSONS = `update person p set given_name = r.given, family_name = r.family, birth_date = coalesce(r.birth, p.birth_date), gender = coalesce(r.gender, p.gender),
  citizenship = coalesce(r.citizenship, p.citizenship), register_status = r.status, restricted = r.restricted, street = r.street, postcode = r.postcode, city = r.city, refreshed_at = $2
from jsonb_to_recordset($1::jsonb) as r(id bigint, given text, family text, birth date, gender text, citizenship text, status text, restricted boolean, street text, postcode text, city text)
where p.id = r.id and ((p.given_name, p.family_name, p.register_status, p.restricted, p.street, p.postcode, p.city)
    is distinct from (r.given, r.family, r.status, r.restricted, r.street, r.postcode, r.city)
  or p.birth_date is distinct from coalesce(r.birth, p.birth_date) or p.gender is distinct from coalesce(r.gender, p.gender)
  or p.citizenship is distinct from coalesce(r.citizenship, p.citizenship) or p.refreshed_at is null or p.refreshed_at < $2::timestamptz - ${OLD})`;
const UNKNOWN_PERSONS = `update person set register_status = 'UNKNOWN', refreshed_at = $2 where id = any ($1::bigint[])
and (register_status <> 'UNKNOWN' or refreshed_at is null or refreshed_at < $2::timestamptz - ${OLD})`;

const FIRM_COLUMNS = ['name', 'form', 'status', 'registered_on', 'in_company_register', 'in_vat_register'];
const MORE_COLUMNS = ['sector_code', 'industry', 'employees', 'street', 'postcode', 'city'];
/** Not every address is in a municipality the register names. */
const KEPT = ['municipality', 'municipality_name'];
const COLUMNS = [...FIRM_COLUMNS, ...MORE_COLUMNS, ...KEPT];
const said = (name: string) => (KEPT.includes(name) ? `coalesce(r.${name}, o.${name})` : `r.${name}`);
const known = COLUMNS.map(name => `o.${name}`).join(', ');
const told = COLUMNS.map(said).join(', ');
const FIRMS = `update organisation o set ${COLUMNS.map(name => `${name} = ${said(name)}`).join(', ')}, refreshed_at = $2
from jsonb_populate_recordset(null::organisation, $1::jsonb) r
where o.org_number = r.org_number and ((${known}) is distinct from (${told}) or o.refreshed_at is null or o.refreshed_at < $2::timestamptz - ${OLD})`;
const FIRM_STATUS = `update organisation o set status = r.status, refreshed_at = $2 from jsonb_to_recordset($1::jsonb) as r(org_number text, status text)
where o.org_number = r.org_number and (o.status <> r.status or o.refreshed_at is null or o.refreshed_at < $2::timestamptz - ${OLD})`;

/** All that came, in the order of their numbers, so that two servers never wait for each other in a ring. */
export async function refresh(tx: Tx, fresh: FreshAnswers, at: Date): Promise<void> {
  const persons = [...fresh.persons].toSorted(([a], [b]) => Number(a) - Number(b));
  const firms = [...firmsOf(fresh)].toSorted((a, b) => a.org_number.localeCompare(b.org_number));
  await write(tx, [PERSONS, persons.flatMap(personOf)], at);
  const unknown = persons.flatMap(([id, answer]) => (answer.kind === 'UNKNOWN' ? [id] : []));
  if (unknown.length > 0) await tx.query(UNKNOWN_PERSONS, [unknown, at]);
  await write(tx, [FIRMS, firms.filter(({ name }) => name !== undefined)], at);
  await write(tx, [FIRM_STATUS, firms.filter(({ name }) => name === undefined)], at);
}

async function write(tx: Tx, [sql, rows]: readonly [string, readonly object[]], at: Date): Promise<void> {
  if (rows.length > 0) await tx.query(sql, [JSON.stringify(rows), at]);
}

/** R18: the name is overwritten; a column that the register says nothing about stays. */
export function personOf([id, answer]: readonly [string, PersonAnswer]) {
  if (answer.kind !== 'PERSON') return [];
  const { name, birthDate, gender, citizenships, status, protection, address } = answer.person;
  const citizenship = citizenships.find(code => /^[A-Z]{3}$/.test(code)) ?? null;
  const given = [name.first, name.middle].filter(Boolean).join(' ');
  const restricted = protection !== 'NONE';
  const place = placeOf(restricted ? null : address);
  return [
    { id, given, family: name.last, birth: birthDate, gender, citizenship, status, restricted, ...place },
  ];
}

interface FirmRow {
  readonly org_number: string;
  readonly status: string;
  /** Absent: the register no longer tells. */
  readonly name?: string;
}

function* firmsOf({ units, subUnits }: FreshAnswers): Generator<FirmRow> {
  for (const [org_number, answer] of units) {
    if (answer.kind === 'UNIT') yield { ...unitRow(answer.unit), status: statusOf(answer.unit) };
    else if (answer.kind !== 'UNAVAILABLE') yield { org_number, status: answer.kind };
  }
  for (const [org_number, answer] of subUnits) {
    if (answer.kind === 'SUB_UNIT') yield subUnitRow(answer.subUnit);
    else if (answer.kind !== 'UNAVAILABLE') yield { org_number, status: answer.kind };
  }
}

type Unit = (UnitAnswer & { kind: 'UNIT' })['unit'];

function statusOf({ bankrupt, windingUp, forcedWindingUp }: Unit): string {
  if (bankrupt) return 'BANKRUPT';
  return windingUp || forcedWindingUp ? 'WINDING_UP' : 'ACTIVE';
}

/** What a letter can hold; a register never sends more. */
const MOST_STREET = 200;

const placeOf = (address: Pick<RegisterAddress, 'lines' | 'postcode' | 'city'> | null) => ({
  street: address?.lines.join(', ').slice(0, MOST_STREET) || null,
  postcode: address?.postcode ?? null,
  city: address?.city ?? null,
});

const municipalityOf = (address: RegisterAddress | null) => ({
  municipality: address?.municipality ?? null,
  municipality_name: address?.municipalityName ?? null,
});

export const unitRow = (unit: Unit) => ({
  ...{ org_number: unit.orgNumber, name: unit.name, form: unit.form, registered_on: unit.registeredOn },
  ...{ in_company_register: unit.inCompanyRegister, in_vat_register: unit.inVatRegister },
  ...{ sector_code: unit.sectorCode, industry: unit.industry, employees: unit.employees },
  ...placeOf(unit.businessAddress),
  ...municipalityOf(unit.businessAddress),
});

interface SubUnitRow {
  readonly orgNumber: string;
  readonly name: string;
  readonly form: string;
  readonly registeredOn: LocalDate | null;
  readonly inVatRegister: boolean;
  readonly employees: number | null;
  readonly closedOn: LocalDate | null;
  readonly locationAddress: RegisterAddress | null;
}

const subUnitRow = (unit: SubUnitRow): FirmRow => ({
  ...{ org_number: unit.orgNumber, name: unit.name, form: unit.form, registered_on: unit.registeredOn },
  ...{ in_vat_register: unit.inVatRegister, employees: unit.employees },
  ...{ status: unit.closedOn === null ? 'ACTIVE' : 'REMOVED' },
  ...placeOf(unit.locationAddress),
});
