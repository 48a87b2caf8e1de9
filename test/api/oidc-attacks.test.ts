import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, startDesk } from '../support/desk.ts';
import { type ForgedProvider, type Lie, startForgedProvider } from '../support/forged-provider.ts';
import { type IdentityProvider, startProvider } from '../support/identity-provider.ts';
import { Visitor } from '../support/visitor.ts';

const ME = '{ me { name } }';
const reasonOf = (path: string) => /^\/sign-in-refused\?reason=(\w+)/.exec(path)?.[1] ?? path;
const signedIn = (browser: Visitor) => browser.cookies(browser.desk).includes('sid=');

describe('answers that are bent on the way back', () => {
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
  /** Someone on the way back from the provider, with one part of the answer replaced. */
  async function bent(part: string, value: (was: string) => string) {
    const browser = visitor();
    const callback = new URL(await browser.answerFor('ingrid'));
    callback.searchParams.set(part, value(callback.searchParams.get(part) ?? ''));
    return { browser, outcome: reasonOf(await browser.outcome(callback.href)) };
  }

  test('an attacker’s own answer, opened in the browser of a victim, signs nobody in', async () => {
    const callback = await visitor().answerFor('stine');
    const victim = visitor();
    expect(reasonOf(await victim.outcome(callback))).toBe('EXPIRED');
    expect(signedIn(victim)).toBe(false);
  });

  test('the same with an attempt of the victim’s own under way', async () => {
    const callback = await visitor().answerFor('stine');
    const victim = visitor();
    await victim.next('/auth/sign-in');
    expect(reasonOf(await victim.outcome(callback))).toBe('EXPIRED');
    expect(signedIn(victim)).toBe(false);
  });

  test('a state that was changed is unknown', async () => {
    const { browser, outcome } = await bent('state', was => `${was.slice(0, 8)}${'A'.repeat(35)}`);
    expect(outcome).toBe('EXPIRED');
    expect(signedIn(browser)).toBe(false);
  });

  test('states swapped between two attempts: the code belongs to the other one, and PKCE says so', async () => {
    const browser = visitor();
    const [mine, other] = [
      new URL(await browser.answerFor('ingrid')),
      new URL(await browser.answerFor('ingrid')),
    ];
    mine.searchParams.set('code', other.searchParams.get('code') ?? '');
    expect(reasonOf(await browser.outcome(mine.href))).toBe('PROVIDER_REFUSED');
    expect(signedIn(browser)).toBe(false);
  });

  test('a code works once, also when the cookie is put back', async () => {
    const browser = visitor();
    const callback = await browser.answerFor('ingrid');
    const before = browser.cookies(desk.url);
    expect(await browser.outcome(callback)).toBe('/');
    expect(reasonOf(await browser.outcome(callback))).toBe('EXPIRED');
    const replay = visitor();
    replay.setCookies(desk.url, before);
    expect(reasonOf(await replay.outcome(callback))).toBe('EXPIRED');
    expect(signedIn(replay)).toBe(false);
  });

  test('a code the provider never gave is refused', async () => {
    const { browser, outcome } = await bent('code', () => 'A'.repeat(43));
    expect(outcome).toBe('PROVIDER_REFUSED');
    expect(signedIn(browser)).toBe(false);
  });

  test('an answer in the name of another issuer is refused before the code goes anywhere (mix-up)', async () => {
    const { browser, outcome } = await bent('iss', () => 'https://ond.example');
    expect(outcome).toBe('PROVIDER_REFUSED');
    expect(signedIn(browser)).toBe(false);
  });

  test('a cookie that was changed, or made by another desk, is worth nothing', async () => {
    const browser = visitor();
    const callback = await browser.answerFor('ingrid');
    const [name = '', value = ''] = browser.cookies(desk.url).split('=');
    browser.setCookies(desk.url, `${name}=${value.slice(0, -6)}AAAAAA`);
    expect(reasonOf(await browser.outcome(callback))).toBe('EXPIRED');
  });

  test('an attempt is forgotten after ten minutes', async () => {
    const response = await visitor().fetch('/auth/sign-in');
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^signin-[\w-]{8}=[\w-]{200,}; Max-Age=600; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});

describe('a provider that lies', () => {
  let provider: ForgedProvider;
  let desk: Desk;
  beforeAll(async () => {
    provider = await startForgedProvider();
    desk = await startDesk({ env: { OIDC_FILE: provider.file } });
  });
  afterAll(async () => {
    await desk.stop();
    await provider.stop();
  });
  beforeEach(() => provider.lie({}));

  /** Off, and at once back with a code. */
  async function visit() {
    const browser = new Visitor(desk.url);
    await browser.next('/auth/sign-in?language=nn');
    const callback = `/auth/callback?code=c&state=${provider.asked().get('state')}`;
    return { browser, outcome: reasonOf((await browser.next(callback)).slice(desk.url.length)) };
  }

  test('is believed while it tells the truth', async () => {
    const { browser, outcome } = await visit();
    expect(outcome).toBe('/');
    expect((await browser.ask(ME)).me.name).toBe('Nora Nordmann');
  });

  test('is asked with PKCE, state, nonce, level and a signed assertion, and with no secret', async () => {
    await visit();
    const asked = Object.fromEntries(provider.asked());
    expect(asked).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      acr_values: 'substantial',
      ui_locales: 'nn',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: expect.stringMatching(/^eyJ/),
      redirect_uri: `${desk.url}/auth/callback`,
    });
    expect(asked).not.toHaveProperty('client_secret');
  });

  const ago = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;
  const LIES: readonly (readonly [string, Lie, string])[] = [
    ['another nonce', { claims: { nonce: 'another' } }, 'PROVIDER_REFUSED'],
    ['no nonce', { claims: { nonce: undefined } }, 'PROVIDER_REFUSED'],
    ['another issuer', { claims: { iss: 'https://ond.example' } }, 'PROVIDER_REFUSED'],
    ['another audience', { claims: { aud: 'another-client' } }, 'PROVIDER_REFUSED'],
    [
      'two audiences and another authorised party',
      { claims: { aud: ['hms-kort-desk', 'x'], azp: 'x' } },
      'PROVIDER_REFUSED',
    ],
    ['an end that has passed', { claims: { iat: ago(600), exp: ago(300) } }, 'PROVIDER_REFUSED'],
    ['no subject', { claims: { sub: undefined } }, 'PROVIDER_REFUSED'],
    ['a signature by another key', { strangeKey: true }, 'PROVIDER_REFUSED'],
    ['no signature', { unsigned: true }, 'PROVIDER_REFUSED'],
    ['a lower level', { claims: { acr: 'low' } }, 'LEVEL_TOO_LOW'],
    ['no level', { claims: { acr: undefined } }, 'LEVEL_TOO_LOW'],
    ['a level with a name that only looks like it', { claims: { acr: 'substantial ' } }, 'LEVEL_TOO_LOW'],
  ];
  test.each(LIES)('a token with %s opens nothing', async (_, lie, reason) => {
    provider.lie(lie);
    const { browser, outcome } = await visit();
    expect(outcome).toBe(reason);
    expect(signedIn(browser)).toBe(false);
  });

  /** A step-up whose token says the person proved who she is that long ago. */
  async function confirm(authTime: number | undefined) {
    const { browser } = await visit();
    await browser.next('/auth/step-up');
    expect(Object.fromEntries(provider.asked())).toMatchObject({ prompt: 'login', max_age: '0' });
    provider.lie({ claims: { auth_time: authTime } });
    const callback = `/auth/callback?code=c&state=${provider.asked().get('state')}`;
    return reasonOf((await browser.next(callback)).slice(desk.url.length));
  }

  test('an old proof, or none, does not count as a new one', async () => {
    expect(await confirm(ago(0))).toBe('/confirmed');
    expect(await confirm(ago(300))).toBe('NOT_FRESH');
    expect(await confirm(ago(3600))).toBe('PROVIDER_REFUSED');
    expect(await confirm(undefined)).toBe('PROVIDER_REFUSED');
  });

  test('one whose metadata goes by another name is not believed', async () => {
    const other = await startForgedProvider('https://ansattporten.example');
    const misled = await startDesk({ env: { OIDC_FILE: other.file } });
    const outcome = reasonOf((await new Visitor(misled.url).next('/auth/sign-in')).slice(misled.url.length));
    await Promise.all([misled.stop(), other.stop()]);
    expect(outcome).toBe('PROVIDER_UNAVAILABLE');
    expect(other.asked().size).toBe(0);
  });

  test('one that is not there gives a clear page, and is asked again when it is back', async () => {
    const closed = await startForgedProvider();
    const alone = await startDesk({ env: { OIDC_FILE: closed.file } });
    await closed.stop();
    const browser = new Visitor(alone.url);
    const outcome = reasonOf((await browser.next('/auth/sign-in')).slice(alone.url.length));
    expect((await browser.ask('{ deskSettings { signInProvider } }')).deskSettings.signInProvider).toBe(
      'Prøveporten',
    );
    await alone.stop();
    expect(outcome).toBe('PROVIDER_UNAVAILABLE');
  });
});
