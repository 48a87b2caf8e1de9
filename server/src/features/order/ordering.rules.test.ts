import { describe, expect, it } from 'vitest';
import {
  canOrderLine,
  IMAGES_NEEDED,
  invoicingOf,
  isNorwegianPostcode,
  isOneUnit,
  type LineFacts,
  mayWorkBeforeCard,
  orderFrom,
  printedFirm,
  productionDueOn,
  registeredName,
} from './ordering.rules.ts';

const facts = (given: Partial<LineFacts> = {}): LineFacts => ({
  scheme: 'CONSTRUCTION',
  today: '2026-06-01',
  startOn: null,
  card: null,
  underWay: false,
  settings: { renewalWindowDays: 14, futureEmployeeDays: 30 },
  ...given,
});
const card = { id: '7', scheme: 'CONSTRUCTION', status: 'VALID', expiresOn: '2026-06-15' } as const;

describe('R5: one live card per person and firm', () => {
  it('a card is renewed from two weeks before it expires, not a day earlier', () => {
    expect(canOrderLine(facts({ card }))).toEqual({ ok: true, renewsCardId: '7' });
    expect(canOrderLine(facts({ card, today: '2026-05-31' }))).toEqual({
      ok: false,
      fault: { code: 'LIVE_CARD', from: '2026-06-01' },
    });
  });

  it('an invalid card is live too, for it may come back', () => {
    const invalid = { ...card, status: 'INVALID', expiresOn: '2027-06-15' } as const;
    expect(canOrderLine(facts({ card: invalid }))).toMatchObject({ ok: false, fault: { code: 'LIVE_CARD' } });
  });

  it.each(['BLOCKED', 'EXPIRED'] as const)('a card that is %s stands in nobody’s way (R15)', status => {
    const ended = { ...card, status, expiresOn: '2027-06-15' };
    expect(canOrderLine(facts({ card: ended }))).toEqual({ ok: true, renewsCardId: null });
  });

  it('nor are there two orders under way', () => {
    expect(canOrderLine(facts({ underWay: true }))).toEqual({
      ok: false,
      fault: { code: 'ORDER_UNDER_WAY' },
    });
  });
});

it('R6: another scheme needs the old card blocked first, in the renewal window too', () => {
  expect(canOrderLine(facts({ card, scheme: 'CLEANING' }))).toEqual({
    ok: false,
    fault: { code: 'BLOCK_CARD_FIRST' },
  });
});

it('R7: one order is for one unit', () => {
  expect(isOneUnit(['312345676', '312345676'])).toBe(true);
  expect(isOneUnit(['312345676', '313000001'])).toBe(false);
  expect(isOneUnit([])).toBe(false);
});

it('R8: every card begins by waiting for a photo and an identification, a renewal too', () => {
  expect(IMAGES_NEEDED).toBe('AWAITING_UPLOAD');
  expect(canOrderLine(facts({ card }))).toMatchObject({ ok: true, renewsCardId: '7' });
});

it('R10: a future employee’s card is ordered at most 30 days before the start', () => {
  expect(orderFrom('2026-05-01', 30)).toBe('2026-04-01');
  expect(canOrderLine(facts({ startOn: '2026-07-01' }))).toMatchObject({ ok: true });
  expect(canOrderLine(facts({ startOn: '2026-07-02' }))).toEqual({
    ok: false,
    fault: { code: 'START_TOO_FAR_AHEAD', from: '2026-06-02' },
  });
});

it('R12: production is due four working days after the hand-over, to Norwegian addresses', () => {
  expect(productionDueOn('2026-03-02', 4)).toBe('2026-03-06');
  expect(productionDueOn('2026-04-30', 4)).toBe('2026-05-07');
  expect(['0151', '9990'].every(isNorwegianPostcode)).toBe(true);
  expect(['0000', '11122', 'SE-11'].some(isNorwegianPostcode)).toBe(false);
});

it('R17: the card prints the main unit', () => {
  expect(printedFirm({ unit: '314680731', mainUnit: '312345676' })).toBe('312345676');
});

it('R18: the register’s name overwrites the one that was typed', () => {
  expect(registeredName('Dawit Tesfaye', 'Dawit Tesfay')).toBe('Dawit Tesfay');
  expect(registeredName('Dawit Tesfaye', null)).toBe('Dawit Tesfaye');
});

it('R19: only the 30-day invoice has EHF and a customer reference, and goes to the main unit', () => {
  expect(invoicingOf('INVOICE')).toEqual({ recipient: 'MAIN_UNIT', ehf: true, customerReference: true });
  expect(invoicingOf('PERSONAL_INVOICE')).toEqual({
    recipient: 'ORDERER',
    ehf: false,
    customerReference: false,
  });
  expect(invoicingOf('VIPPS').recipient).toBeNull();
});

it('R21: work before the card arrives is allowed when the order is documented', () => {
  expect(mayWorkBeforeCard({ placedOn: '2026-06-01', today: '2026-06-01' })).toBe(true);
  expect(mayWorkBeforeCard({ placedOn: null, today: '2026-06-01' })).toBe(false);
});
