import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase, createOrderItem, createPerson, type NewCaseIds } from '../support/factories.ts';

const REVEAL = `mutation RevealNationalId($input: RevealNationalIdInput!) {
  revealNationalId(input: $input) { nationalId visibleSeconds usedToday dailyLimit } }`;
const REASON = 'Orderer asks which of two persons is meant';

let desk: Desk;
let senior: Client;
beforeAll(async () => {
  desk = await startDesk({ env: { REVEALS_PER_DAY: '4' } });
  senior = await desk.as('senior');
});
afterAll(() => desk.stop());

async function caseAbout({ restricted = false, organisation = 1 as 1 | 2 } = {}) {
  const person = await createPerson(desk, { restricted });
  const orderItem = await createOrderItem(desk, { personId: person.id, organisation });
  return { ...(await createCase(desk, { orderItem, organisation })), person };
}

const inputFor = (of: NewCaseIds & { person: { id: string } }) => ({
  caseId: of.id,
  personId: of.person.id,
  purpose: 'CORRECT_ORDER',
  reason: REASON,
});

const logged = async (caseId: string) =>
  (
    await desk.sql.query(
      `select a.kind, a.actor_id, a.table_name, a.fields, a.purpose, a.reason, a.person_ids::text[] as person_ids, a.outcome,
        (select count(*)::int from case_event e where e.case_id = a.case_id and e.type = 'NATIONAL_ID_REVEALED' and e.actor_id = a.actor_id) as events
        from audit_log a where a.case_id = $1 and a.operation = 'revealNationalId' and a.kind = 'READ'`,
      [caseId],
    )
  ).rows;

describe('unmasking a national ID number', () => {
  test('shows the number for a minute and leaves a row in the log and on the timeline', async () => {
    const about = await caseAbout();
    const { revealNationalId } = await senior.ask(REVEAL, { input: inputFor(about) });
    expect(revealNationalId).toEqual({
      nationalId: about.person.nationalId,
      visibleSeconds: 60,
      usedToday: 1,
      dailyLimit: 4,
    });
    expect(await logged(about.id)).toEqual([
      {
        kind: 'READ',
        actor_id: desk.staff.senior,
        table_name: 'person',
        fields: ['national_id'],
        purpose: 'CORRECT_ORDER',
        reason: REASON,
        person_ids: [about.person.id],
        outcome: 'OK',
        events: 1,
      },
    ]);
  });

  test('needs a reason of at least 10 characters', async () => {
    const input = { ...inputFor(await caseAbout()), reason: '   short   ' };
    const { errors } = await senior.send(REVEAL, { input });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_FAILED',
      fieldErrors: { reason: 'REASON_TOO_SHORT' },
    });
  });

  test('needs the right: a support agent is refused and nothing is logged as read', async () => {
    const about = await caseAbout();
    expect(await (await desk.as('agent')).refused(REVEAL, { input: inputFor(about) })).toBe('FORBIDDEN');
    expect(await (await desk.as('auditor')).refused(REVEAL, { input: inputFor(about) })).toBe('FORBIDDEN');
    expect(await logged(about.id)).toEqual([]);
  });

  test('works only for the person the case is about, and only within the own organisation', async () => {
    const [one, other, foreign] = [
      await caseAbout(),
      await caseAbout(),
      await caseAbout({ organisation: 2 }),
    ];
    const mixed = { ...inputFor(one), personId: other.person.id };
    expect(await senior.refused(REVEAL, { input: mixed })).toBe('NOT_FOUND');
    expect(await senior.refused(REVEAL, { input: inputFor(foreign) })).toBe('NOT_FOUND');
    expect(await senior.refused(REVEAL, { input: { ...inputFor(one), caseId: '999999999' } })).toBe(
      'NOT_FOUND',
    );
  });

  test('a person with address protection does not exist for support, only for the leader of the authority', async () => {
    const issuer = await caseAbout({ restricted: true });
    const authority = await caseAbout({ restricted: true, organisation: 2 });
    expect(await senior.refused(REVEAL, { input: inputFor(issuer) })).toBe('NOT_FOUND');
    const { rows } = await desk.sql.query(
      `select outcome, purpose, person_ids::text[] as persons from audit_log where kind = 'REFUSED' and case_id = $1`,
      [issuer.id],
    );
    expect(rows).toEqual([{ outcome: 'NOT_FOUND', purpose: 'CORRECT_ORDER', persons: [issuer.person.id] }]);
    const lead = await desk.as('lead');
    const { revealNationalId } = await lead.ask(REVEAL, { input: inputFor(authority) });
    expect(revealNationalId.nationalId).toBe(authority.person.nationalId);
  });

  test('whoever is barred from the case does not see the number', async () => {
    const about = await caseAbout();
    await desk.sql.query(
      `insert into case_barred (case_id, staff_user_id, organisation_id, reason) values ($1, $2, 1, 'FAMILY')`,
      [about.id, desk.staff.senior],
    );
    expect(await senior.refused(REVEAL, { input: inputFor(about) })).toBe('FORBIDDEN');
  });

  test('if the log row cannot be written, no number is shown and the timeline is silent', async () => {
    const about = await caseAbout();
    await desk.sql.query('revoke insert on audit_log from desk_app');
    const { data, errors } = await senior.send(REVEAL, { input: inputFor(about) });
    await desk.sql.query('grant insert on audit_log to desk_app');
    expect({ data, code: errors?.[0]?.extensions.code }).toEqual({ data: null, code: 'INTERNAL' });
    const { rows } = await desk.sql.query(
      `select count(*)::int as n from case_event where case_id = $1 and type = 'NATIONAL_ID_REVEALED'`,
      [about.id],
    );
    expect(rows[0].n).toBe(0);
  });

  test('stops at the limit of the day, also when two windows ask at once', async () => {
    const about = await caseAbout();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => senior.send(REVEAL, { input: inputFor(about) })),
    );
    const codes = answers.map(answer => answer.errors?.[0]?.extensions.code ?? 'SHOWN').sort();
    expect(codes).toEqual(['REVEAL_LIMIT', 'REVEAL_LIMIT', 'REVEAL_LIMIT', 'SHOWN', 'SHOWN', 'SHOWN']);
    const last = await senior.send(REVEAL, { input: inputFor(about) });
    expect(last.errors?.[0]?.extensions.params).toEqual({ limit: 4 });
    const { rows } = await desk.sql.query(
      `select outcome, count(*)::int as n from audit_log where kind = 'REFUSED' and case_id = $1 and actor_id = $2 group by outcome`,
      [about.id, desk.staff.senior],
    );
    expect(rows).toEqual([{ outcome: 'REVEAL_LIMIT', n: 4 }]);
  });
});
