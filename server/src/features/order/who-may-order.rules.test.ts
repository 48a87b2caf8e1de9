import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../setting/setting.rules.ts';
import {
  delegationState,
  type HeldDelegation,
  type OrdererFacts,
  whoMayOrder,
} from './who-may-order.rules.ts';

const DAY = '2026-11-23';
const facts = (given: Partial<OrdererFacts> = {}): OrdererFacts => ({
  unitId: '2',
  mainUnitId: '1',
  day: DAY,
  roles: [],
  delegations: [],
  belongsToFirm: true,
  rules: settingsFrom([], DAY, 'CONSTRUCTION'),
  ...given,
});
const delegation = (given: Partial<HeldDelegation> = {}): HeldDelegation => ({
  id: '7',
  firmId: '1',
  fromOn: '2026-01-01',
  toOn: null,
  revoked: false,
  ...given,
});
const fault = (given: Partial<OrdererFacts>) => {
  const answer = whoMayOrder(facts(given));
  return answer.may ? null : answer.fault;
};

describe('a formal role in Enhetsregisteret', () => {
  it.each(['DAGL', 'LEDE', 'INNH', 'DTPR', 'DTSO', 'KOMP', 'BEST', 'REPR'])('%s orders', code => {
    expect(whoMayOrder(facts({ roles: [{ code, firmId: '1' }] }))).toMatchObject({
      may: true,
      basis: 'ROLE',
    });
  });

  it.each(['KONT', 'MEDL', 'VARA', 'NEST'])('%s does not', code => {
    expect(fault({ roles: [{ code, firmId: '1' }] })).toBe('ROLE_DOES_NOT_ORDER');
  });

  it('orders when a change of the setting names it', () => {
    const rules = { orderingRoles: ['KONT'], delegateMayBeOutsider: false };
    expect(fault({ roles: [{ code: 'KONT', firmId: '1' }], rules })).toBeNull();
    expect(fault({ roles: [{ code: 'DAGL', firmId: '1' }], rules })).toBe('ROLE_DOES_NOT_ORDER');
  });

  it('in another sub-unit of the firm says nothing about this one', () => {
    expect(fault({ roles: [{ code: 'DAGL', firmId: '3' }] })).toBe('ROLE_DOES_NOT_ORDER');
  });
});

describe('a delegation', () => {
  it('on the main unit covers its sub-units, and the main unit itself', () => {
    expect(fault({ delegations: [delegation()] })).toBeNull();
    expect(fault({ delegations: [delegation()], unitId: '1' })).toBeNull();
  });

  it('on one sub-unit covers no other, nor the main unit', () => {
    const delegations = [delegation({ firmId: '2' })];
    expect(fault({ delegations })).toBeNull();
    expect(fault({ delegations, unitId: '3' })).toBe('DELEGATION_OTHER_UNIT');
    expect(fault({ delegations, unitId: '1' })).toBe('DELEGATION_OTHER_UNIT');
  });

  it.each([
    ['2026-11-22', 'COMING'],
    ['2026-11-23', 'HOLDS'],
    ['2026-12-31', 'HOLDS'],
    ['2027-01-01', 'ENDED'],
  ])('from 23 November to 31 December is on %s: %s', (day, state) => {
    expect(delegationState({ fromOn: '2026-11-23', toOn: '2026-12-31', revoked: false }, day)).toBe(state);
  });

  it('that is revoked does not count, whatever its dates say', () => {
    expect(fault({ delegations: [delegation({ revoked: true })] })).toBe('DELEGATION_REVOKED');
  });

  it('tells why it does not count', () => {
    expect(fault({ delegations: [delegation({ fromOn: '2026-11-24' })] })).toBe('DELEGATION_NOT_BEGUN');
    expect(fault({ delegations: [delegation({ toOn: '2026-11-22' })] })).toBe('DELEGATION_ENDED');
    expect(fault({})).toBe('NO_ROLE_OR_DELEGATION');
  });

  it('counts although an older one was revoked', () => {
    expect(fault({ delegations: [delegation({ id: '6', revoked: true }), delegation()] })).toBeNull();
  });
});

describe('an orderer from outside the firm', () => {
  const outsider = (scheme: 'CONSTRUCTION' | 'GOODS_TRANSPORT', day = DAY) =>
    fault({ delegations: [delegation()], belongsToFirm: false, rules: settingsFrom([], day, scheme) });

  it('is refused in goods transport from 2026, and let through in construction', () => {
    expect(outsider('GOODS_TRANSPORT')).toBe('ORDERER_OUTSIDE_FIRM');
    expect(outsider('CONSTRUCTION')).toBeNull();
  });

  it('is judged by the rules of the day of the order', () => {
    expect(outsider('GOODS_TRANSPORT', '2025-12-31')).toBeNull();
  });

  it('is none when she belongs to the firm', () => {
    const rules = settingsFrom([], DAY, 'GOODS_TRANSPORT');
    expect(fault({ delegations: [delegation()], rules })).toBeNull();
  });
});
