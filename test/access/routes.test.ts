import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FILE_ROUTES } from '../../server/src/features/image-review/files.routes.ts';
import { UPLOAD_ROUTES } from '../../server/src/features/upload/upload.routes.ts';
import type { RouteRule } from '../../server/src/platform/access/route-rules.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { CALLERS, type Caller, PUBLIC } from './callers.ts';
import { ROUTES, type Route } from './routes.ts';

let desk: Desk;
const clients = {} as Record<Caller, Client>;
beforeAll(async () => {
  desk = await startDesk();
  for (const caller of CALLERS) clients[caller] = await desk.as(caller);
});
afterAll(() => desk.stop());

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
