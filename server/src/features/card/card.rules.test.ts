import { describe, expect, it } from 'vitest';
import { CardStatus } from './card.enums.ts';
import {
  CARD_TRANSITIONS,
  type CardTrigger,
  canRenew,
  cardActions,
  expiresOn,
  isExpired,
  mustBeShredded,
  nextCardStatus,
  renewableFrom,
  settledCard,
  shippedLetter,
} from './card.rules.ts';

const TRIGGERS = Object.keys(CARD_TRANSITIONS.VALID) as CardTrigger[];
const check = (settledOutcome: 'APPROVED' | 'PENDING' | 'REJECTED' | null) =>
  ({ register: 'AA', reason: 'AA_ENDED', settledOutcome }) as const;

describe('R4: two years', () => {
  it('counts from the day the card became valid, and the last day is valid to its end', () => {
    expect(expiresOn('2026-06-15', 2)).toBe('2028-06-15');
    expect(expiresOn('2028-02-29', 2)).toBe('2030-02-28');
    expect(isExpired('2028-06-15', '2028-06-15')).toBe(false);
    expect(isExpired('2028-06-15', '2028-06-16')).toBe(true);
  });
});

it('R5: the renewal window opens two weeks before the expiry', () => {
  expect(renewableFrom('2026-06-15', 14)).toBe('2026-06-01');
  expect(canRenew('2026-06-15', '2026-05-31', 14)).toBe(false);
  expect(canRenew('2026-06-15', '2026-06-01', 14)).toBe(true);
});

describe('R14 and R20: a card follows the registers', () => {
  it('is invalid while one says no, and tells why', () => {
    const answer = settledCard('VALID', [check('APPROVED'), check('REJECTED')]);
    expect(answer).toEqual({ trigger: 'CHECK_FAILED', reason: 'AA_ENDED' });
  });

  it('is valid again when none does', () => {
    expect(settledCard('INVALID', [check('APPROVED')])).toEqual({ trigger: 'CURED', reason: null });
  });

  it.each(['PENDING', null] as const)('stays as it is when a register has said %s', outcome => {
    expect(settledCard('VALID', [check(outcome)])).toBeNull();
  });

  it.each(['BLOCKED', 'EXPIRED'] as const)('comes back from %s in no case', status => {
    expect(settledCard(status, [check('APPROVED')])).toBeNull();
    expect(TRIGGERS.map(trigger => nextCardStatus(status, trigger)).filter(Boolean)).toEqual([]);
  });
});

it('R11: the temporary card goes out with a card that is valid, and with no other', () => {
  expect(shippedLetter('VALID')).toBe('CARD_VALID');
  expect(shippedLetter('INVALID')).toBe('CARD_INVALID');
});

it('R15: a lost card is blocked, whether valid or not', () => {
  expect(nextCardStatus('VALID', 'BLOCKED')).toBe('BLOCKED');
  expect(nextCardStatus('INVALID', 'BLOCKED')).toBe('BLOCKED');
});

it('R16: what is no longer valid is shredded; that makes it blocked for good', () => {
  expect(nextCardStatus('INVALID', 'SHREDDED')).toBe('BLOCKED');
  expect(mustBeShredded({ status: 'INVALID', shreddedOn: null })).toBe(true);
  expect(mustBeShredded({ status: 'EXPIRED', shreddedOn: '2026-06-16' })).toBe(false);
  expect(mustBeShredded({ status: 'VALID', shreddedOn: null })).toBe(false);
});

it('offers blocking only where the state table has the step', () => {
  for (const status of Object.values(CardStatus))
    expect(cardActions(status).includes('BLOCK')).toBe(nextCardStatus(status, 'BLOCKED') !== null);
});
