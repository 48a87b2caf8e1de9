/** Test staff: one per role, a colleague, and a second administrator. */
import type pg from 'pg';
import { hashPassword } from '../../server/src/features/staff/password.ts';

export const STAFF = {
  agent: { name: 'Ingrid Solheim', roles: ['AGENT'], organisation: 1 },
  colleague: { name: 'Jonas Berg', roles: ['AGENT'], organisation: 1 },
  senior: { name: 'Stine Krog', roles: ['SENIOR_AGENT'], organisation: 1 },
  finance: { name: 'Mona Haugland', roles: ['FINANCE'], organisation: 1 },
  admin: { name: 'Astrid Jakobsen', roles: ['ADMIN'], organisation: 1 },
  caseworker: { name: 'Tuva Myhre', roles: ['CASEWORKER'], organisation: 2 },
  lead: { name: 'Henrik Aas', roles: ['CASEWORKER_LEAD'], organisation: 2 },
  auditor: { name: 'Sindre Vik', roles: ['AUDITOR'], organisation: 2 },
  deputy: { name: 'Vidar Lunde', roles: ['ADMIN'], organisation: 2 },
} as const;

export type StaffName = keyof typeof STAFF;
export const PASSWORD = 'riktig-hest-batteri';
export const emailOf = (name: StaffName) =>
  `${STAFF[name].name.toLowerCase().replace(' ', '.')}@test.example`;

let hash: string | null = null;

/** Inserts both organisations and all test staff, all demo accounts with the same password. @returns ids by name */
export async function seedStaff(sql: pg.Pool): Promise<Record<StaffName, string>> {
  hash ??= await hashPassword(PASSWORD);
  await sql.query(
    `insert into staff_organisation (id, kind, name) values (1, 'ISSUER', 'Kortservice'), (2, 'AUTHORITY', 'Arbeidstilsynet')`,
  );
  const ids = {} as Record<StaffName, string>;
  for (const name of Object.keys(STAFF) as StaffName[]) {
    const { name: fullName, roles, organisation } = STAFF[name];
    const insert =
      'insert into staff_user (organisation_id, name, email, roles, demo) values ($1, $2, $3, $4, true) returning id';
    const { rows } = await sql.query<{ id: string }>(insert, [organisation, fullName, emailOf(name), roles]);
    ids[name] = rows[0]?.id ?? '';
    await sql.query('insert into staff_password (staff_user_id, hash) values ($1, $2)', [ids[name], hash]);
  }
  return ids;
}

/** Ids of the test staff that are there already. */
export async function staffIds(sql: pg.Pool): Promise<Record<StaffName, string>> {
  const ids = {} as Record<StaffName, string>;
  for (const name of Object.keys(STAFF) as StaffName[]) {
    const { rows } = await sql.query<{ id: string }>('select id from staff_user where email = $1', [
      emailOf(name),
    ]);
    ids[name] = rows[0]?.id ?? '';
  }
  return ids;
}
