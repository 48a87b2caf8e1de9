import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { APPEAL_ROUTES } from '../../server/src/features/appeal/appeal.routes.ts';
import { CARD_CHECK_ROUTES } from '../../server/src/features/card-check/card-check.routes.ts';
import { CARD_TIP_ROUTES } from '../../server/src/features/card-tip/card-tip.routes.ts';
import { DOCUMENT_ROUTES } from '../../server/src/features/document/document.routes.ts';
import { INVOICE_FILE_ROUTES } from '../../server/src/features/ehf/invoice-file.routes.ts';
import { FILE_ROUTES } from '../../server/src/features/image-review/files.routes.ts';
import { LEDGER_ROUTES } from '../../server/src/features/ledger/ledger.routes.ts';
import { LETTER_ROUTES } from '../../server/src/features/letter/letter.routes.ts';
import { OAUTH_ROUTES } from '../../server/src/features/machine-client/oauth.routes.ts';
import { PAYMENT_ROUTES } from '../../server/src/features/payment/payment.routes.ts';
import { PUBLIC_REGISTER_ROUTES } from '../../server/src/features/public-register/public-register.routes.ts';
import { SIGN_IN_ROUTES } from '../../server/src/features/sign-in/sign-in.routes.ts';
import { UPLOAD_ROUTES } from '../../server/src/features/upload/upload.routes.ts';
import { VAT_BATCH_ROUTES } from '../../server/src/features/vat-batch/vat-batch.routes.ts';
import type { RouteRule } from '../../server/src/platform/access/route-rules.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createPerson } from '../support/factories.ts';
import { createLink, createWaitingCase, uploadPair } from '../support/upload.factories.ts';
import { CALLERS, type Caller, PUBLIC } from './callers.ts';
import { birthDateOf, emailOf, nationalIdOf, say } from './canaries.ts';
import { MIDDLEWARE, MOUNTED, ROUTES, type Route } from './routes.ts';

let desk: Desk;
const clients = {} as Record<Caller, Client>;
beforeAll(async () => {
  desk = await startDesk({ env: { REQUEST_BUDGET: '0' } });
  for (const caller of CALLERS) clients[caller] = await desk.as(caller);
});
afterAll(() => desk.stop());

const pattern = ({ path }: RouteRule) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`);

test('every route the server names has an expectation that says the same', () => {
  const rules = [
    ...FILE_ROUTES,
    ...DOCUMENT_ROUTES,
    ...APPEAL_ROUTES,
    ...VAT_BATCH_ROUTES,
    ...INVOICE_FILE_ROUTES,
    ...LEDGER_ROUTES,
    ...LETTER_ROUTES,
    ...PAYMENT_ROUTES,
    ...SIGN_IN_ROUTES,
    ...UPLOAD_ROUTES,
    ...OAUTH_ROUTES,
    ...CARD_CHECK_ROUTES,
    ...CARD_TIP_ROUTES,
    ...PUBLIC_REGISTER_ROUTES,
  ];
  expect(rules.length).toBeGreaterThan(4);
  for (const rule of rules) {
    const found = ROUTES.filter(route => route.method === rule.method && pattern(rule).test(route.path));
    expect(found, `${rule.method} ${rule.path}`).not.toEqual([]);
    for (const route of found) expect(route.may === PUBLIC, route.path).toBe(rule.rule === 'public');
  }
});

interface Layer {
  readonly name: string;
  readonly route?: { readonly path: string | RegExp; readonly methods: Record<string, boolean> };
  readonly handle: { readonly stack?: readonly Layer[] };
}

/** What Express has been told to answer, however deep it lies. */
function mounted(stack: readonly Layer[]): string[] {
  return stack.flatMap(({ route, handle }) => {
    if (route) return Object.keys(route.methods).map(method => `${method.toUpperCase()} ${route.path}`);
    return handle.stack ? mounted(handle.stack) : [];
  });
}

/** The built console is served where there is one: files anyone may have. */
const CONSOLE = ['GET /opplasting/:token', 'GET /kort', 'GET /lovlig', 'GET /^\\/(?!'];

test('every route that is mounted has an expectation, and nothing else answers', () => {
  const { stack } = (desk.app.http as unknown as { router: { stack: readonly Layer[] } }).router;
  const found = mounted(stack).filter(route => !CONSOLE.some(start => route.startsWith(start)));
  expect(found.sort(), 'write its lines in test/access/routes.ts').toEqual([...MOUNTED].sort());
  const unnamed = stack.filter(
    ({ route, handle, name }) => !route && !handle.stack && !MIDDLEWARE.includes(name),
  );
  const names = unnamed.map(({ name }) => name);
  expect(names, 'a new handler: name the function and list it in MIDDLEWARE').toEqual(NAMELESS);
});

/** Who is logged and counted, how an answer begins, and GraphQL itself. */
const NAMELESS = new Array(4).fill('<anonymous>');

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

describe('a stored image', () => {
  const OWNERS: readonly Caller[] = ['agent', 'senior'];
  const ids = { own: '', foreign: '', missing: '987654321098' };

  beforeAll(async () => {
    ids.own = await imageOf(1);
    ids.foreign = await imageOf(2);
  });

  async function imageOf(organisation: 1 | 2): Promise<string> {
    const { id } = await createWaitingCase(desk, { organisation, item: { organisation } });
    await uploadPair(desk, id);
    const sql = `select s.photo_file_id from image_submission s where s.case_id = $1`;
    return (await desk.sql.query(sql, [id])).rows[0].photo_file_id;
  }

  const look = async (client: Client, id: string, variant = 'display') => {
    const response = await client.fetch(`/files/${id}/${variant}`);
    const kept = ['content-type', 'content-length', 'cache-control', 'content-disposition'];
    const headers = kept.map(name => response.headers.get(name));
    return { status: response.status, headers, body: await response.text() };
  };

  test('opens for the image desk of its organisation, and for nobody else', async () => {
    for (const caller of CALLERS) {
      const { status } = await look(clients[caller], ids.own, 'thumbnail');
      expect(status, caller).toBe(OWNERS.includes(caller) ? 200 : 404);
    }
  });

  test('of another organisation looks exactly like one that is not there, to everyone', async () => {
    for (const caller of CALLERS)
      for (const variant of ['display', 'thumbnail', 'original'])
        expect(await look(clients[caller], ids.foreign, variant), caller).toEqual(
          await look(clients[caller], ids.missing, variant),
        );
    const stranger = await look(desk.anonymous(), ids.own);
    expect(stranger.status).toBe(401);
    expect(await look(desk.anonymous(), ids.missing)).toEqual(stranger);
  });

  test('leaves no trace of a look that was refused', async () => {
    const readings = async () =>
      (await desk.sql.query(`select count(*)::int as n from audit_log where kind = 'READ'`)).rows[0].n;
    const before = await readings();
    for (const caller of CALLERS) await look(clients[caller], ids.foreign);
    expect(await readings()).toBe(before);
  });
});

test('the upload page tells whoever holds the link a first name and a firm, and nothing more about anybody', async () => {
  const names = { givenName: say('givenName', '1I'), familyName: say('familyName', '1I') };
  const given = { ...names, birthDate: birthDateOf('1I'), nationalId: nationalIdOf('1I') };
  const { id: personId } = await createPerson(desk, given);
  const { id } = await createWaitingCase(desk, {
    item: { personId },
    title: say('title', '1I'),
    description: say('description', '1I'),
  });
  await desk.sql.query('update order_item set orderer_email = $2, orderer_name = $3 where person_id = $1', [
    personId,
    emailOf('1I'),
    say('ordererName', '1I'),
  ]);
  const page = await (await fetch(`${desk.url}/uploads/${await createLink(desk, id)}`)).text();
  expect(page).toContain(given.givenName);
  const hidden = [given.familyName, given.birthDate, given.nationalId.slice(0, 6), say('title', '1I')];
  for (const text of [...hidden, say('description', '1I'), emailOf('1I'), say('ordererName', '1I')])
    expect(page).not.toContain(text);
});
