import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, startDesk } from '../support/desk.ts';
import {
  CLIENT_ID,
  type IdentityProvider,
  newKey,
  type PersonName,
  startProvider,
} from '../support/identity-provider.ts';
import { Visitor } from '../support/visitor.ts';

const LOGOUT = 'http://schemas.openid.net/event/backchannel-logout';

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

async function signedIn(person: PersonName) {
  const browser = new Visitor(desk.url);
  expect(await browser.signIn(person)).toBe('/');
  return browser;
}
const myName = async (browser: Visitor) => (await browser.ask('{ me { name } }')).me?.name ?? null;
const sidOf = async (email: string): Promise<string> =>
  (
    await desk.sql.query(
      'select s.idp_session from staff_session s join staff_user u on u.id = s.staff_user_id where u.email = $1 order by s.id desc limit 1',
      [email],
    )
  ).rows[0].idp_session;

const send = async (token: string, type = 'application/x-www-form-urlencoded') => {
  const response = await fetch(`${desk.url}/auth/backchannel-logout`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: new URLSearchParams({ logout_token: token }).toString(),
  });
  return { status: response.status, cache: response.headers.get('cache-control') };
};

describe('the provider says that a session has ended', () => {
  test('a token with its name for the session ends that one and no other', async () => {
    const [office, home] = [await signedIn('ingrid'), await signedIn('ingrid')];
    const token = await provider.logoutToken({ sub: 'ingrid', sid: await sidOf('ingrid@utsteder.example') });
    expect(await send(token)).toEqual({ status: 200, cache: 'no-store' });
    expect([await myName(office), await myName(home)]).toEqual(['Ingrid Solheim', null]);
  });

  test('a token with the person alone ends all of hers and nobody else’s', async () => {
    const [office, home, stine] = [
      await signedIn('ingrid'),
      await signedIn('ingrid'),
      await signedIn('stine'),
    ];
    expect((await send(await provider.logoutToken({ sub: 'ingrid' }))).status).toBe(200);
    expect([await myName(office), await myName(home), await myName(stine)]).toEqual([
      null,
      null,
      'Stine Krog',
    ]);
  });

  test('the provider’s own page for signing out tells the desk by itself', async () => {
    const browser = await signedIn('henrik');
    const page = await (await browser.fetch(await browser.next('/auth/sign-out'))).text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const response = await browser.fetch(`${provider.issuer}/session/end/confirm`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ xsrf, logout: 'yes' }).toString(),
    });
    expect(response.headers.get('location')).toBe(`${desk.url}/`);
    await expect.poll(() => myName(browser), { timeout: 5_000 }).toBeNull();
  });

  test('its page in a frame may say so too, with issuer and session', async () => {
    const browser = await signedIn('ingrid');
    const sid = await sidOf('ingrid@utsteder.example');
    const say = async (iss: string, name: string) =>
      (await fetch(`${desk.url}/auth/frontchannel-logout?${new URLSearchParams({ iss, sid: name })}`)).status;
    expect([await say('https://ond.example', sid), await say(provider.issuer, '')]).toEqual([400, 400]);
    expect(await myName(browser)).toBe('Ingrid Solheim');
    expect(await say(provider.issuer, sid)).toBe(200);
    expect(await myName(browser)).toBeNull();
  });
});

describe('a logout token that is not genuine ends nothing', () => {
  const seconds = () => Math.floor(Date.now() / 1000);
  type Claims = Record<string, unknown>;
  const NONE: Claims = {};
  const FORGERIES: readonly (readonly [string, () => Claims, Claims])[] = [
    ['for another client', () => ({ aud: 'another-client' }), NONE],
    ['from another issuer', () => ({ iss: 'https://ond.example' }), NONE],
    ['from an hour ago', () => ({ iat: seconds() - 3600, exp: seconds() + 60 }), NONE],
    ['whose time is over', () => ({ exp: seconds() - 60 }), NONE],
    ['without an id', () => ({ jti: undefined }), NONE],
    ['without a time', () => ({ iat: undefined }), NONE],
    ['without the event', () => ({ events: { 'http://schemas.openid.net/event/other': {} } }), NONE],
    ['without events', () => ({ events: undefined }), NONE],
    ['with a nonce, as an id token has', () => ({ nonce: 'n' }), NONE],
    ['that names nobody', () => ({ sub: undefined }), NONE],
    ['of another type', () => ({}), { typ: 'JWT' }],
    ['of no type', () => ({}), { typ: undefined }],
  ];

  test.each(FORGERIES)('one %s', async (_, claims, header) => {
    const browser = await signedIn('ingrid');
    const token = await provider.logoutToken({ sub: 'ingrid', ...claims() }, header);
    expect((await send(token)).status).toBe(400);
    expect(await myName(browser)).toBe('Ingrid Solheim');
  });

  test('one that is signed by another key, or by nobody', async () => {
    const browser = await signedIn('ingrid');
    const stranger = await newKey('provider-1');
    const claims = {
      iss: provider.issuer,
      aud: CLIENT_ID,
      sub: 'ingrid',
      jti: 'j',
      events: { [LOGOUT]: {} },
    };
    const signed = await new SignJWT(claims)
      .setIssuedAt()
      .setProtectedHeader({ alg: 'RS256', kid: 'provider-1', typ: 'logout+jwt' })
      .sign(stranger.privateKey);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${part({ alg: 'none', typ: 'logout+jwt' })}.${part({ ...claims, iat: seconds() })}.`;
    const shared = await new SignJWT(claims)
      .setIssuedAt()
      .setProtectedHeader({ alg: 'HS256', typ: 'logout+jwt' })
      .sign(new TextEncoder().encode('a'.repeat(32)));
    for (const token of [signed, unsigned, shared, 'x', '']) expect((await send(token)).status).toBe(400);
    expect(await myName(browser)).toBe('Ingrid Solheim');
  });

  test('one that has been used', async () => {
    const token = await provider.logoutToken({ sub: 'ingrid' });
    expect((await send(token)).status).toBe(200);
    const browser = await signedIn('ingrid');
    expect((await send(token)).status).toBe(400);
    expect(await myName(browser)).toBe('Ingrid Solheim');
  });

  test('one that is far too long, or sent in another form', async () => {
    const browser = await signedIn('ingrid');
    const token = await provider.logoutToken({ sub: 'ingrid' });
    expect((await send('x'.repeat(20_000))).status).toBe(413);
    expect((await send(token, 'text/plain')).status).toBe(400);
    expect(await myName(browser)).toBe('Ingrid Solheim');
  });
});

describe('signing out at the desk', () => {
  test('goes on to the provider with the desk’s own name and the way back, never with a token', async () => {
    const browser = await signedIn('stine');
    expect((await browser.ask('mutation Out { signOut }')).signOut).toBe(true);
    expect(await myName(browser)).toBeNull();
    const away = new URL(await browser.next('/auth/sign-out'));
    expect(away.origin + away.pathname).toBe(`${provider.issuer}/session/end`);
    expect(Object.fromEntries(away.searchParams)).toEqual({
      client_id: CLIENT_ID,
      post_logout_redirect_uri: `${desk.url}/`,
    });
  });

  test('another site’s page cannot send anyone there', async () => {
    const response = await fetch(`${desk.url}/auth/sign-out`, {
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(response.headers.get('location')).toBe('/');
  });
});
