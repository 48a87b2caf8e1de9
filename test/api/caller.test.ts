import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, createCaller, createCardholder, MY_CALLS, VERIFY, verify } from '../support/call.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createFirm, createOrderItem } from '../support/factories.ts';
import { insert, next } from '../support/insert.ts';
import { startSandbox, type TestSandbox } from '../support/registers.ts';

const KEPT = `select number_matches as number, name_matches as name, address_matches as address, outcome, fault, capacity
  from caller_verification where id = $1`;
const POWER = `mutation RegisterPowerOfAttorney($input: RegisterPowerInput!) { registerPowerOfAttorney(input: $input) { id holds withdrawn wider version holderName } }`;
const WITHDRAW = `mutation WithdrawPowerOfAttorney($input: WithdrawPowerInput!) { withdrawPowerOfAttorney(input: $input) { id holds withdrawn } }`;

let desk: Desk;
let sandbox: TestSandbox;
let agent: Client;
beforeAll(async () => {
  sandbox = await startSandbox();
  desk = await startDesk({ registers: sandbox });
  agent = await desk.as('agent');
});
afterAll(async () => {
  await desk.stop();
  await sandbox.stop();
});

const kept = async (id: string) => (await desk.sql.query(KEPT, [id])).rows[0];
const event = async (cardId: string) =>
  (
    await desk.sql.query(
      `select type, new_value, note from order_event where card_id = $1 order by id desc limit 1`,
      [cardId],
    )
  ).rows[0];
/** Another agent, so that what one test uses up is not missed in the next. */
const freshAgent = () => desk.as(next() % 2 ? 'agent' : 'senior');

describe('a caller', () => {
  test('whose number, name and address match is verified, and it stands on the page and in the timeline', async () => {
    const { caller, card } = await createCardholder(desk, sandbox);
    const call = await verify(agent, caller, { cardId: card.id, asksAbout: 'Har mistet kortet' });
    expect(call).toMatchObject({ outcome: 'VERIFIED', personId: caller.id, personName: 'Kari Ødegård' });
    expect(await kept(call.id)).toMatchObject({ number: true, name: true, address: true, fault: null });
    expect(await event(card.id)).toEqual({
      type: 'CALLER_VERIFIED',
      new_value: 'SELF',
      note: 'Har mistet kortet',
    });
    const { myCalls } = await agent.ask(MY_CALLS);
    expect(myCalls[0]).toMatchObject({ id: call.id, cardId: card.id });
    expect((await (await desk.as('colleague')).ask(MY_CALLS)).myCalls).toEqual([]);
  });

  test.each([
    ['name', { name: 'Kari Hansen' }, { number: true, name: false, address: true }],
    ['address', { street: 'Lillegata 7' }, { number: true, name: true, address: false }],
    ['postcode', { postcode: '9999' }, { number: true, name: true, address: false }],
  ])('whose %s does not match is refused, and the agent is not told which', async (_, more, matches) => {
    const { caller, card } = await createCardholder(desk, sandbox);
    const call = await verify(agent, caller, { cardId: card.id, asksAbout: 'Kortet', ...more });
    expect(call).toMatchObject({ outcome: 'REFUSED', personId: null, personName: null });
    expect(JSON.stringify(call)).not.toMatch(/match|MISMATCH|name":"Kari|fault/);
    expect(await kept(call.id)).toMatchObject({ ...matches, outcome: 'REFUSED', fault: 'MISMATCH' });
    expect(await event(card.id)).toMatchObject({ type: 'CALLER_REFUSED', note: null });
  });

  test('with a protected address is refused: it is told to nobody, so nothing matches it', async () => {
    const caller = await createCaller(desk, sandbox);
    sandbox.person(caller.nationalId).is({ protection: 'CODE_6' });
    expect(await verify(agent, caller)).toMatchObject({ outcome: 'REFUSED', personId: null });
  });

  test('about somebody else is refused, though she is who she says', async () => {
    const { card } = await createCardholder(desk, sandbox);
    const call = await verify(agent, await createCaller(desk, sandbox), { cardId: card.id });
    expect(call.outcome).toBe('REFUSED');
    expect(await kept(call.id)).toMatchObject({
      number: true,
      name: true,
      address: true,
      fault: 'NOT_THE_PERSON',
    });
  });

  test('is neither verified nor refused while Folkeregisteret is silent', async () => {
    const { caller, card } = await createCardholder(desk, sandbox);
    sandbox.fail('folkeregisteret', 'ERROR_500');
    const call = await verify(agent, caller, { cardId: card.id });
    sandbox.fail('folkeregisteret', 'WELL');
    expect(call.outcome).toBe('NO_ANSWER');
    expect(await kept(call.id)).toMatchObject({ number: null, outcome: 'NO_ANSWER' });
  });

  test('who gives a number that cannot be one is asked again, and nothing is looked up', async () => {
    const before = sandbox.asked('folkeregisteret');
    const caller = await createCaller(desk, sandbox);
    const answer = await agent.send(VERIFY, {
      input: { capacity: 'SELF', ...caller.says, nationalId: '17858512378' },
    });
    expect(answer.errors?.[0]?.extensions.fieldErrors).toEqual({ nationalId: 'NATIONAL_ID_CHECK_DIGITS' });
    expect(sandbox.asked('folkeregisteret')).toBe(before);
  });
});

describe('what a caller says', () => {
  test('is kept nowhere: not in the log of lookups, the answers by key, the timeline or the log of the server', async () => {
    const caller = await createCaller(desk, sandbox, { familyName: 'Særpreg' });
    await createOrderItem(desk, { personId: caller.id });
    const street = 'Hemmeligstien 99';
    const variables = { input: { capacity: 'SELF', ...caller.says, street } };
    const key = randomUUID();
    for (let n = 0; n < 2; n += 1) await agent.send(VERIFY, variables, key);
    const { rows } = await desk.sql.query(
      `select count(*)::int as n from caller_verification where person_id = $1`,
      [caller.id],
    );
    expect(rows[0].n).toBe(2);
    const tables = ['audit_log', 'idempotency_key', 'order_event', 'caller_verification', 'register_answer'];
    for (const table of tables) {
      const found = await desk.sql.query(
        `select count(*)::int as n from ${table} t where t::text ilike any ($1)`,
        [[`%${caller.nationalId}%`, '%Hemmeligstien%', '%Særpreg%']],
      );
      expect({ table, found: found.rows[0].n }).toEqual({ table, found: 0 });
    }
    const lines = desk.logLines.join('\n');
    for (const value of [caller.nationalId, 'Hemmeligstien', 'Særpreg']) expect(lines).not.toContain(value);
  });

  test('cannot be changed afterwards', async () => {
    const call = await verify(agent, await createCaller(desk, sandbox));
    const change = desk.sql.query(
      `update caller_verification set outcome = 'REFUSED', fault = 'MISMATCH' where id = $1`,
      [call.id],
    );
    await expect(change).rejects.toThrow('append-only');
  });
});

describe('guessing', () => {
  test('about one person ends after five refusals, also with the right answer, and leaves a row each time', async () => {
    const { caller, card } = await createCardholder(desk, sandbox);
    for (let n = 0; n < 5; n += 1)
      await verify(await freshAgent(), caller, { cardId: card.id, street: `Gata ${n}` });
    const answer = await agent.send(VERIFY, { input: { capacity: 'SELF', ...caller.says, cardId: card.id } });
    expect(answer.errors?.[0]?.extensions.code).toBe('CALLER_LIMIT');
    const { rows } = await desk.sql.query(
      `select count(*)::int as n from audit_log where operation = 'verifyCaller' and kind = 'REFUSED' and outcome = 'CALLER_LIMIT'`,
    );
    expect(rows[0].n).toBe(1);
  });

  test('by one agent ends after forty calls in an hour', async () => {
    const colleague = await desk.as('colleague');
    const { rows } = await desk.sql.query(
      `insert into caller_verification (organisation_id, actor_id, at, capacity, number_matches, name_matches, address_matches, outcome, fault)
       select 1, $1, now(), 'SELF', false, false, false, 'REFUSED', 'MISMATCH' from generate_series(1, 40) returning id`,
      [desk.staff.colleague],
    );
    expect(rows).toHaveLength(40);
    const caller = await createCaller(desk, sandbox);
    const answer = await colleague.send(VERIFY, { input: { capacity: 'SELF', ...caller.says } });
    expect(answer.errors?.[0]?.extensions.code).toBe('CALLER_LIMIT');
  });
});

describe('for a firm', () => {
  const role = (firm: string, personId: string, code: string) =>
    insert(desk, 'firm_role', {
      ...{ firm_id: firm, code, person_id: personId, holder_name: 'X', refreshed_at: new Date() },
    });

  test('the manager is verified; somebody without role or delegation is not', async () => {
    const firm = await createFirm(desk);
    const [manager, stranger] = [await createCaller(desk, sandbox), await createCaller(desk, sandbox)];
    await role(firm.main, manager.id, 'DAGL');
    const about = { capacity: 'FIRM', firmId: firm.main };
    const call = await verify(await freshAgent(), manager, about);
    expect(call).toMatchObject({
      outcome: 'VERIFIED',
      firmId: firm.main,
      orgNumber: firm.mainOrgNumber,
      personId: null,
    });
    expect((await verify(await freshAgent(), stranger, about)).outcome).toBe('REFUSED');
  });

  test('about an order line a delegate for its unit is verified, until the delegation is revoked', async () => {
    const item = await createOrderItem(desk);
    const delegate = await createCaller(desk, sandbox);
    const id = await insert(desk, 'delegation', {
      ...{ organisation_id: 1, firm_id: item.firm.main, person_id: delegate.id, from_on: '2026-01-01' },
    });
    const about = { capacity: 'FIRM', orderItemId: item.id };
    expect((await verify(await freshAgent(), delegate, about)).outcome).toBe('VERIFIED');
    await desk.sql.query('update delegation set revoked_at = now() where id = $1', [id]);
    expect((await verify(await freshAgent(), delegate, about)).outcome).toBe('REFUSED');
  });
});

describe('for somebody else', () => {
  test('only the guardian Folkeregisteret names is verified', async () => {
    const { caller: ward, card } = await createCardholder(desk, sandbox);
    const [guardian, other] = [await createCaller(desk, sandbox), await createCaller(desk, sandbox)];
    const { nationalId } = guardian;
    sandbox
      .person(ward.nationalId)
      .is({ guardian: { name: 'Kari Ødegård', nationalId, scope: 'personligeForhold' } });
    const about = { capacity: 'GUARDIAN', cardId: card.id };
    expect(await verify(await freshAgent(), guardian, about)).toMatchObject({
      outcome: 'VERIFIED',
      personId: ward.id,
    });
    expect((await verify(await freshAgent(), other, about)).outcome).toBe('REFUSED');
    expect((await verify(await freshAgent(), ward, about)).outcome).toBe('REFUSED');
  });

  const paper = (ward: Caller, holder: Caller, more: object = {}) => ({
    ...{ personId: ward.id, holderName: holder.says.name, scope: 'CARDS' },
    holderBirthDate: `1985-05-${holder.nationalId.slice(0, 2)}`,
    ...{ fromOn: '2026-01-01', toOn: '2099-12-31', receivedOn: '2026-01-01', ...more },
  });
  const given = async (input: object) => {
    const { registerPowerOfAttorney } = await (await freshAgent()).ask(POWER, { input });
    return registerPowerOfAttorney[0];
  };

  test('the holder of a power of attorney is verified while it holds; one that covers everything is warned of', async () => {
    const { caller: ward, card } = await createCardholder(desk, sandbox);
    const holder = await createCaller(desk, sandbox, { familyName: 'Fullmektig' });
    const power = await given(paper(ward, holder, { scope: 'ALL' }));
    expect(power).toMatchObject({ holds: true, wider: true });
    const about = { capacity: 'POWER_OF_ATTORNEY', cardId: card.id, powerOfAttorneyId: power.id };
    const call = await verify(await freshAgent(), holder, about);
    expect(call).toMatchObject({ outcome: 'VERIFIED', scope: 'ALL', wider: true, personId: ward.id });
    expect((await verify(await freshAgent(), await createCaller(desk, sandbox), about)).outcome).toBe(
      'REFUSED',
    );
    await agent.ask(WITHDRAW, { input: { id: power.id, expectedVersion: power.version } });
    expect((await verify(await freshAgent(), holder, about)).outcome).toBe('REFUSED');
  });

  test('one whose period is over is refused', async () => {
    const { caller: ward, card } = await createCardholder(desk, sandbox);
    const holder = await createCaller(desk, sandbox, { familyName: 'Forfalt' });
    const power = await given(paper(ward, holder));
    await desk.sql.query(`update power_of_attorney set to_on = '2026-02-01' where id = $1`, [power.id]);
    const about = { capacity: 'POWER_OF_ATTORNEY', cardId: card.id, powerOfAttorneyId: power.id };
    const call = await verify(await freshAgent(), holder, about);
    expect((await kept(call.id)).fault).toBe('POWER_EXPIRED');
  });

  test('one that has ended already, or that another person gave, is refused at the door', async () => {
    const { caller: ward } = await createCardholder(desk, sandbox);
    const holder = await createCaller(desk, sandbox);
    const answer = await agent.send(POWER, { input: paper(ward, holder, { toOn: '2026-02-01' }) });
    expect(answer.errors?.[0]?.extensions.fieldErrors).toEqual({ toOn: 'DATE_PASSED' });
    const power = await given(paper(ward, holder));
    const { card } = await createCardholder(desk, sandbox);
    const about = { capacity: 'POWER_OF_ATTORNEY', cardId: card.id, powerOfAttorneyId: power.id };
    const other = await agent.send(VERIFY, { input: { ...holder.says, ...about } });
    expect(other.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
