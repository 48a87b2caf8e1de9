import { describe, expect, it } from 'vitest';
import {
  addressMatches,
  type CallFacts,
  callCovers,
  isWider,
  judgeCall,
  nameMatches,
  type Power,
  powerState,
  type Registered,
} from './caller.rules.ts';

const kari: Registered = {
  name: { first: 'Kari Anne', middle: 'Lunde', last: 'Sæther-Ødegård' },
  birthDate: '1985-05-17',
  deceased: false,
  address: { lines: ['Storgata 12 B'], postcode: '0155' },
};
const claim = { name: 'Kari Sæther-Ødegård', street: 'Storgata 12B', postcode: '0155' };
const facts = (given: Partial<CallFacts> = {}): CallFacts => ({
  claim,
  registered: kari,
  capacity: 'SELF',
  day: '2026-11-23',
  isConcerned: true,
  mayOrder: false,
  isGuardian: false,
  power: null,
  ...given,
});
const power = (given: Partial<Power> = {}): Power => ({
  holderName: 'Kari Anne Sæther-Ødegård',
  holderBirthDate: '1985-05-17',
  scope: 'CARDS',
  fromOn: '2026-11-01',
  toOn: '2026-11-30',
  withdrawn: false,
  ...given,
});
const said = (more: object) => judgeCall(facts({ claim: { ...claim, ...more } }));

describe('the name', () => {
  it.each([
    ['Kari Anne Lunde Sæther-Ødegård', true],
    ['kari saether odegard', true],
    ['Kari Lunde Sæther Ødegård', true],
    ['Kari Anne Sæther-Ødegård', true],
    ['Kari', false],
    ['Kari Sæther', false],
    ['Sæther-Ødegård', false],
    ['Anne Sæther-Ødegård', false],
    ['Kari Mona Sæther-Ødegård', false],
    ['Sæther-Ødegård Kari', false],
    ['', false],
  ])('"%s": %s', (name, matches) => {
    expect(nameMatches(name, kari.name)).toBe(matches);
  });
});

describe('the registered address', () => {
  it.each([
    ['Storgata 12 B', '0155', true],
    ['storgt. 12b', '0155', true],
    ['Storgaten 12 B', '0155', false],
    ['Storgata 12', '0155', false],
    ['Storgata 12 B', '0156', false],
    ['Storgata 12 B', '', false],
    ['', '0155', false],
  ])('"%s", %s: %s', (street, postcode, matches) => {
    expect(addressMatches({ name: '', street, postcode }, kari.address)).toBe(matches);
  });

  it('that Folkeregisteret does not tell, as of a protected person, matches nothing', () => {
    expect(addressMatches(claim, null)).toBe(false);
    expect(addressMatches({ ...claim, street: '', postcode: '' }, { lines: [], postcode: null })).toBe(false);
  });
});

describe('a caller', () => {
  it('is verified when number, name and address all match', () => {
    expect(judgeCall(facts())).toEqual({
      matches: { number: true, name: true, address: true },
      outcome: 'VERIFIED',
      fault: null,
    });
  });

  it.each([
    [{ name: 'Kari Hansen' }, { number: true, name: false, address: true }],
    [{ street: 'Lillegata 1' }, { number: true, name: true, address: false }],
  ])('is refused when one of them does not: %o', (more, matches) => {
    expect(said(more)).toEqual({ matches, outcome: 'REFUSED', fault: 'MISMATCH' });
  });

  it('with a number nobody has is refused like any other', () => {
    expect(judgeCall(facts({ registered: null }))).toMatchObject({ outcome: 'REFUSED', fault: 'MISMATCH' });
  });

  it('is refused when the register says the person is dead', () => {
    expect(judgeCall(facts({ registered: { ...kari, deceased: true } })).fault).toBe('DECEASED');
  });

  it('about somebody else is refused, however well she knows who she is herself', () => {
    expect(judgeCall(facts({ isConcerned: false })).fault).toBe('NOT_THE_PERSON');
  });

  it('for a firm needs a role or delegation in it', () => {
    expect(judgeCall(facts({ capacity: 'FIRM' })).fault).toBe('NO_AUTHORITY');
    expect(judgeCall(facts({ capacity: 'FIRM', mayOrder: true })).outcome).toBe('VERIFIED');
  });

  it('as guardian must be the one Folkeregisteret has', () => {
    expect(judgeCall(facts({ capacity: 'GUARDIAN' })).fault).toBe('NOT_GUARDIAN');
    expect(judgeCall(facts({ capacity: 'GUARDIAN', isGuardian: true })).outcome).toBe('VERIFIED');
  });
});

describe('a power of attorney', () => {
  const by = (given: Partial<Power> | null, day = '2026-11-23') =>
    judgeCall(facts({ capacity: 'POWER_OF_ATTORNEY', power: given && power(given), day })).fault;

  it('lets its holder call while it holds, both days included', () => {
    expect(by({})).toBeNull();
    expect(by({}, '2026-11-30')).toBeNull();
    expect(by({}, '2026-12-01')).toBe('POWER_EXPIRED');
    expect(by({}, '2026-10-31')).toBe('POWER_NOT_BEGUN');
    expect(by({ withdrawn: true })).toBe('POWER_WITHDRAWN');
  });

  it('is nothing to whoever it does not name', () => {
    expect(by({ holderName: 'Ola Hansen' })).toBe('POWER_OF_ANOTHER');
    expect(by({ holderBirthDate: '1985-05-18' })).toBe('POWER_OF_ANOTHER');
    expect(by(null)).toBe('POWER_OF_ANOTHER');
  });

  it('that covers everything is told of as wider than what is asked', () => {
    expect(['STATUS', 'CARDS', 'ALL'].map(scope => isWider(scope as Power['scope']))).toEqual([
      false,
      false,
      true,
    ]);
    expect(powerState(power(), '2026-11-23')).toBe('HOLDS');
  });
});

describe('a card is blocked by phone', () => {
  const card = { personId: '5', unitId: '2', mainUnitId: '1' };
  const call = { capacity: 'SELF', personId: '5', firmId: null, scope: null } as const;

  it('for its holder, and nobody else', () => {
    expect(callCovers(call, card, 'CARDS')).toBe(true);
    expect(callCovers({ ...call, personId: '6' }, card, 'CARDS')).toBe(false);
    expect(callCovers({ ...call, personId: null }, { ...card, personId: null }, 'CARDS')).toBe(false);
  });

  it('for the firm whose card it is, or the sub-unit it was ordered for', () => {
    const firm = { capacity: 'FIRM', personId: null, scope: null } as const;
    expect(callCovers({ ...firm, firmId: '1' }, card, 'CARDS')).toBe(true);
    expect(callCovers({ ...firm, firmId: '2' }, card, 'CARDS')).toBe(true);
    expect(callCovers({ ...firm, firmId: '3' }, card, 'CARDS')).toBe(false);
  });

  it('by power of attorney only when it covers cards', () => {
    const holder = { ...call, capacity: 'POWER_OF_ATTORNEY' } as const;
    expect(callCovers({ ...holder, scope: 'STATUS' }, card, 'CARDS')).toBe(false);
    expect(callCovers({ ...holder, scope: 'STATUS' }, card, 'STATUS')).toBe(true);
    expect(callCovers({ ...holder, scope: 'CARDS' }, card, 'CARDS')).toBe(true);
    expect(callCovers({ ...holder, scope: 'ALL' }, card, 'CARDS')).toBe(true);
  });
});
