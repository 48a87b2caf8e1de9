import { describe, expect, test } from 'vitest';
import { hitsOf, meaningOf, missingIn, momentInWords, numberOfAddress, recognise } from './lovlig.rules.ts';
import type { Approval, Entry } from './lovlig.types.ts';

const approval = (told: Partial<Approval>): Approval => ({
  register: 'CLEANING_APPROVAL',
  status: 'APPROVED_WITH_EMPLOYEES',
  since: '2026-01-15',
  validTo: null,
  lawfulToBuy: true,
  ...told,
});

describe('the page for buyers', () => {
  test('takes a number however it is written, and anything else for a name', () => {
    expect(recognise(' 312 345 676')).toEqual({ kind: 'NUMBER', number: '312345676' });
    expect(recognise('312.345.676')).toEqual({ kind: 'NUMBER', number: '312345676' });
    expect(recognise('31234567')).toEqual({ kind: 'NO_NUMBER' });
    expect(recognise(' Renhold 24 ')).toEqual({ kind: 'NAME', name: 'Renhold 24' });
    expect(recognise(' a ')).toEqual({ kind: 'NOTHING' });
    expect([numberOfAddress('#312345676'), numberOfAddress('#31')]).toEqual(['312345676', null]);
  });

  test('says why: a bankrupt firm before its status, a year that is over, an agency that has only applied', () => {
    expect(meaningOf(approval({}), 'ACTIVE')).toBe('APPROVED_WITH_EMPLOYEES');
    expect(meaningOf(approval({ lawfulToBuy: false }), 'BANKRUPT')).toBe('BANKRUPT');
    const agency = { register: 'STAFFING', lawfulToBuy: false } as const;
    expect(meaningOf(approval({ ...agency, status: 'APPROVED' }), 'ACTIVE')).toBe('LAPSED');
    expect(meaningOf(approval({ ...agency, status: 'APPLICATION_IN_PROGRESS' }), 'ACTIVE')).toBe(
      'AGENCY_APPLIES',
    );
    expect(meaningOf(approval({ ...agency, status: 'NOT_APPROVED' }), 'ACTIVE')).toBe('AGENCY_REFUSED');
  });

  test('knows which registers a firm is not in, and a firm in two as one', () => {
    expect(missingIn([approval({})])).toEqual(['CAR_CARE_APPROVAL', 'STAFFING']);
    const entry = (name: string, orgNumber: string, told: Partial<Approval> = {}): Entry => ({
      ...approval(told),
      ...{ name, orgNumber, place: null, firmStatus: 'ACTIVE' },
    });
    const hits = hitsOf([entry('Ås', '1'), entry('Alfa', '2'), entry('Ås', '1', { register: 'STAFFING' })]);
    expect(hits.map(({ firm, approvals }) => [firm.name, approvals.length])).toEqual([
      ['Alfa', 1],
      ['Ås', 2],
    ]);
  });

  test('writes a moment as people do', () => {
    const at = new Date('2026-11-22T10:05:00Z');
    expect(momentInWords(at, 'nb')).toBe('22. november 2026 kl. 11.05');
    expect(momentInWords(at, 'en')).toBe('22 November 2026 at 11:05');
  });
});
