import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../server/src/config.ts';
import { settingsFaults } from '../../server/src/platform/self-test/settings.faults.ts';
import type { Client, GraphqlError } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';

const ME = '{ me { name } }';
const FACETS = 'query Facets { caseFacets { scheme { value } status { value } } }';

interface Limited {
  status: number;
  retryAfter: string | null;
  errors?: GraphqlError[];
}

async function send(client: Client, query: string): Promise<Limited> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
  const response = await client.fetch('/graphql', {
    method: 'POST',
    headers,
    body: JSON.stringify({ query }),
  });
  const { errors } = (await response.json()) as { errors?: GraphqlError[] };
  return { status: response.status, retryAfter: response.headers.get('retry-after'), errors };
}

/** Asks until the server has had enough. @returns how often it answered, and the refusal */
async function askUntilRefused(
  client: Client,
  query: string,
): Promise<{ answered: number; refusal: Limited }> {
  for (let answered = 0; answered < 200; answered += 1) {
    const answer = await send(client, query);
    if (answer.status === 429) return { answered, refusal: answer };
  }
  throw new Error('never refused');
}

describe('a caller who asks too much too fast', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk({ env: { REQUEST_BUDGET: '6000' } });
  });
  afterAll(() => desk.stop());

  test('is told how long to wait, by header and by number; colleagues and a new session are not held up', async () => {
    const agent = await desk.as('agent');
    const colleague = await desk.as('colleague');
    const { answered, refusal } = await askUntilRefused(agent, FACETS);
    expect(answered).toBeGreaterThan(20);
    expect(answered).toBeLessThan(60);
    const seconds = Number(refusal.retryAfter);
    expect(seconds).toBeGreaterThan(0);
    expect(refusal.errors).toMatchObject([
      {
        extensions: {
          code: 'RATE_LIMITED',
          params: { seconds },
          requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        },
      },
    ]);
    expect((await send(colleague, FACETS)).status).toBe(200);
    expect((await send(await desk.as('agent'), FACETS)).status).toBe(200);
  });

  test('pays for what is refused, too', async () => {
    const agent = await desk.as('senior');
    const { answered } = await askUntilRefused(agent, '{ nothing }');
    expect(answered).toBeLessThan(80);
    expect((await send(agent, ME)).errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
  });

  test('without a session is known by the address, and does not hold up those who have one', async () => {
    const agent = await desk.as('finance');
    await askUntilRefused(desk.anonymous(), ME);
    expect((await send(desk.anonymous(), '{ deskSettings { version } }')).status).toBe(429);
    expect((await send(agent, ME)).status).toBe(200);
  });

  test('is seen in the log by what each request cost', () => {
    const costs = desk.logLines.map(line => (JSON.parse(line) as { cost?: number }).cost);
    expect(costs).toContain(100);
    expect(Math.max(...costs.map(Number).filter(Number.isFinite))).toBeGreaterThan(1_000);
  });
});

test('production does not serve without a limit', () => {
  const env = {
    MODE: 'production',
    KEYS_FILE: 'keys.json',
    OIDC_FILE: 'oidc.json',
    REGISTERS_FILE: 'registers.json',
    DATABASE_URL: 'postgresql://desk@db/desk',
    PUBLIC_URL: 'https://desk.example',
  };
  const faults = settingsFaults(readConfig({ ...env, REQUEST_BUDGET: '0' }));
  expect(faults).toEqual([expect.stringContaining('Setting REQUEST_BUDGET is 0.')]);
  expect(settingsFaults(readConfig(env))).toEqual([]);
});

describe('a refusal where any document is answered', () => {
  let desk: Desk;
  let agent: Client;
  beforeAll(async () => {
    desk = await startDesk();
    agent = await desk.as('agent');
  });
  afterAll(() => desk.stop());

  test('names the rule and its bound, again and again, and the server validates nothing', async () => {
    const many = `{ ${Array.from({ length: 200 }, (_, i) => `a${i}: myDay { mine }`).join(' ')} }`;
    for (let i = 0; i < 3; i += 1) {
      const { status, data, errors } = await agent.send(many);
      expect([status, data]).toEqual([200, undefined]);
      expect(errors).toMatchObject([
        {
          message: 'The document breaks the rule on aliases: at most 15. Ask for less, or in parts.',
          extensions: { code: 'DOCUMENT_TOO_COMPLEX', params: { rule: 'aliases', most: 15 } },
        },
      ]);
    }
  });

  test('names the cost and its bound; the page a variable asks for counts', async () => {
    const lists = Array.from(
      { length: 15 },
      (_, i) => `a${i}: cases(page: $page) { rows { reservation { by { id } } } count { value } }`,
    );
    const query = `query Q($page: PageInput) { ${lists.join(' ')} me { id } myDay { cases { reservation { by { id } } } } }`;
    const events = query.replace('me {', 'case(number: "2026/1") { events { actor { id } } } me {');
    expect((await agent.send(query, { page: { first: 10 } })).errors).toBeUndefined();
    expect((await agent.send(events, { page: { first: 100 } })).errors).toMatchObject([
      {
        message: 'The document costs 5303; at most 5000. Ask for fewer rows.',
        extensions: { code: 'COST_LIMIT', params: { most: 5_000, cost: 5_303 } },
      },
    ]);
  });

  test('suggests nothing and repeats little', async () => {
    const misspelt = await agent.send('{ mee { id } myDai { mine } }');
    const value = await agent.send('{ cases(filter: { status: [OPN] }) { rows { id } } }');
    const variable = await agent.send(
      'query C($filter: CaseFilter) { cases(filter: $filter) { rows { id } } }',
      { filter: { status: ['OPN', 'x'.repeat(10_000)] } },
    );
    for (const { errors = [] } of [misspelt, value, variable]) {
      expect(errors.length).toBeGreaterThan(0);
      expect(JSON.stringify(errors)).not.toMatch(/did you mean|OPEN/i);
      expect(JSON.stringify(errors).length).toBeLessThan(2_000);
    }
  });
});
