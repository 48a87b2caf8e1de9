import { describe, expect, test } from 'vitest';
import { firstCheck, unmetOf, waitOf } from './check.rules.ts';
import type { OrderLine, RegisterCheck } from './order.documents.ts';

const check = (register: RegisterCheck['register'], outcome: RegisterCheck['outcome']) =>
  ({ register, outcome }) as RegisterCheck;
const line = (checks: RegisterCheck[], more: Partial<OrderLine> = {}) =>
  ({ status: 'PENDING', imageRequirement: 'MET', clockStands: false, checks, ...more }) as OrderLine;

describe('what a line waits for', () => {
  const aa = check('AA', 'REJECTED');
  const udi = check('UDI', 'UNAVAILABLE');

  test('a register’s "no" comes before one that is silent', () => {
    expect(unmetOf([udi, check('MVA', 'APPROVED'), aa]).map(({ register }) => register)).toEqual([
      'AA',
      'UDI',
    ]);
    expect(firstCheck(line([udi, aa]))).toBe('AA');
    expect(waitOf(line([udi, aa]))).toEqual({ kind: 'registers', register: 'AA', more: 1 });
  });

  test('the firm’s approval, while it stops the clock (R3)', () => {
    const approval = check('CLEANING_APPROVAL', 'PENDING');
    expect(waitOf(line([approval], { clockStands: true }))).toEqual({ kind: 'approval' });
    expect(waitOf(line([approval]))).toEqual({ kind: 'registers', register: 'CLEANING_APPROVAL', more: 0 });
  });

  test('images, their review, or nothing any more', () => {
    const met = [check('MVA', 'NOT_APPLICABLE')];
    expect(waitOf(line(met, { imageRequirement: 'REJECTED' })).kind).toBe('images');
    expect(waitOf(line(met, { imageRequirement: 'AWAITING_REVIEW' })).kind).toBe('review');
    expect(waitOf(line(met)).kind).toBe('settled');
    expect(waitOf(line([aa], { status: 'CANCELLED' })).kind).toBe('ended');
    expect(firstCheck(line([]))).toBeNull();
  });
});
