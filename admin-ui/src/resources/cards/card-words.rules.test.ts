import { describe, expect, it } from 'vitest';
import { sentencesOf } from './card-words.rules.ts';

const card = {
  ...{ status: 'VALID' as const, statusReason: null, earlierIssuer: false, expiresOn: '2028-12-03' },
  ...{ renewableFrom: '2028-11-19', mustBeShredded: false, underWay: null, replacedBy: null },
} as const;
const at = (given: object, today = '2026-11-23') => sentencesOf({ ...card, ...given }, today);

describe('the sentence about a card', () => {
  it('that is valid says until when, and when a new one may be ordered', () => {
    expect(at({})).toEqual(['VALID', 'renewFrom']);
    expect(at({}, '2028-11-19')).toEqual(['VALID', 'renewNow']);
  });

  it('that is invalid says why, and that it cures itself', () => {
    expect(at({ status: 'INVALID', mustBeShredded: true })).toEqual(['INVALID', 'cured', 'renewFrom']);
  });

  it('that is blocked says so, and what has been ordered instead', () => {
    const underWay = { itemId: '1', number: '1045182', line: 1, orderedOn: '2026-11-23' };
    expect(at({ status: 'BLOCKED', mustBeShredded: true, underWay })).toEqual([
      'BLOCKED',
      'underWay',
      'shred',
    ]);
  });

  it('that another one replaced says so', () => {
    const replacedBy = { id: '2', number: '1000000001', status: 'VALID', expiresOn: null };
    expect(at({ status: 'EXPIRED', replacedBy })).toEqual(['REPLACED']);
  });

  it('of an earlier issuer says what is not known of it', () => {
    expect(at({ earlierIssuer: true, expiresOn: null, renewableFrom: null })).toEqual(['earlier']);
  });
});
