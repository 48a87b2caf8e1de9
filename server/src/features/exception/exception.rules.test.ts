import { describe, expect, it } from 'vitest';
import { ExceptionCode, RuledOut } from './exception.enums.ts';
import { type ExceptionFacts, exceptionsFor } from './exception.rules.ts';
import { exceptionWordings } from './reason-catalogue.ts';

const NOTHING_KNOWN: ExceptionFacts = {
  ...{ form: null, employees: null, sectorCode: null, municipality: null, registeredOn: null, roles: null },
  today: '2026-11-22',
  newFirmMonths: { VAT_UNDER_50K_NEW: 6, VAT_UNDER_50K_OTHER: 6 },
};
const ruledOut = (reason: Parameters<typeof exceptionsFor>[0], facts: Partial<ExceptionFacts> = {}) =>
  Object.fromEntries(
    exceptionsFor(reason, { ...NOTHING_KNOWN, ...facts }).map(one => [one.code, one.ruledOut]),
  );

describe('the exceptions that could cure a "no"', () => {
  it('for somebody Aa does not know: six, and the facts of the firm rule some out', () => {
    expect(ruledOut('AA_NOT_REGISTERED', { form: 'AS', employees: 4, roles: [] })).toEqual({
      AA_ENK_SPOUSE: 'NOT_SOLE_PROPRIETOR',
      AA_DA_ANS_PARTNER: 'NOT_PARTNERSHIP',
      AA_AS_OWNER_UNPAID: null,
      AA_BOARD_CHAIR: 'NO_BOARD_ROLE',
      AA_CEO_NO_EMPLOYEES: 'NOT_MANAGER',
      AA_NAV_VTA: null,
    });
  });

  it('fit the partner, the chair and the manager without employees', () => {
    expect(ruledOut('AA_ENDED', { form: 'DA', roles: ['DTPR'] }).AA_DA_ANS_PARTNER).toBeNull();
    expect(ruledOut('AA_ENDED', { form: 'DA', roles: [] }).AA_DA_ANS_PARTNER).toBe('NO_PARTNER_ROLE');
    expect(ruledOut('AA_NOT_REGISTERED', { form: 'AS', roles: ['LEDE'] }).AA_BOARD_CHAIR).toBeNull();
    const manager = { form: 'AS', roles: ['DAGL'] };
    expect(ruledOut('AA_NOT_REGISTERED', { ...manager, employees: 0 }).AA_CEO_NO_EMPLOYEES).toBeNull();
    expect(ruledOut('AA_NOT_REGISTERED', { ...manager, employees: 3 }).AA_CEO_NO_EMPLOYEES).toBe(
      'HAS_EMPLOYEES',
    );
    expect(ruledOut('AA_NOT_REGISTERED', { form: 'ENK' }).AA_ENK_SPOUSE).toBeNull();
  });

  it('for VAT depend on age, sector and place', () => {
    const old = { registeredOn: '2026-05-22', sectorCode: '2100', municipality: '0301' };
    expect(ruledOut('MVA_NOT_REGISTERED', old)).toEqual({
      VAT_KF_1510: 'NOT_SECTOR_1510',
      VAT_UNDER_50K_NEW: 'SIX_MONTHS_OR_OLDER',
      VAT_UNDER_50K_OTHER: null,
      VAT_SVALBARD: 'NOT_ON_SVALBARD',
      VAT_NOT_LIABLE: null,
    });
    const young = { registeredOn: '2026-05-23', sectorCode: '1510', municipality: '2100' };
    expect(ruledOut('MVA_NOT_REGISTERED', young)).toMatchObject({
      VAT_KF_1510: null,
      VAT_UNDER_50K_NEW: null,
      VAT_UNDER_50K_OTHER: 'YOUNGER_THAN_SIX_MONTHS',
      VAT_SVALBARD: null,
    });
  });

  it('count a firm as new for as long as the catalogue says', () => {
    const facts = {
      registeredOn: '2026-07-01',
      newFirmMonths: { VAT_UNDER_50K_NEW: 3, VAT_UNDER_50K_OTHER: 3 },
    };
    expect(ruledOut('MVA_NOT_REGISTERED', facts)).toMatchObject({
      ...{ VAT_UNDER_50K_NEW: 'SIX_MONTHS_OR_OLDER', VAT_UNDER_50K_OTHER: null },
    });
    const none = { ...facts, newFirmMonths: { VAT_UNDER_50K_NEW: null, VAT_UNDER_50K_OTHER: null } };
    expect(ruledOut('MVA_NOT_REGISTERED', none)).toMatchObject({
      ...{ VAT_UNDER_50K_NEW: null, VAT_UNDER_50K_OTHER: null },
    });
  });

  it('for staffing are for foreign firms', () => {
    expect(ruledOut('STAFFING_NOT_LISTED', { form: 'AS' })).toEqual({ STAFFING_FOREIGN: 'NOT_FOREIGN' });
    expect(ruledOut('STAFFING_NOT_LISTED', { form: 'NUF' })).toEqual({ STAFFING_FOREIGN: null });
  });

  it('rule nothing out where the desk knows nothing', () => {
    for (const reason of ['AA_NOT_REGISTERED', 'UDI_NO', 'MVA_NOT_REGISTERED'] as const)
      expect(new Set(Object.values(ruledOut(reason)))).toEqual(new Set([null]));
  });

  it('are none where the register itself must be corrected', () => {
    for (const reason of ['AA_OTHER_UNIT', 'FREG_INACTIVE', 'ENH_REMOVED', null] as const)
      expect(ruledOut(reason)).toEqual({});
  });

  it.each(['nb', 'nn', 'en'] as const)('are named and refused in words: %s', language => {
    const { who, ruledOut: why } = exceptionWordings(language);
    expect(new Set(Object.values(ExceptionCode).map(code => who[code])).size).toBe(14);
    expect(Object.values(RuledOut).every(code => why[code].endsWith('.'))).toBe(true);
  });
});
