import { describe, expect, it } from 'vitest';
import { createKeys } from '../../platform/crypto/keys.ts';
import { isMailAddress } from '../../platform/mail/address.rules.ts';
import { failureIn, mailOfReturnPath, returnPath } from './return-path.ts';

const keysWith = (byte: number) =>
  createKeys({ current: 'k1', keys: { k1: Buffer.alloc(32, byte).toString('base64') } });
const keys = keysWith(1);
const ADDRESS = 'retur@post.example';
const own = returnPath(keys, ADDRESS, '17');

describe('The return path of a mail', () => {
  it('is an address of its own that leads back to it, however its letters are written', () => {
    expect(own).toMatch(/^retur\+17\.[0-9a-f]{24}@post\.example$/);
    expect(mailOfReturnPath(keys, ADDRESS, own)).toBe('17');
    expect(mailOfReturnPath(keys, ADDRESS, own.toUpperCase())).toBe('17');
  });

  it('is a plain address within the limits, for the longest id and name too', () => {
    expect(isMailAddress(returnPath(keys, 'abcdefghijklmnopqrs@post.example', '9'.repeat(18)))).toBe(true);
  });

  it.each([
    ['another mail’s number', own.replace('+17.', '+18.')],
    ['one letter changed', own.replace(/.(?=@)/, c => (c === '0' ? '1' : '0'))],
    ['no proof', 'retur+17@post.example'],
    ['the bare address', ADDRESS],
    ['another domain', own.replace('post.', 'ond.')],
    ['another name', own.replace('retur', 'annet')],
    ['another key', returnPath(keysWith(2), ADDRESS, '17')],
    ['nothing', ''],
  ])('with %s leads nowhere', (_what, address) => {
    expect(mailOfReturnPath(keys, ADDRESS, address)).toBeNull();
  });
});

describe('A delivery report', () => {
  const report = (action: string, status: string) =>
    `Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; kari@firma.example\r\nAction: ${action}\r\nStatus: ${status}\r\n`;

  it('of a failure gives its code and nothing about the recipient', () => {
    expect(failureIn(report('failed', '5.1.1'))).toBe('5.1.1');
    expect(failureIn(report('FAILED', '4.4.7 (gave up)'))).toBe('4.4.7');
    expect(failureIn(report('failed', 'kari@firma.example'))).toBe('5.0.0');
  });

  it.each(['delayed', 'delivered', 'relayed', 'expanded'])('that says %s is no failure', action => {
    expect(failureIn(report(action, '2.0.0'))).toBeNull();
  });
});
