import { describe, expect, it } from 'vitest';
import type { Unit } from '../../registers/enhetsregisteret/enhetsregisteret.ts';
import { usualFrom } from '../exception-catalogue/usual.rules.ts';
import type { FirmApproval } from '../firm-approval/firm-approval.rules.ts';
import {
  hasCompanyDuty,
  isAgency,
  judgeCarCare,
  judgeCleaning,
  judgeCompanyRegister,
  judgeStaffing,
  judgeUnit,
  judgeVat,
} from './firm.rules.ts';
import { besides } from './judgement.rules.ts';
import { judgePerson } from './person.rules.ts';

const TODAY = '2026-11-22';
const unit = (given: Partial<Unit> = {}) => ({
  kind: 'UNIT' as const,
  unit: { ...FIRM, ...given },
});
const FIRM: Unit = {
  ...{ orgNumber: '310078417', name: 'Prøve AS', form: 'AS', registeredOn: '2020-01-01', employees: 4 },
  ...{ inVatRegister: true, inCompanyRegister: true, sectorCode: '2100', industry: '41.000' },
  ...{ bankrupt: false, windingUp: false, forcedWindingUp: false, businessAddress: null, language: null },
};
const subUnit = (given: { mainOrgNumber?: string | null; closedOn?: string | null } = {}) => ({
  kind: 'SUB_UNIT' as const,
  subUnit: {
    ...{ orgNumber: '312345676', name: 'Prøve avd.', form: 'BEDR', registeredOn: null, employees: 2 },
    ...{ inVatRegister: true, industry: null, locationAddress: null },
    ...{ mainOrgNumber: FIRM.orgNumber, closedOn: null, ...given },
  },
});
const firm = (told: Partial<Parameters<typeof judgeUnit>[0]>) =>
  judgeUnit({ unit: unit(), subUnit: subUnit(), mainOrgNumber: FIRM.orgNumber, ...told });

const NOTHING = { exceptions: [], today: '2026-11-23' };

describe('Enhetsregisteret', () => {
  it.each([
    ['both units are active', {}, 'APPROVED', null],
    ['the main unit ordered itself', { subUnit: null }, 'APPROVED', null],
    ['the number is unknown (404)', { unit: { kind: 'UNKNOWN' as const } }, 'REJECTED', 'ENH_UNKNOWN'],
    [
      'the firm is removed (410)',
      { unit: { kind: 'REMOVED' as const, removedOn: TODAY } },
      'REJECTED',
      'ENH_REMOVED',
    ],
    ['it is bankrupt', { unit: unit({ bankrupt: true }) }, 'REJECTED', 'ENH_BANKRUPT'],
    ['it is being wound up', { unit: unit({ windingUp: true }) }, 'REJECTED', 'ENH_WINDING_UP'],
    ['it is wound up by force', { unit: unit({ forcedWindingUp: true }) }, 'REJECTED', 'ENH_WINDING_UP'],
    ['the sub-unit is closed', { subUnit: subUnit({ closedOn: TODAY }) }, 'REJECTED', 'ENH_UNIT_CLOSED'],
    [
      'the sub-unit is gone',
      { subUnit: { kind: 'REMOVED' as const, removedOn: null } },
      'REJECTED',
      'ENH_UNIT_CLOSED',
    ],
    ['the sub-unit is unknown', { subUnit: { kind: 'UNKNOWN' as const } }, 'REJECTED', 'ENH_UNKNOWN'],
    [
      'the sub-unit has moved',
      { subUnit: subUnit({ mainOrgNumber: '313000001' }) },
      'REJECTED',
      'ENH_UNIT_MOVED',
    ],
  ])('when %s', (...[, told, outcome, reason]) => {
    expect(firm(told)).toEqual({ outcome, reason });
  });
});

describe('Foretaksregisteret', () => {
  it('is for those with a duty only', () => {
    const outside = { inCompanyRegister: false };
    expect(judgeCompanyRegister(unit())).toMatchObject({ outcome: 'APPROVED' });
    expect(judgeCompanyRegister(unit(outside))).toMatchObject({ reason: 'FR_NOT_REGISTERED' });
    expect(judgeCompanyRegister(unit({ ...outside, form: 'FLI' }))).toMatchObject({
      outcome: 'NOT_APPLICABLE',
    });
    expect(judgeCompanyRegister({ kind: 'UNKNOWN' })).toMatchObject({ reason: 'ENH_UNKNOWN' });
  });

  it('takes a sole proprietor in when he has more than five employees', () => {
    expect(hasCompanyDuty({ form: 'ENK', employees: 5 })).toBe(false);
    expect(hasCompanyDuty({ form: 'ENK', employees: 6 })).toBe(true);
    expect(hasCompanyDuty({ form: 'ENK', employees: null })).toBe(false);
  });
});

describe('Mva-registeret', () => {
  const outside = { inVatRegister: false };

  it('says no to a firm that is not in it, but not to those that order as usual', () => {
    const usual = usualFrom([], '2026-11-22');
    expect(judgeVat(unit(), usual)).toMatchObject({ outcome: 'APPROVED' });
    expect(judgeVat(unit(outside), usual)).toMatchObject({
      outcome: 'REJECTED',
      reason: 'MVA_NOT_REGISTERED',
    });
    for (const sectorCode of ['6100', '6500']) {
      expect(judgeVat(unit({ ...outside, sectorCode }), usual)).toMatchObject({
        outcome: 'NOT_APPLICABLE',
        reason: 'MVA_SECTOR_AS_USUAL',
      });
    }
    expect(judgeVat({ kind: 'REMOVED', removedOn: null }, [])).toMatchObject({ reason: 'ENH_REMOVED' });
  });

  it('is satisfied with the word of the orderer, and only about VAT', () => {
    const no = judgeVat(unit(outside), []);
    expect(besides(no, { vatDeclared: false, ...NOTHING })).toEqual(no);
    expect(besides(no, { vatDeclared: true, ...NOTHING })).toEqual({
      outcome: 'APPROVED_BY_SELF_DECLARATION',
      reason: 'MVA_DECLARED',
    });
    const other = judgePerson({ kind: 'UNKNOWN' });
    expect(besides(other, { vatDeclared: true, ...NOTHING })).toEqual(other);
  });
});

describe('the approvals of Arbeidstilsynet', () => {
  const listed = (status: FirmApproval['status'], validTo: string | null = null) => ({
    ...{ status, since: '2026-01-15', validTo },
  });

  it.each([
    ['APPLICATION_IN_PROGRESS', 'PENDING', 'IN_PROGRESS'],
    ['CARD_ORDER_IN_PROGRESS', 'APPROVED', null],
    ['APPROVED_WITH_EMPLOYEES', 'APPROVED', null],
    ['APPROVED_WITHOUT_EMPLOYEES', 'APPROVED', null],
    ['NOT_APPROVED', 'REJECTED', 'NOT_APPROVED'],
  ] as const)('%s means %s in cleaning and car care', (status, outcome, word) => {
    expect(judgeCleaning(listed(status))).toEqual({ outcome, reason: word && `CLEANING_${word}` });
    expect(judgeCarCare(listed(status))).toEqual({ outcome, reason: word && `CAR_CARE_${word}` });
  });

  it('is missing when the firm never applied', () => {
    expect(judgeCleaning(null)).toMatchObject({ reason: 'CLEANING_NOT_LISTED' });
    expect(judgeCarCare(null)).toMatchObject({ reason: 'CAR_CARE_NOT_LISTED' });
    expect(judgeStaffing(null, TODAY)).toMatchObject({ reason: 'STAFFING_NOT_LISTED' });
  });

  it('lasts to the end of its last day for staffing agencies', () => {
    expect(judgeStaffing(listed('APPROVED', TODAY), TODAY)).toMatchObject({ outcome: 'APPROVED' });
    expect(judgeStaffing(listed('APPROVED', '2026-11-21'), TODAY)).toMatchObject({
      reason: 'STAFFING_LAPSED',
    });
    expect(judgeStaffing(listed('NOT_APPROVED'), TODAY)).toMatchObject({ reason: 'STAFFING_NOT_APPROVED' });
  });

  it('is asked of those who hire out only', () => {
    expect(isAgency({ industry: '78.200' })).toBe(true);
    expect(isAgency({ industry: '41.000' })).toBe(false);
    expect(isAgency({ industry: null })).toBe(false);
  });
});
