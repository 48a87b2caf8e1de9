import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCard, createTip } from '../support/card.factories.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createMachine, tokenOf } from '../support/machines.ts';

let desk: Desk;
const tokens = { api: '', control: '' };

beforeAll(async () => {
  desk = await startDesk({ env: { REQUEST_BUDGET: '0' } });
  tokens.api = await tokenOf(desk, await createMachine(desk, { kind: 'CARD_CHECK' }));
  tokens.control = await tokenOf(desk, await createMachine(desk, { kind: 'CONTROL' }));
});
afterAll(() => desk.stop());

interface Answer {
  readonly received?: boolean;
  readonly reference?: string;
  readonly sendTo?: string;
  readonly errors?: { readonly message: string }[];
}

interface From {
  readonly token?: string;
  readonly url?: string;
}

async function post(path: string, body: object, { token, url = desk.url }: From = {}) {
  const response = await fetch(`${url}/api/v1/card-check/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Answer };
}

const rows = async (sql: string, values: unknown[] = []) => (await desk.sql.query(sql, values)).rows;
const TIP = { category: 'NOT_VALID', text: 'Kortet ble vist på byggeplassen.' };
const write = (name: string) =>
  `mutation Write($input: CaseVersionInput!) { ${name}(input: $input) { version } }`;
const CLOSE = `mutation Close($input: CloseCaseInput!) { closeCase(input: $input) { status } }`;
const CARD = `query Card($caseId: EntityId!) { tipCard(caseId: $caseId) { number status statusReason firmName orgNumber canTellEmployer
  employerToldAt blockAskedAt seizedOn seizedBy history { type from to reason } tips { category text reporter } } }`;

describe('a tip about a card', () => {
  test('becomes a case of Arbeidstilsynet with a deadline, and asks nobody who he is', async () => {
    const card = await createCard(desk);
    expect(await post('tips', { number: card.number, ...TIP })).toEqual({
      status: 201,
      body: { received: true },
    });
    const [found] = await rows(
      `select c.organisation_id, c.kind, c.queue, c.status, c.person_id, c.due_days, c.title, c.subject_organisation_id, t.category, t.body, t.client_id,
         array(select type from case_event e where e.case_id = c.id order by id) as events
       from desk_case c join card_tip t on t.case_id = c.id where c.card_number = $1`,
      [card.number],
    );
    expect(found).toMatchObject({
      ...{
        organisation_id: 2,
        kind: 'TIP_INVALID_CARD',
        queue: 'TIP_INVALID_CARD',
        status: 'OPEN',
        person_id: null,
      },
      ...{ due_days: 5, title: `HMS-kort ${card.number}`, subject_organisation_id: card.firm.main },
      ...{ category: 'NOT_VALID', body: TIP.text, client_id: null, events: ['CASE_OPENED', 'TIP_RECEIVED'] },
    });
  });

  test('joins the case that is open, also when many come at once; after it was closed a new one begins', async () => {
    const { number } = await createCard(desk);
    await Promise.all(Array.from({ length: 8 }, () => post('tips', { number, ...TIP })));
    const cases = () => rows('select id from desk_case where card_number = $1 order by id', [number]);
    const [first] = await cases();
    expect(await cases()).toHaveLength(1);
    expect(await rows('select 1 from card_tip where case_id = $1', [first.id])).toHaveLength(8);
    await desk.sql.query(`update desk_case set status = 'CLOSED', closed_at = now() where id = $1`, [
      first.id,
    ]);
    await post('tips', { number, ...TIP });
    expect(await cases()).toHaveLength(2);
  });

  test('may be about a number nobody has, and is answered just the same', async () => {
    const known = await post('tips', { number: (await createCard(desk)).number, ...TIP });
    expect(await post('tips', { number: '7777777777', ...TIP })).toEqual(known);
  });

  test('of a control authority gets the number of the case; a machine that only checks cards sends none', async () => {
    const { number } = await createCard(desk);
    const { body } = await post('tips', { number, ...TIP }, { token: tokens.control });
    expect(body.reference).toMatch(/^\d{4}\/\d{6}$/);
    expect(
      await rows(
        'select client_id is not null as machine from card_tip t join desk_case c on c.id = t.case_id where c.card_number = $1',
        [number],
      ),
    ).toEqual([{ machine: true }]);
    expect((await post('tips', { number, ...TIP }, { token: tokens.api })).status).toBe(403);
  });

  test('that says nothing useful is refused', async () => {
    const number = '7777777777';
    const bad = [
      {},
      { number: '1', ...TIP },
      { number, category: 'HEARSAY' },
      { number, ...TIP, text: 'x'.repeat(1_001) },
      { number, ...TIP, text: 5 },
    ];
    for (const body of bad) expect((await post('tips', body)).status).toBe(400);
  });

  test('from the same network is taken three times, then one every two minutes', async () => {
    const strict = await startDesk();
    const statuses: number[] = [];
    for (let n = 0; n < 5; n += 1)
      statuses.push((await post('tips', { number: `700000000${n}`, ...TIP }, { url: strict.url })).status);
    await strict.stop();
    expect(statuses).toEqual([201, 201, 201, 429, 429]);
  });
});

describe('the caseworker of a tip', () => {
  test('sees the card, its firm and its history without a right to the issuer’s cards, and nobody’s name', async () => {
    const card = await createCard(desk);
    await desk.sql.query(
      `update card set status = 'INVALID', status_reason = 'AA_NOT_EMPLOYED', status_at = now() where id = $1`,
      [card.id],
    );
    const { id } = await createTip(desk, { number: card.number });
    const caseworker = await desk.as('caseworker');
    const { tipCard } = await caseworker.ask(CARD, { caseId: id });
    expect(tipCard).toMatchObject({
      ...{
        number: card.number,
        status: 'INVALID',
        statusReason: 'AA_NOT_EMPLOYED',
        canTellEmployer: true,
        employerToldAt: null,
      },
      history: [
        { type: 'CARD_STATUS', from: 'VALID', to: 'INVALID', reason: 'AA_NOT_EMPLOYED' },
        { type: 'CARD_STATUS', from: null, to: 'VALID' },
      ],
      tips: [{ category: 'WRONG_PERSON', text: 'Bildet ligner ikke på den som bar kortet.', reporter: null }],
    });
    expect(JSON.stringify(tipCard)).not.toContain('Prøve Person');
  });

  test('is shown that nobody has a number', async () => {
    const { id } = await createTip(desk, { number: '7000000099' });
    const caseworker = await desk.as('caseworker');
    const { tipCard } = await caseworker.ask(CARD, { caseId: id });
    expect(tipCard).toMatchObject({
      number: '7000000099',
      status: null,
      firmName: null,
      canTellEmployer: false,
      history: [],
    });
    const { errors } = await caseworker.send(write('tellEmployerOfTip'), {
      input: { caseId: id, expectedVersion: 1 },
    });
    expect(errors?.[0]?.extensions.code).toBe('RESERVATION_LOST');
  });

  test('gets it by taking the next of the queue, and the issuer’s desk does not', async () => {
    await desk.sql.query(`update desk_case set status = 'CLOSED', closed_at = now() where status = 'OPEN'`);
    const { id } = await createTip(desk);
    const take = 'mutation Take { takeNext(queue: TIP_INVALID_CARD) { case { id } } }';
    expect(await (await desk.as('agent')).ask(take)).toEqual({ takeNext: { case: null } });
    const caseworker = await desk.as('caseworker');
    expect(
      (await caseworker.ask('{ menuCounts { tipInvalidCard { value } } }')).menuCounts.tipInvalidCard.value,
    ).toBe(1);
    expect(await caseworker.ask(take)).toEqual({ takeNext: { case: { id } } });
    expect(
      (await (await desk.as('agent')).ask('{ menuCounts { tipInvalidCard { value } } }')).menuCounts
        .tipInvalidCard,
    ).toBeNull();
  });

  test('tells the employer when he decides so, once, by a letter that can be taken back and names no reporter', async () => {
    const { id, number } = await createTip(desk, { reservedBy: desk.staff.caseworker });
    const caseworker = await desk.as('caseworker');
    expect(
      await rows('select 1 from outbox_mail m join card k on k.id = m.card_id where k.number = $1', [number]),
    ).toEqual([]);
    const told = await caseworker.ask(write('tellEmployerOfTip'), {
      input: { caseId: id, expectedVersion: 1 },
    });
    const mails = await rows(
      `select m.organisation_id, m.template, m.status, m.send_after > now() as waits from outbox_mail m join card k on k.id = m.card_id where k.number = $1`,
      [number],
    );
    expect(mails).toEqual([
      {
        organisation_id: 1,
        template: 'CARD_SUSPECT',
        status: 'QUEUED',
        waits: true,
      },
    ]);
    const { version: expectedVersion } = told.tellEmployerOfTip;
    const again = await caseworker.send(write('tellEmployerOfTip'), {
      input: { caseId: id, expectedVersion },
    });
    expect(again.errors?.[0]?.extensions.code).toBe('ACTION_NOT_AVAILABLE');
    expect((await caseworker.ask(CARD, { caseId: id })).tipCard.employerToldAt).not.toBeNull();
  });

  test('asks the issuer to block it: an inquiry at the issuer’s desk, about the issuer’s own card', async () => {
    const { id, number } = await createTip(desk, { reservedBy: desk.staff.caseworker });
    const caseworker = await desk.as('caseworker');
    await caseworker.ask(write('askIssuerToBlock'), { input: { caseId: id, expectedVersion: 1 } });
    const [asked] = await rows(
      `select c.organisation_id, c.kind, c.description, c.order_item_id = k.order_item_id as its_line, n.number as tip
       from desk_case c join card k on k.number = $1 join desk_case n on n.id = $2 where c.title = 'Sperr HMS-kort ' || $1`,
      [number, id],
    );
    expect(asked).toMatchObject({ organisation_id: 1, kind: 'INQUIRY', its_line: true });
    expect(asked.description).toContain(asked.tip);
    expect((await rows('select status from card where number = $1', [number]))[0].status).toBe('VALID');
  });

  test('closes it with a result of its own, and with none of an inquiry', async () => {
    const { id } = await createTip(desk, { reservedBy: desk.staff.caseworker });
    const caseworker = await desk.as('caseworker');
    const close = (reason: string) =>
      caseworker.send(CLOSE, { input: { caseId: id, expectedVersion: 1, reason } });
    expect((await close('ANSWERED')).errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
    expect((await close('REPORTED_TO_POLICE')).data?.closeCase.status).toBe('CLOSED');
  });
});

describe('a seized card', () => {
  test('is recorded by the control authority that has it, and told where to send it', async () => {
    const card = await createCard(desk);
    const { status, body } = await post(
      'seizures',
      { number: card.number, by: 'Statens vegvesen, Svinesund' },
      { token: tokens.control },
    );
    expect(status).toBe(201);
    expect(body.sendTo).toContain('Kortutstederen');
    const again = await post('seizures', { number: card.number, by: 'Politiet' }, { token: tokens.control });
    expect(again.status).toBe(201);
    expect(
      await rows('select seized_by, seized_on is not null as seized, status from card where id = $1', [
        card.id,
      ]),
    ).toEqual([{ seized_by: 'Statens vegvesen, Svinesund', seized: true, status: 'VALID' }]);
    expect(
      await rows(`select type, note from order_event where card_id = $1 and type = 'SEIZED'`, [card.id]),
    ).toEqual([{ type: 'SEIZED', note: 'Statens vegvesen, Svinesund' }]);
  });

  test('is recorded by nobody else, not for a day to come, and not when there is none', async () => {
    const { number } = await createCard(desk);
    const by = 'Politiet';
    expect((await post('seizures', { number, by })).status).toBe(401);
    expect((await post('seizures', { number, by }, { token: tokens.api })).status).toBe(403);
    expect((await post('seizures', { number, by, on: '2099-01-01' }, { token: tokens.control })).status).toBe(
      400,
    );
    expect((await post('seizures', { number, by: ' ' }, { token: tokens.control })).status).toBe(400);
    expect((await post('seizures', { number: '7000000098', by }, { token: tokens.control })).status).toBe(
      404,
    );
    expect(await rows('select seized_on from card where number = $1', [number])).toEqual([
      { seized_on: null },
    ]);
  });

  test('cannot be written through the role that checks cards when no control authority asks', async () => {
    const client = await desk.app.dbParts.pool.connect();
    await client.query('begin');
    await client.query(`select set_config('role', 'desk_check', true)`);
    await expect(client.query(`select seize_card('7000000098', '2026-11-20', 'meg', now())`)).rejects.toThrow(
      'only a control authority',
    );
    await client.query('rollback');
    client.release();
  });
});
