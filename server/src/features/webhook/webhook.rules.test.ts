import { describe, expect, test } from 'vitest';
import { isOpenAddress } from './open-address.ts';
import {
  afterTry,
  bodyOf,
  nextTry,
  pauseAfter,
  signatureOf,
  urlFault,
  writeSecret,
} from './webhook.rules.ts';

const VECTOR = {
  secret: Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64'),
  message: { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1_614_265_330, body: '{"test": 2432232314}' },
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};

describe('a message to a machine', () => {
  test('is signed as the published vector of Standard Webhooks says', () => {
    expect(signatureOf([VECTOR.secret], VECTOR.message)).toBe(VECTOR.signature);
    expect(writeSecret(VECTOR.secret)).toBe('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
  });

  test('carries a signature for each secret while one takes the place of the other', () => {
    const two = signatureOf([Buffer.alloc(32, 1), VECTOR.secret], VECTOR.message).split(' ');
    expect(two).toHaveLength(2);
    expect(two[1]).toBe(VECTOR.signature);
  });

  test('says numbers and codes, and drops whatever somebody may have written', () => {
    const numbers = {
      orderNumber: '1000001',
      line: 1,
      cardNumber: null,
      unit: '310078417',
      mainUnit: null,
      register: null,
    };
    const event = { ...numbers, oldValue: 'PENDING', newValue: 'READY', note: 'Ola Nordmann ringte' };
    const at = new Date('2026-11-22T08:00:00Z');
    const body = JSON.parse(bodyOf({ eventId: '7', topic: 'order_item.status', at, event }));
    expect(body).toEqual({
      id: 'evt_7',
      type: 'order_item.status',
      timestamp: '2026-11-22T08:00:00.000Z',
      data: { ...numbers, from: 'PENDING', to: 'READY', reason: null },
    });
  });
});

describe('a message that was not taken', () => {
  const since = new Date('2026-11-22T08:00:00Z');

  test('is tried again after longer and longer, for a day and no longer', () => {
    let now = since;
    const waits: number[] = [];
    for (let attempts = 1; ; attempts += 1) {
      const at = nextTry({ attempts, since, now }, 0.5);
      if (!at) break;
      waits.push((at.getTime() - now.getTime()) / 1000);
      now = at;
    }
    expect(waits).toEqual([5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 28_800, 28_800]);
    expect(now.getTime() - since.getTime()).toBeLessThanOrEqual(24 * 3_600_000);
  });

  test.each([
    [200, 'DELIVERED'],
    [204, 'DELIVERED'],
    [301, 'QUEUED'],
    [400, 'QUEUED'],
    [500, 'QUEUED'],
    [null, 'QUEUED'],
  ])('after an answer of %s it is %s', (code, status) => {
    expect(afterTry({ code, error: null, answer: null }, { attempts: 1, since, now: since }, 0).status).toBe(
      status,
    );
  });

  test('pauses its endpoint after twenty failures in a row, and at once when nobody lives there', () => {
    const failed = { code: 500, error: null, answer: null };
    expect([pauseAfter(failed, 19), pauseAfter(failed, 20)]).toEqual([null, 'TOO_MANY_FAILURES']);
    expect(pauseAfter({ ...failed, code: 410 }, 1)).toBe('GONE');
  });
});

test.each([
  ['https://firma.example/hook', true, null],
  ['http://firma.example/hook', true, 'URL_NOT_HTTPS'],
  ['http://127.0.0.1:8080/hook', false, null],
  ['https://user:pass@firma.example/', true, 'URL_UNREADABLE'],
  ['ftp://firma.example/', false, 'URL_NOT_HTTPS'],
  ['firma.example', true, 'URL_UNREADABLE'],
])('the address %s (production: %s) is answered with %s', (url, production, fault) => {
  expect(urlFault(url, production)).toBe(fault);
});

describe('an address is of the open internet', () => {
  test.each(['8.8.8.8', '194.63.248.1', '2a00:1450:400f:80c::200e'])('%s', address => {
    expect(isOpenAddress(address)).toBe(true);
  });

  test.each([
    ...[
      '127.0.0.1',
      '10.1.2.3',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
    ],
    ...[
      '::1',
      '::',
      'fe80::1',
      'fc00::1',
      'fd12::1',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      '2001::1',
    ],
    ...['224.0.0.1', '255.255.255.255', 'ff02::1', '2001:db8::1', '', 'localhost'],
  ])('but not %s', address => {
    expect(isOpenAddress(address)).toBe(false);
  });
});
