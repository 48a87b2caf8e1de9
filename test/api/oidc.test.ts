import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, startDesk } from '../support/desk.ts';
import { type IdentityProvider, type PersonName, startProvider } from '../support/identity-provider.ts';
import { Visitor } from '../support/visitor.ts';

const ME = '{ me { id name email roles signInMethod organisation { kind } } }';

let provider: IdentityProvider;
let desk: Desk;
beforeAll(async () => {
  provider = await startProvider();
  desk = await startDesk({ env: { OIDC_FILE: provider.file, PORT: provider.deskPort } });
});
afterAll(async () => {
  await desk.stop();
  await provider.stop();
});

const visitor = () => new Visitor(desk.url);
/** A second is how long a session is remembered. */
const aMoment = () => new Promise(resolve => setTimeout(resolve, 1_100));
const reasonOf = (path: string) =>
  /^\/sign-in-refused\?reason=(\w+)&id=[0-9a-f-]{36}$/.exec(path)?.[1] ?? path;

async function signedIn(person: PersonName): Promise<Visitor> {
  const browser = visitor();
  expect(await browser.signIn(person)).toBe('/');
  return browser;
}

const lastLog = async () =>
  (
    await desk.sql.query(
      `select operation, outcome, actor_id, new_values from audit_log where kind = 'SIGN_IN' order by id desc limit 1`,
    )
  ).rows[0];

describe('signing in through the provider', () => {
  test('the first time makes a member of staff with the roles of the claims, and leads back to the page', async () => {
    const ingrid = visitor();
    expect(await ingrid.signIn('ingrid', '/auth/sign-in?return=/my-cases%3Fdue%3Dtoday')).toBe(
      '/my-cases?due=today',
    );
    const { me } = await ingrid.ask(ME);
    expect(me).toEqual({
      id: expect.any(String),
      name: 'Ingrid Solheim',
      email: 'ingrid@utsteder.example',
      roles: ['AGENT'],
      signInMethod: 'OIDC',
      organisation: { kind: 'ISSUER' },
    });
    expect(await lastLog()).toMatchObject({ operation: 'providerSignIn', outcome: 'OK', actor_id: me.id });
  });

  test('the next time it is the same person, known by issuer and subject and not by her address', async () => {
    const first = await (await signedIn('stine')).ask(ME);
    provider.tell('stine', { email: 'ny.adresse@utsteder.example', name: 'Stine Krog Hansen' });
    const second = await (await signedIn('stine')).ask(ME);
    expect(second.me.id).toBe(first.me.id);
    expect(first.me.roles).toEqual(['AGENT', 'SENIOR_AGENT']);
  });

  test('the browser sees no parameters of the request and no token, only a reference and a code', async () => {
    const browser = visitor();
    const away = new URL(await browser.next('/auth/sign-in'));
    expect([...away.searchParams.keys()].sort()).toEqual(['client_id', 'request_uri']);
    const callback = new URL(await browser.answerFor('ingrid'));
    expect([...callback.searchParams.keys()].sort()).toEqual(['code', 'iss', 'state']);
    await browser.outcome(callback.href);
    expect(browser.cookies(desk.url)).toMatch(/^(signin-[\w-]{8}=[\w-]+; )?sid=[\w-]{43}$/);
  });

  test('the session keeps level, time and the provider’s name for it, and nothing of the token', async () => {
    const browser = await signedIn('henrik');
    const { rows } = await desk.sql.query(
      `select s.* from staff_session s join staff_user u on u.id = s.staff_user_id where u.email = 'henrik@tilsynet.example'`,
    );
    expect(rows[0]).toMatchObject({
      method: 'OIDC',
      acr: 'substantial',
      idp_session: expect.stringMatching(/^[\w-]{20,}$/),
    });
    expect(Math.abs(Date.now() - rows[0].auth_at.getTime())).toBeLessThan(60_000);
    expect(JSON.stringify(rows)).not.toMatch(/eyJ/);
    expect((await browser.ask(ME)).me.organisation).toEqual({ kind: 'AUTHORITY' });
  });

  test('each sign-in has a session of its own, and the one that was there before is over', async () => {
    const browser = visitor();
    const planted = 'A'.repeat(43);
    browser.setCookies(desk.url, `sid=${planted}`);
    await browser.signIn('ingrid');
    const first = browser.cookies(desk.url);
    expect(first).not.toContain(planted);
    await browser.signIn('ingrid');
    expect(browser.cookies(desk.url)).not.toBe(first);
    const old = visitor();
    old.setCookies(desk.url, first);
    expect((await old.ask(ME)).me).toBeNull();
  });

  test('no password opens anything, and nobody is given one', async () => {
    const signIn =
      'mutation S { signIn(email: "ingrid@utsteder.example", password: "et-langt-passord") { id } }';
    expect(await visitor().ask(signIn)).toBe('NOT_FOUND');
    const astrid = await signedIn('astrid');
    const { createStaff } = await astrid.ask(
      `mutation C { createStaff(input: { name: "Forberedt", email: "forberedt@utsteder.example", organisationId: "1", roles: [AGENT] }) { oneTimePassword user { id lastGrant { id } } } }`,
    );
    expect(createStaff.oneTimePassword).toBeNull();
    await (await signedIn('vidar')).ask(
      `mutation A { approveStaffGrant(input: { id: "${createStaff.user.lastGrant.id}", expectedVersion: 1 }) { id } }`,
    );
    const reset = `mutation R { resetStaffPassword(id: "${createStaff.user.id}", expectedVersion: 1) { oneTimePassword } }`;
    expect(await astrid.ask(reset)).toBe('NO_PASSWORDS');
    const { rows } = await desk.sql.query('select count(*)::int as n from staff_password where must_change');
    expect(rows[0].n).toBe(0);
  });

  test.each([
    'https://ond.example/',
    '//ond.example',
    '/\\ond.example',
    '/auth/sign-in',
    'my-cases',
    '/a\nb',
  ])('the way back never leads to %j', async address => {
    const path = `/auth/sign-in?return=${encodeURIComponent(address)}`;
    expect(await visitor().signIn('ingrid', path)).toBe('/');
  });
});

describe('whoever has no place here', () => {
  const countStaff = async () =>
    (await desk.sql.query('select count(*)::int as n from staff_user')).rows[0].n;

  test.each([
    ['a stranger without a role', 'stranger', 'NO_ROLE'],
    ['someone whose claims point to both organisations', 'both', 'NO_ROLE'],
    ['someone the provider tells no name of', 'nameless', 'NO_NAME'],
    ['someone who presses cancel', 'nobody', 'CANCELLED'],
  ] as const)('%s is turned away with a reason, a log row and no account', async (_, person, reason) => {
    const before = await countStaff();
    const browser = visitor();
    expect(reasonOf(await browser.signIn(person))).toBe(reason);
    expect(browser.cookies(desk.url)).not.toContain('sid=');
    expect(await countStaff()).toBe(before);
    expect(await lastLog()).toMatchObject({ operation: 'providerSignIn', outcome: reason, actor_id: null });
  });

  test('the log says which issuer and subject a line of the mapping would need, and no name', async () => {
    await visitor().signIn('stranger');
    expect((await lastLog()).new_values).toEqual({ issuer: provider.issuer, subject: 'stranger' });
  });

  test('a sign-in below the level that is asked for is refused', async () => {
    provider.level('low');
    expect(reasonOf(await visitor().signIn('ingrid'))).toBe('LEVEL_TOO_LOW');
    provider.level('high');
    expect(await visitor().signIn('ingrid')).toBe('/');
    provider.level('substantial');
  });

  test('an address that is somebody else’s opens nothing, unless the provider has verified it and the account has no owner', async () => {
    provider.tell('stranger', {
      email: 'ingrid@utsteder.example',
      email_verified: true,
      groups: ['desk-agent'],
    });
    expect(reasonOf(await visitor().signIn('stranger'))).toBe('EMAIL_TAKEN');
    provider.tell('stranger', { email: 'forberedt@utsteder.example', groups: ['desk-agent'] });
    expect(reasonOf(await visitor().signIn('stranger'))).toBe('EMAIL_TAKEN');
    provider.tell('stranger', {
      email: 'forberedt@utsteder.example',
      email_verified: true,
      groups: ['desk-agent'],
    });
    const prepared = await signedIn('stranger');
    expect((await prepared.ask(ME)).me.name).toBe('Forberedt');
    provider.tell('stranger', {});
  });
});

describe('rights that change', () => {
  const idOf = async (email: string) =>
    (await desk.sql.query('select id from staff_user where email = $1', [email])).rows[0].id as string;
  const version = async (id: string) =>
    (await desk.sql.query('select version from staff_user where id = $1', [id])).rows[0].version as number;
  const change = async (admin: Visitor, id: string, what: string) =>
    admin.ask(
      `mutation U { updateStaff(input: { id: "${id}", expectedVersion: ${await version(id)}, name: "Ingrid Solheim", ${what} }) { version lastGrant { id } } }`,
    );
  /** By the other administrator. */
  const approve = async ({ updateStaff: { version, lastGrant } }: Awaited<ReturnType<typeof change>>) =>
    (await signedIn('vidar')).ask(
      `mutation A { approveStaffGrant(input: { id: "${lastGrant.id}", expectedVersion: ${version} }) { id } }`,
    );

  test('a role taken by one administrator, or given by two, holds from the next request, without signing in again', async () => {
    const [ingrid, astrid] = [await signedIn('ingrid'), await signedIn('astrid')];
    const id = await idOf('ingrid@utsteder.example');
    expect(await ingrid.ask('{ reasonCatalogue(language: nb) { __typename } }')).not.toBe('FORBIDDEN');
    await approve(await change(astrid, id, 'roles: [FINANCE], active: true'));
    expect((await ingrid.ask(ME)).me.roles).toEqual(['FINANCE']);
    expect(await ingrid.ask('{ reasonCatalogue(language: nb) { __typename } }')).toBe('FORBIDDEN');
  });

  test('it survives the next sign-in, until the provider’s claims say something new', async () => {
    expect((await (await signedIn('ingrid')).ask(ME)).me.roles).toEqual(['FINANCE']);
    provider.tell('ingrid', { groups: ['desk-senior'] });
    expect((await (await signedIn('ingrid')).ask(ME)).me.roles).toEqual(['SENIOR_AGENT']);
    provider.tell('ingrid', {});
    expect((await (await signedIn('ingrid')).ask(ME)).me.roles).toEqual(['AGENT']);
  });

  test('someone who loses every role at the provider does not come in again', async () => {
    provider.tell('ingrid', { groups: [] });
    expect(reasonOf(await visitor().signIn('ingrid'))).toBe('NO_ROLE');
    provider.tell('ingrid', {});
  });

  test('a disabled person is out at the next request and cannot come in again', async () => {
    const [ingrid, astrid] = [await signedIn('ingrid'), await signedIn('astrid')];
    const id = await idOf('ingrid@utsteder.example');
    await change(astrid, id, 'roles: [AGENT], active: false');
    expect((await ingrid.ask(ME)).me).toBeNull();
    expect(reasonOf(await visitor().signIn('ingrid'))).toBe('NOT_ACTIVE');
    const proposal = await change(astrid, id, 'roles: [AGENT], active: true');
    expect(reasonOf(await visitor().signIn('ingrid'))).toBe('NOT_ACTIVE');
    await approve(proposal);
    expect(await visitor().signIn('ingrid')).toBe('/');
  });
});

describe('proving again who one is', () => {
  const CREATE =
    'mutation C($email: ShortText!) { createStaff(input: { name: "Ny", email: $email, organisationId: "1", roles: [AGENT] }) { user { id } } }';
  const grow = (minutes: number) =>
    desk.sql.query(`update staff_session set auth_at = auth_at - $1 * interval '1 minute'`, [minutes]);

  test('after half an hour a grant waits for it, and the provider asks for the sign-in anew', async () => {
    const astrid = await signedIn('astrid');
    await grow(31);
    await aMoment();
    expect(await astrid.ask(CREATE, { email: 'ny1@utsteder.example' })).toBe('STEP_UP_REQUIRED');
    const before = astrid.cookies(desk.url);
    expect(await astrid.signIn('astrid', '/auth/step-up')).toBe('/confirmed');
    expect(astrid.cookies(desk.url)).not.toBe(before);
    expect((await astrid.ask(CREATE, { email: 'ny1@utsteder.example' })).createStaff.user.id).toEqual(
      expect.any(String),
    );
    const { mySessions } = await astrid.ask('{ mySessions { current } }');
    expect(mySessions.filter((s: { current: boolean }) => s.current)).toHaveLength(1);
  });

  test('the token from before the proof opens nothing a second later', async () => {
    const astrid = await signedIn('astrid');
    const before = astrid.cookies(desk.url);
    await astrid.signIn('astrid', '/auth/step-up');
    await aMoment();
    const thief = visitor();
    thief.setCookies(desk.url, before);
    expect((await thief.ask(ME)).me).toBeNull();
  });

  test('somebody else’s proof does not count, and the session stays as it was', async () => {
    const astrid = await signedIn('astrid');
    await grow(31);
    astrid.forget(provider.issuer);
    expect(reasonOf(await astrid.signIn('ingrid', '/auth/step-up'))).toBe('OTHER_PERSON');
    await aMoment();
    expect(await astrid.ask(CREATE, { email: 'ny2@utsteder.example' })).toBe('STEP_UP_REQUIRED');
    expect((await astrid.ask(ME)).me.name).toBe('Astrid Jakobsen');
  });

  test('a proof begun in one session cannot be finished in another', async () => {
    const astrid = await signedIn('astrid');
    const callback = await astrid.answerFor('astrid', '/auth/step-up');
    const attempt = astrid
      .cookies(desk.url)
      .split('; ')
      .filter(pair => pair.startsWith('signin-'));
    const other = await signedIn('astrid');
    other.setCookies(desk.url, attempt.join('; '));
    expect(reasonOf(await other.outcome(callback))).toBe('OTHER_PERSON');
  });

  test('it is no way in for someone who is not signed in, and a password does not replace it', async () => {
    expect(await visitor().next('/auth/step-up')).toBe(`${desk.url}/`);
    const astrid = await signedIn('astrid');
    expect(await astrid.ask('mutation C { confirmSignIn(password: "riktig-hest-batteri") }')).toBe(
      'NOT_FOUND',
    );
  });
});
