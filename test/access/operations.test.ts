import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emitSchema } from '../../server/src/emit-schema.ts';
import { FILE_ROUTES } from '../../server/src/features/image-review/files.routes.ts';
import { UPLOAD_ROUTES } from '../../server/src/features/upload/upload.routes.ts';
import { operationRules } from '../../server/src/platform/access/allow.ts';
import type { RouteRule } from '../../server/src/platform/access/route-rules.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { type ExampleCall, exampleCalls } from '../support/example-call.ts';
import { ARGUMENTS, CALLERS, type Caller, OPERATIONS, PUBLIC, ROUTES, type Route } from './matrix.ts';

const CALLS = exampleCalls(buildSchema(await emitSchema()));
const REFUSALS = ['FORBIDDEN', 'UNAUTHENTICATED'];

let desk: Desk;
const clients = {} as Record<Caller, Client>;
beforeAll(async () => {
  desk = await startDesk();
  for (const caller of CALLERS) clients[caller] = await desk.as(caller);
});
afterAll(() => desk.stop());

test('every operation of the schema has an expectation, and every expectation an operation', () => {
  const operations = CALLS.map(call => call.name).sort();
  expect(Object.keys(OPERATIONS).sort()).toEqual(operations);
  expect([...operationRules().keys()].sort()).toEqual(operations);
});

/** The code of the answer, DATA when there is one. Whoever signs in or out gets a fresh session afterwards. */
async function codeFor(call: ExampleCall, caller: Caller | null): Promise<string> {
  const client = caller === null ? desk.anonymous() : clients[caller];
  const { errors } = await client.send(call.document, { ...call.variables, ...ARGUMENTS[call.name] });
  if (caller && call.name.startsWith('sign')) clients[caller] = await desk.as(caller);
  return errors?.[0]?.extensions.code ?? 'DATA';
}

describe('each operation answers those who may and refuses the others', () => {
  test.each(CALLS.map(call => [call.name, call] as const))('%s', async (name, call) => {
    const may = OPERATIONS[name] ?? [];
    for (const caller of CALLERS) {
      const code = await codeFor(call, caller);
      if (may === PUBLIC || may.includes(caller))
        expect(
          [...REFUSALS, 'INTERNAL', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'],
          caller,
        ).not.toContain(code);
      else expect(code, caller).toBe('FORBIDDEN');
    }
    const stranger = await codeFor(call, null);
    if (may === PUBLIC) expect(REFUSALS).not.toContain(stranger);
    else expect(stranger).toBe('UNAUTHENTICATED');
  });
});

const pattern = ({ path }: RouteRule) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`);

test('every route the server names has an expectation that says the same', () => {
  const rules = [...FILE_ROUTES, ...UPLOAD_ROUTES];
  expect(rules.length).toBeGreaterThan(4);
  for (const rule of rules) {
    const found = ROUTES.filter(route => route.method === rule.method && pattern(rule).test(route.path));
    expect(found, `${rule.method} ${rule.path}`).not.toEqual([]);
    for (const route of found) expect(route.may === PUBLIC, route.path).toBe(rule.rule === 'public');
  }
});

const titleOf = ({ method, path, headers = {} }: Route) =>
  [method, path, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)].join(' ');

describe('each HTTP route answers those who may and refuses the others', () => {
  test.each(ROUTES.map(route => [titleOf(route), route] as const))('%s', async (_, route) => {
    const { method, path, headers, body, may } = route;
    const ask = async (client: Client) => (await client.fetch(path, { method, headers, body })).status;
    for (const caller of CALLERS) {
      const allowed = may === PUBLIC || may.includes(caller);
      expect(await ask(clients[caller]), caller).toBe(allowed ? route.allowed : route.refused);
    }
    expect(await ask(desk.anonymous()), 'a stranger').toBe(route.anonymous);
  });
});
