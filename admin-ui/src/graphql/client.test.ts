import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { request } from './client.ts';
import { graphql } from './graphql.ts';

const SIGN_OUT = graphql('mutation SignOut { signOut }');
const ME = graphql('query Me { me { id } }');

const done = () => new Response(JSON.stringify({ data: { signOut: true, me: null } }));
const status = (code: number) => new Response('', { status: code });
const fetched = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', fetched.mockReset());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const keysSent = () =>
  fetched.mock.calls.map(([, init]) => new Headers(init?.headers).get('idempotency-key') ?? undefined);

async function ended<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  await vi.runAllTimersAsync();
  return work;
}

describe('an action whose answer is lost', () => {
  test.each([
    ['the connection broke', () => fetched.mockRejectedValueOnce(new TypeError('failed to fetch'))],
    ['the server was being changed', () => fetched.mockResolvedValueOnce(status(503))],
  ])('because %s is sent once more with the same key', async (_why, lose) => {
    lose();
    fetched.mockResolvedValueOnce(done());
    expect(await ended(request(SIGN_OUT))).toMatchObject({ signOut: true });
    const [first, second] = keysSent();
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).toBe(first);
  });

  test('is given up after the second try', async () => {
    fetched.mockRejectedValue(new TypeError('failed to fetch'));
    await expect(ended(request(SIGN_OUT))).rejects.toMatchObject({ code: 'NETWORK' });
    expect(fetched).toHaveBeenCalledTimes(2);
  });
});

test('two presses are two actions', async () => {
  fetched.mockImplementation(async () => done());
  await ended(request(SIGN_OUT));
  await ended(request(SIGN_OUT));
  expect(new Set(keysSent()).size).toBe(2);
});

test('what only reads has no key and is not sent again', async () => {
  fetched.mockRejectedValue(new TypeError('failed to fetch'));
  await expect(ended(request(ME))).rejects.toMatchObject({ code: 'NETWORK' });
  expect(keysSent()).toEqual([undefined]);
});

test('what the user has left behind is not sent again', async () => {
  fetched.mockRejectedValue(new DOMException('aborted', 'AbortError'));
  await expect(ended(request(SIGN_OUT))).rejects.toMatchObject({ name: 'AbortError' });
  expect(fetched).toHaveBeenCalledTimes(1);
});
