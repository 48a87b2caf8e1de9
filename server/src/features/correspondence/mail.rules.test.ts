import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../platform/mail/mailer.ts';
import { afterTry, RESENDING, secondsUntilSent, waitBefore } from './mail.rules.ts';

const createdAt = new Date('2026-11-20T10:00:00Z');
const soon = { now: new Date('2026-11-20T10:01:00Z'), random: 0.5 };
const refused = (permanent: boolean): Delivery => ({ outcome: 'REFUSED', permanent, code: '451' });

describe('What becomes of a mail after a try', () => {
  it('accepted mail is sent', () => {
    expect(afterTry({ createdAt, attempts: 1, resending: 'once' }, { outcome: 'ACCEPTED' }, soon)).toEqual({
      status: 'SENT',
      error: null,
    });
  });

  it('a mail without an answer is uncertain and never queued again by itself', () => {
    const next = afterTry(
      { createdAt, attempts: 1, resending: 'once' },
      { outcome: 'UNKNOWN', code: 'ECONNECTION' },
      soon,
    );
    expect(next).toEqual({ status: 'UNCERTAIN', error: 'ECONNECTION' });
  });

  it('a reminder or receipt without an answer is sent again, until two days are over', () => {
    const mail = { createdAt, attempts: 1, resending: 'repeatable' } as const;
    const unknown: Delivery = { outcome: 'UNKNOWN', code: 'ECONNECTION' };
    expect(afterTry(mail, unknown, soon)).toMatchObject({ status: 'QUEUED', error: 'ECONNECTION' });
    const late = { now: new Date('2026-11-22T09:59:00Z'), random: 0.5 };
    expect(afterTry({ ...mail, attempts: 40 }, unknown, late).status).toBe('UNCERTAIN');
  });

  it('no letter that decides something or opens something may come twice', () => {
    const repeatable = Object.entries(RESENDING).filter(([, how]) => how === 'repeatable');
    expect(repeatable.map(([template]) => template)).toEqual([
      ...['ORDER_WAITING', 'UPLOAD_LINK_EXPIRED'],
      ...['CARD_VALID_AGAIN', 'CARD_EXPIRING', 'CARD_EXPIRED', 'EXCEPTION_EXPIRING'],
    ]);
  });

  it('a refusal for good has failed', () => {
    expect(afterTry({ createdAt, attempts: 1, resending: 'once' }, refused(true), soon).status).toBe(
      'FAILED',
    );
  });

  it('a refusal for now and a relay out of reach wait, longer each time', () => {
    const next = afterTry({ createdAt, attempts: 1, resending: 'once' }, refused(false), soon);
    expect(next).toEqual({ status: 'QUEUED', error: '451', sendAfter: new Date('2026-11-20T10:01:30Z') });
    const unreached = afterTry(
      { createdAt, attempts: 3, resending: 'once' },
      { outcome: 'NOT_HANDED_OVER', code: 'EDNS' },
      soon,
    );
    expect(unreached).toEqual({
      status: 'QUEUED',
      error: 'EDNS',
      sendAfter: new Date('2026-11-20T10:03:00Z'),
    });
  });

  it('after 48 hours a refusal for now has failed too', () => {
    const late = { now: new Date('2026-11-22T09:59:00Z'), random: 0.5 };
    expect(afterTry({ createdAt, attempts: 40, resending: 'once' }, refused(false), late).status).toBe(
      'FAILED',
    );
  });

  it('waits double from half a minute to two hours, a fifth more or less', () => {
    expect([2, 3, 4, 5].map(n => waitBefore(n, 0.5) / 1000)).toEqual([30, 60, 120, 240]);
    expect(waitBefore(50, 0.5)).toBe(2 * 3_600_000);
    expect([waitBefore(2, 0), waitBefore(2, 1)]).toEqual([24_000, 36_000]);
  });
});

describe('Seconds until a mail leaves', () => {
  it('count down to nothing while it waits and are nothing otherwise', () => {
    const sendAfter = new Date('2026-11-20T10:01:00.500Z');
    expect(secondsUntilSent('QUEUED', sendAfter, createdAt)).toBe(61);
    expect(secondsUntilSent('QUEUED', sendAfter, new Date('2026-11-20T11:00:00Z'))).toBe(0);
    expect(secondsUntilSent('CANCELLED', sendAfter, createdAt)).toBe(0);
  });
});
