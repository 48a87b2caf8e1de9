import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CheckDesk, type Ordered } from '../support/check-desk.ts';
import type { Client } from '../support/client.ts';

let desk: CheckDesk;
let agent: Client;
beforeAll(async () => {
  desk = await CheckDesk.start();
  agent = await desk.desk.as('agent');
});
afterAll(() => desk.stop());

const CHECK = `id register outcome settledOutcome reason reasonText remedies noException since askedAt nextAt attempts hasAnswer exceptions { code who ruledOut }`;
const AGAIN = `mutation Again($input: CheckAgainInput!) { checkAgain(input: $input) { orderItemId status version silent checks { ${CHECK} } } }`;
const ANSWER = `query Answer($checkId: EntityId!) { registerAnswer(checkId: $checkId, language: nb) {
  orderItemId rulesOn check { ${CHECK} } answer { id at asked answered cause source durationMs } earlier { id at answered } } }`;

interface Check {
  id: string;
  register: string;
  outcome: string;
  reason: string | null;
  reasonText: string | null;
  remedies: string[];
  noException: string | null;
  exceptions: { code: string; ruledOut: string | null }[];
}
interface Checked {
  status: string;
  version: number;
  silent: number;
  checks: Check[];
}

async function again(line: Ordered, { version = 1, client = agent, language = 'nb' } = {}): Promise<Checked> {
  const input = { orderItemId: line.id, expectedVersion: version, language };
  return (await client.ask<{ checkAgain: Checked }>(AGAIN, { input })).checkAgain;
}
const stopped = (promise: Promise<unknown>) =>
  promise.then(
    () => 'DATA',
    (error: { code?: string; message: string }) => error.code ?? error.message.split(' ')[0],
  );
const aa = ({ checks }: Checked) => checks.find(({ register }) => register === 'AA') as Check;

describe('asking again', () => {
  test('answers with what the registers say now, what would cure it, and which exception could apply', async () => {
    const line = await desk.order();
    desk.sandbox
      .person(line.nationalId)
      .notEmployedIn(line.firm.unitOrgNumber)
      .employedIn(line.firm.mainOrgNumber);
    const first = await again(line);
    expect(first).toMatchObject({ status: 'PENDING', silent: 0 });
    expect(aa(first)).toMatchObject({
      outcome: 'REJECTED',
      reason: 'AA_ONLY_IN_MAIN_UNIT',
      reasonText: 'Meldt på feil enhet: arbeidsforholdet står på hovedenheten.',
      remedies: ['Flytt arbeidsforholdet til underenheten i neste a-melding.'],
      exceptions: [],
    });
    desk.sandbox.person(line.nationalId).employedIn(line.firm.unitOrgNumber);
    const second = await again(line, { version: first.version, language: 'en' });
    expect(second.status).toBe('READY');
    expect(aa(second)).toMatchObject({ outcome: 'APPROVED', reason: null, remedies: [] });
    const { rows } = await desk.desk.sql.query(
      `select actor_id from order_event where order_item_id = $1 and type = 'CHECKED_AGAIN'`,
      [line.id],
    );
    expect(rows.map(({ actor_id }) => actor_id)).toEqual([desk.desk.staff.agent, desk.desk.staff.agent]);
  });

  test('also about the line a card came from: it is valid again while the caller waits', async () => {
    const line = await desk.order({ card: true });
    desk.sandbox.person(line.nationalId).is({ status: 'INACTIVE' });
    await again(line);
    expect((await desk.card(line)).status).toBe('INVALID');
    desk.sandbox.person(line.nationalId).is({ status: 'ACTIVE' });
    const { version } = await desk.line(line);
    await again(line, { version });
    expect((await desk.card(line)).status).toBe('VALID');
  });

  test('a silent register keeps nobody waiting, and refuses nobody', async () => {
    const line = await desk.order();
    desk.sandbox.fail('udi', 'CUT');
    desk.sandbox.fail('aa', 'CUT');
    const from = performance.now();
    const answer = await again(line);
    desk.sandbox.fail('aa', 'WELL');
    expect(performance.now() - from).toBeLessThan(4_500);
    expect(answer).toMatchObject({ status: 'PENDING', silent: 1 });
    expect(aa(answer)).toMatchObject({ outcome: 'UNAVAILABLE', reason: 'NO_ANSWER' });
    await new Promise(resolve => setTimeout(resolve, 350));
  });

  test('is refused when the order is over, has changed, is somebody else’s, or was asked about too often', async () => {
    const line = await desk.order();
    expect(await stopped(again(line, { version: 7 }))).toBe('STALE');
    expect(await stopped(again(line, { client: await desk.desk.as('finance') }))).toBe('FORBIDDEN');
    expect(await stopped(again(line, { client: await desk.desk.as('caseworker') }))).toBe('FORBIDDEN');
    const asked = `insert into order_event (organisation_id, order_id, order_item_id, at, type, actor_id)
      select 1, $1, $2, $3, 'CHECKED_AGAIN', $4 from generate_series(1, 30)`;
    const senior = await desk.desk.as('senior');
    await desk.desk.sql.query(asked, [line.orderId, line.id, desk.now, desk.desk.staff.senior]);
    expect(await stopped(again(line, { client: senior }))).toBe('CHECKED_TOO_OFTEN');
    desk.minutesLater(11);
    expect(await stopped(again(line, { client: senior }))).toBe('DATA');
    await desk.desk.sql.query(`update order_item set status = 'CANCELLED' where id = $1`, [line.id]);
    expect(await stopped(again(line, { version: 3 }))).toBe('ACTION_NOT_AVAILABLE');
  });
});

describe('the evidence behind a check', () => {
  test('shows what was asked and answered, and earlier answers; the reading is on record', async () => {
    const line = await desk.order();
    desk.sandbox.person(line.nationalId).leaves(line.firm.unitOrgNumber, '2026-11-01');
    const { version } = await again(line);
    desk.sandbox.person(line.nationalId).notEmployedIn(line.firm.unitOrgNumber);
    const check = aa(await again(line, { version }));
    const { registerAnswer } = await agent.ask<{ registerAnswer: Record<string, unknown> }>(ANSWER, {
      checkId: check.id,
    });
    expect(registerAnswer).toMatchObject({
      orderItemId: line.id,
      rulesOn: '2026-11-02',
      check: { reason: 'AA_NOT_REGISTERED', noException: null },
      answer: {
        asked: { question: 'employmentsOf', personId: line.personId },
        answered: { employments: [] },
      },
      earlier: [{ answered: { employments: [{ end: '2026-11-01' }] } }],
    });
    expect(JSON.stringify(registerAnswer)).not.toContain(line.nationalId);
    const sql = `select actor_id, person_ids from audit_log where kind = 'READ' and table_name = 'register_answer' and operation like '%nswer%'`;
    const { rows } = await desk.desk.sql.query(sql);
    expect(rows).toEqual([{ actor_id: desk.desk.staff.agent, person_ids: [line.personId] }]);
  });

  test('says when no exception fits, from what the firm is and who the person is there', async () => {
    const line = await desk.order({ form: 'AS' });
    firmless(line);
    const check = aa(await again(line));
    expect(check.exceptions.find(({ code }) => code === 'AA_ENK_SPOUSE')?.ruledOut).toBe(
      'Virksomheten er ikke et enkeltpersonforetak.',
    );
    expect(check.exceptions.find(({ code }) => code === 'AA_NAV_VTA')?.ruledOut).toBeNull();
  });
});

const firmless = (line: Ordered) =>
  desk.sandbox.person(line.nationalId).notEmployedIn(line.firm.unitOrgNumber);
