/** Persons, firms and staff that all planted cases share. */
import type { Desk } from '../support/desk.ts';
import { createFirm, createPerson } from '../support/factories.ts';
import { birthDateOf, nationalIdOf, say, ZONES, type Zone } from './canaries.ts';
import type { Shared } from './case-rows.ts';

/** Operation of a row in the access log that says why somebody read something. */
export const PLANTED_READING = 'plantedReading';
const READING = `insert into audit_log (kind, actor_id, operation, table_name, row_id, purpose, reason)
  values ('READ', $1, $2, 'person', '1', 'IDENTITY_CHECK', 'The caller gave another name')`;
const ASKED_RUN = `insert into job_request (job, reason, asked_by, asked_at) values ('retention', 'After an outage', $1, now())`;

async function staff({ sql }: Desk, organisation: 1 | 2, name: string): Promise<string> {
  const roles = [organisation === 1 ? 'AGENT' : 'CASEWORKER'];
  const email = `${name.toLowerCase()}${organisation}@test.example`;
  const insert = `insert into staff_user (organisation_id, name, email, roles) values ($1, $2, $3, $4) returning id`;
  const { rows } = await sql.query<{ id: string }>(insert, [organisation, `${name} Prøve`, email, roles]);
  return rows[0]?.id ?? '';
}

const ofBoth = async <T>(make: (organisation: 1 | 2) => Promise<T>): Promise<Record<1 | 2, T>> => ({
  1: await make(1),
  2: await make(2),
});

export async function sharedRows(desk: Desk): Promise<Shared> {
  const persons = {} as Record<Zone, { id: string; nationalId: string }>;
  for (const zone of ZONES) {
    const names = { givenName: say('givenName', zone), familyName: say('familyName', zone) };
    persons[zone] = await createPerson(desk, {
      ...names,
      birthDate: birthDateOf(zone),
      nationalId: nationalIdOf(zone),
    });
  }
  await desk.sql.query(READING, [desk.staff.senior, PLANTED_READING]);
  await desk.sql.query(ASKED_RUN, [desk.staff.admin]);
  return {
    persons,
    firms: await ofBoth(() => createFirm(desk)),
    barred: await ofBoth(organisation => staff(desk, organisation, 'Zqinhabil')),
    free: await ofBoth(organisation => staff(desk, organisation, 'Zqledig')),
    writer: await ofBoth(organisation => staff(desk, organisation, 'Zqskriver')),
  };
}
