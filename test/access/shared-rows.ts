/** Persons, firms and staff that all planted cases share. */

import { inDays } from '../support/days.ts';
import type { Desk } from '../support/desk.ts';
import { createFirm, createPerson, type Firm } from '../support/factories.ts';
import { insert } from '../support/insert.ts';
import { birthDateOf, nationalIdOf, say, ZONES, type Zone } from './canaries.ts';
import type { Shared } from './case-rows.ts';
import { plantDeclaration } from './vat-rows.ts';

/** Operation of a row in the access log that says why somebody read something. */
export const PLANTED_READING = 'plantedReading';
const READING = `insert into audit_log (kind, actor_id, operation, table_name, row_id, purpose, reason)
  values ('READ', $1, $2, 'person', '1', 'IDENTITY_CHECK', 'The caller gave another name')`;
const CLOSED = `insert into closed_period (organisation_id, through, closed_at, closed_by) values (1, '2019-06-30', now(), $1)`;
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

/** Who stands beside a firm: a role, a delegation, an employee, and calls about it and about her. */
async function plantFirm(
  desk: Desk,
  { organisation, firm, persons }: { organisation: 1 | 2; firm: Firm; persons: Shared['persons'] },
): Promise<void> {
  const [zone, other]: [Zone, Zone] = organisation === 1 ? ['1I', '1Q'] : ['2I', '2Q'];
  const [person_id, granted_by_id] = [persons[zone].id, persons[other].id];
  const now = new Date();
  const of = { organisation_id: organisation };
  const role = { code: 'DAGL', person_id: granted_by_id, holder_name: 'Rolle Innehaver' };
  await insert(desk, 'firm_role', { ...role, firm_id: firm.main, refreshed_at: now });
  await insert(desk, 'delegation', {
    ...of,
    firm_id: firm.main,
    person_id,
    granted_by_id,
    from_on: inDays(-9),
  });
  await insert(desk, 'employment', {
    ...{ ...of, person_id, unit_id: firm.unit, main_unit_id: firm.main, source: 'AA', kind: 'ordinaert' },
    ...{ start_on: inDays(-99), refreshed_at: now },
  });
  const actor_id = organisation === 1 ? desk.staff.colleague : desk.staff.caseworker;
  const matches = { number_matches: true, name_matches: true, address_matches: true, outcome: 'VERIFIED' };
  const call = { ...of, actor_id, at: now, ...matches };
  await insert(desk, 'caller_verification', { ...call, capacity: 'FIRM', firm_id: firm.main });
  await insert(desk, 'caller_verification', { ...call, capacity: 'SELF', person_id });
}

export async function sharedRows(desk: Desk): Promise<Shared> {
  const persons = {} as Record<Zone, { id: string; nationalId: string }>;
  for (const zone of ZONES) {
    const names = { givenName: say('givenName', zone), familyName: say('familyName', zone) };
    persons[zone] = await createPerson(desk, {
      ...names,
      birthDate: birthDateOf(zone),
      nationalId: nationalIdOf(zone),
    });
    await desk.sql.query(
      `update person set street = 'Zqveien 1', postcode = '5003', city = 'Bergen' where id = $1`,
      [persons[zone].id],
    );
  }
  await desk.sql.query(READING, [desk.staff.senior, PLANTED_READING]);
  await desk.sql.query(CLOSED, [desk.staff.finance]);
  await desk.sql.query(ASKED_RUN, [desk.staff.admin]);
  const firms = await ofBoth(() => createFirm(desk));
  for (const organisation of [1, 2] as const)
    await plantFirm(desk, { organisation, firm: firms[organisation], persons });
  return {
    persons,
    firms,
    barred: await ofBoth(organisation => staff(desk, organisation, 'Zqinhabil')),
    free: await ofBoth(organisation => staff(desk, organisation, 'Zqledig')),
    writer: await ofBoth(organisation => staff(desk, organisation, 'Zqskriver')),
    declaration: await plantDeclaration(desk),
    applicant: (await createPerson(desk)).id,
  };
}
