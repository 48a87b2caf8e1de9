import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsOn } from '../../server/src/features/setting/setting.readmodel.ts';
import { addDays, osloDate } from '../../server/src/platform/calendar/calendar.ts';
import { Db } from '../../server/src/platform/db/db.ts';
import { ANONYMOUS } from '../../server/src/platform/db/principal.ts';
import type { Client } from '../support/client.ts';
import { inDays } from '../support/days.ts';
import { type Desk, startDesk } from '../support/desk.ts';

const PERSON = '{ name }';
const CHANGE = `id key scheme value validFrom state grounds proposedBy ${PERSON} approvedBy ${PERSON} withdrawnBy ${PERSON} withdrawnReason allowedActions`;
const PAGE = `day settings { key perScheme holds { scheme value from changeId } born { value from } } changes { ${CHANGE} }`;
const READ = `query SchemeSettings($on: LocalDate) { schemeSettings(on: $on) { ${PAGE} } }`;
const PROPOSE = `mutation ProposeSetting($input: ProposeSettingInput!) { proposeSetting(input: $input) { ${PAGE} } }`;
const APPROVE = `mutation ApproveSetting($id: EntityId!) { approveSetting(id: $id) { ${PAGE} } }`;
const WITHDRAW = `mutation WithdrawSetting($input: WithdrawSettingInput!) { withdrawSetting(input: $input) { ${PAGE} } }`;

interface Change {
  id: string;
  key: string;
  state: string;
}
interface Page {
  day: string;
  settings: { key: string; holds: { scheme: string | null; value: string; changeId: string | null }[] }[];
  changes: Change[];
}

let desk: Desk;
let admin: Client;
let deputy: Client;
beforeAll(async () => {
  desk = await startDesk();
  [admin, deputy] = [await desk.as('admin'), await desk.as('deputy')];
});
afterAll(() => desk.stop());

let day = 1;
const proposal = (given: object = {}) => {
  day += 1;
  const input = {
    key: 'AUTO_CANCEL_WORKING_DAYS',
    value: '25',
    validFrom: inDays(day),
    grounds: 'Ny forskrift',
  };
  return { input: { ...input, ...given } };
};
async function propose(given: object = {}, by = admin): Promise<Change> {
  const { proposeSetting } = await by.ask(PROPOSE, proposal(given));
  return (proposeSetting as Page).changes[0] as Change;
}
const holds = (page: Page, key: string) => page.settings.find(setting => setting.key === key)?.holds;
const read = async (on: string | null = null): Promise<Page> =>
  (await admin.ask(READ, { on })).schemeSettings;
const withdrawal = ({ id }: Change, reason = 'Feil tall') => ({ input: { id, reason } });

/** What other features ask: as a request of nobody at all. */
const asked = (on: string, scheme: 'CLEANING' | null = null) => {
  const info = { requestId: 'x', operation: 'x', address: null };
  return settingsOn(new Db(desk.app.jobParts, { ...ANONYMOUS, kind: 'system' }, info), on, scheme);
};

describe('a rule of the scheme', () => {
  test('is what the domain says until a change that two have agreed on begins', async () => {
    const validFrom = inDays(60);
    const change = await propose({ key: 'RENEWAL_WINDOW_DAYS', value: '21', validFrom });
    expect(change).toMatchObject({ state: 'WAITING', proposedBy: { name: 'Astrid Jakobsen' } });
    expect((await asked(validFrom)).renewalWindowDays).toBe(14);
    const { approveSetting } = await deputy.ask(APPROVE, { id: change.id });
    expect(approveSetting.changes[0]).toMatchObject({
      state: 'COMING',
      approvedBy: { name: 'Vidar Lunde' },
    });
    expect((await asked(addDays(validFrom, -1))).renewalWindowDays).toBe(14);
    expect((await asked(validFrom)).renewalWindowDays).toBe(21);
    expect(holds(await read(), 'RENEWAL_WINDOW_DAYS')).toMatchObject([{ value: '14', changeId: null }]);
    expect(holds(await read(validFrom), 'RENEWAL_WINDOW_DAYS')).toMatchObject([
      { value: '21', changeId: change.id },
    ]);
  });

  test('can be another in one scheme', async () => {
    const validFrom = inDays(61);
    const change = await propose({ key: 'UPLOAD_LINK_HOURS', value: '48', validFrom, scheme: 'CLEANING' });
    await deputy.ask(APPROVE, { id: change.id });
    expect((await asked(validFrom, 'CLEANING')).uploadLinkHours).toBe(48);
    expect((await asked(validFrom)).uploadLinkHours).toBe(120);
  });

  test('is never changed by the one who proposed it, nor by one alone', async () => {
    const change = await propose();
    expect(change).toMatchObject({ allowedActions: ['WITHDRAW'] });
    expect(await admin.refused(APPROVE, { id: change.id })).toBe('FORBIDDEN');
    const { schemeSettings } = await deputy.ask(READ);
    expect(schemeSettings.changes[0].allowedActions).toEqual(['APPROVE', 'WITHDRAW']);
  });

  test('waits in the menu of the other administrator', async () => {
    const COUNTS = 'query C { menuCounts { settings } }';
    const count = async (client: Client) => (await client.ask(COUNTS)).menuCounts.settings;
    const [mine, theirs] = [await count(admin), await count(deputy)];
    await propose();
    expect([await count(admin), await count(deputy)]).toEqual([mine, theirs + 1]);
    expect(await count(await desk.as('auditor'))).toBeNull();
  });

  test('is written to the log by name, proposal and approval apart', async () => {
    const change = await propose();
    await deputy.ask(APPROVE, { id: change.id });
    const { rows } = await desk.sql.query(
      `select actor_id, operation from audit_log where table_name = 'scheme_setting' and row_id = $1 order by id`,
      [change.id],
    );
    expect(rows).toEqual([
      { actor_id: desk.staff.admin, operation: 'ProposeSetting INSERT' },
      { actor_id: desk.staff.deputy, operation: 'ApproveSetting UPDATE' },
    ]);
  });

  test('is read by the auditor, who may change nothing, and by nobody else', async () => {
    const auditor = await desk.as('auditor');
    expect((await auditor.ask(READ)).schemeSettings.settings.length).toBeGreaterThan(20);
    expect(await auditor.refused(PROPOSE, proposal())).toBe('FORBIDDEN');
    expect(await (await desk.as('lead')).refused(READ)).toBe('FORBIDDEN');
  });
});

describe('a proposal that cannot stand', () => {
  test.each([
    ['a day that has begun', { validFrom: osloDate(new Date()) }, { validFrom: 'DATE_NOT_LATER' }],
    ['a date in the past', { validFrom: inDays(-30) }, { validFrom: 'DATE_NOT_LATER' }],
    ['a number out of bounds', { value: '500' }, { value: 'OUT_OF_RANGE' }],
    ['words for a number', { value: 'mange' }, { value: 'NUMBER_EXPECTED' }],
    [
      'a scheme where all have the same',
      { key: 'VAT_PERCENT', scheme: 'CLEANING' },
      { scheme: 'NOT_POSSIBLE' },
    ],
    ['no grounds', { grounds: ' ' }, { grounds: 'REQUIRED' }],
  ])('%s', async (_, given, fieldErrors) => {
    const { errors } = await admin.send(PROPOSE, proposal(given));
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_FAILED', fieldErrors });
  });

  test('a rule that is not there', async () => {
    expect(await admin.refused(PROPOSE, proposal({ key: 'CONSTRUCTOR' }))).toBe('BAD_USER_INPUT');
  });

  test('a second one for the same day, until the first is withdrawn', async () => {
    const validFrom = inDays(200);
    const first = await propose({ validFrom });
    expect(await deputy.refused(PROPOSE, proposal({ validFrom }))).toBe('SETTING_DATE_TAKEN');
    await admin.ask(WITHDRAW, withdrawal(first));
    expect(await propose({ validFrom }, deputy)).toMatchObject({ state: 'WAITING' });
  });

  test('a sign-in that is too old neither proposes, approves nor withdraws', async () => {
    const change = await propose();
    const old = await desk.as('deputy');
    await desk.sql.query(
      `update staff_session set auth_at = auth_at - interval '1 day' where id =
       (select max(id) from staff_session where staff_user_id = $1)`,
      [desk.staff.deputy],
    );
    // What the server remembers of a session lasts a second.
    await wait(1_050);
    expect(await old.refused(PROPOSE, proposal())).toBe('STEP_UP_REQUIRED');
    expect(await old.refused(APPROVE, { id: change.id })).toBe('STEP_UP_REQUIRED');
    expect(await old.refused(WITHDRAW, withdrawal(change))).toBe('STEP_UP_REQUIRED');
  });
});

describe('a change', () => {
  test('is decided once: of two who press at once, one decides', async () => {
    const change = await propose();
    const second = await desk.as('deputy');
    const answers = await Promise.all([
      deputy.send(APPROVE, { id: change.id }),
      second.send(APPROVE, { id: change.id }),
    ]);
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions?.code ?? 'DATA').sort();
    expect(codes).toEqual(['DATA', 'SETTING_DECIDED']);
  });

  test('that is coming can be withdrawn, with a reason, and the rule stays as it is', async () => {
    const validFrom = inDays(300);
    const change = await propose({ key: 'VAT_PERCENT', value: '26', validFrom });
    await deputy.ask(APPROVE, { id: change.id });
    expect(await deputy.refused(WITHDRAW, withdrawal(change, ' '))).toBe('VALIDATION_FAILED');
    const { withdrawSetting } = await deputy.ask(WITHDRAW, withdrawal(change));
    expect(withdrawSetting.changes.find(({ id }: Change) => id === change.id)).toMatchObject({
      state: 'WITHDRAWN',
      withdrawnBy: { name: 'Vidar Lunde' },
      withdrawnReason: 'Feil tall',
      allowedActions: [],
    });
    expect((await asked(validFrom)).vatPercent).toBe(25);
  });

  /** Proposed and approved ten days ago, to hold since yesterday. */
  const planted = async (approved: boolean) => {
    const { rows } = await desk.sql.query(
      `insert into scheme_setting (key, value, valid_from, grounds, proposed_by, proposed_at, approved_by, approved_at)
       values ('validityYears', '3', $1, 'Prøve', $2, now() - interval '10 days', $3, $4) returning id`,
      [inDays(-1), desk.staff.admin, approved ? desk.staff.deputy : null, approved ? inDays(-9) : null],
    );
    return rows[0] as Change;
  };

  test('that nobody approved in time never begins', async () => {
    const change = await planted(false);
    expect(await deputy.refused(APPROVE, { id: change.id })).toBe('SETTING_TOO_LATE');
    expect((await asked(inDays(0))).validityYears).toBe(2);
    await deputy.ask(WITHDRAW, withdrawal(change));
  });

  test('that has begun stays for ever: neither the page nor the server’s own database role moves it', async () => {
    const { id } = await planted(true);
    expect(await deputy.refused(WITHDRAW, { input: { id, reason: 'Angrer' } })).toBe('SETTING_DECIDED');
    expect((await asked(inDays(-2))).validityYears).toBe(2);
    expect((await asked(inDays(-1))).validityYears).toBe(3);
    const withdraw = `update scheme_setting set withdrawn_by = $2, withdrawn_at = now(), withdrawn_reason = 'x' where id = $1`;
    await expect(desk.sql.query(withdraw, [id, desk.staff.admin])).rejects.toThrow('check constraint');
    for (const rewrite of [
      `value = '9'`,
      `valid_from = valid_from + 1`,
      'approved_at = null, approved_by = null',
    ]) {
      await expect(
        desk.sql.query(`update scheme_setting set ${rewrite} where id = $1`, [id]),
      ).rejects.toThrow('never changed in place');
    }
    await expect(desk.sql.query('delete from scheme_setting where id = $1', [id])).rejects.toThrow(
      'never changed in place',
    );
  });

  test('cannot be approved by its proposer in the database either', async () => {
    const { id } = await propose();
    const approve = 'update scheme_setting set approved_by = $2, approved_at = now() where id = $1';
    await expect(desk.sql.query(approve, [id, desk.staff.admin])).rejects.toThrow('check constraint');
  });
});
