import { describe, expect, it } from 'vitest';
import type { ExceptionCode } from '../exception/exception.enums.ts';
import { catalogueFrom, EXCEPTION_CODES } from '../exception-catalogue/exception-catalogue.rules.ts';
import type { Agreement, FactKey } from './claim-facts.enums.ts';
import { compareFacts, type KnownFacts } from './claim-facts.rules.ts';

const CATALOGUE = catalogueFrom([], '2026-11-20');
const HOME = { status: 'ACTIVE', restricted: false, street: 'Elvestadvegen 14', postcode: '6790' };
const NOTHING: KnownFacts = {
  firm: {
    ...{ form: null, status: null, sectorCode: null, registeredOn: null, municipality: null },
    ...{ employees: null, postcode: null, inVatRegister: null, rolesKnown: false },
  },
  ...{ person: null, related: null, roles: [], employments: [], answers: [], married: null },
};
type Given = Partial<Omit<KnownFacts, 'firm'>> & { firm?: Partial<KnownFacts['firm']> };

const compared = (code: ExceptionCode, { firm, ...given }: Given = {}) => {
  const facts = { ...NOTHING, ...given, firm: { ...NOTHING.firm, ...firm } };
  return compareFacts({ rule: CATALOGUE[code], facts, receivedOn: '2026-11-20', today: '2026-11-23' });
};
const marked = (code: ExceptionCode, given: Given = {}) =>
  Object.fromEntries(compared(code, given).map(({ key, agreement }) => [key, agreement]));

describe('the registers beside the claim', () => {
  it.each(EXCEPTION_CODES)('%s: nothing known is marked unknown, never alike', code => {
    expect(new Set(Object.values(marked(code)))).toEqual(new Set(['UNKNOWN']));
  });

  it('of the wife of a sole proprietor: owner, marriage, address, form, and that Aa does not have her', () => {
    const given: Given = {
      firm: { form: 'ENK', status: 'ACTIVE', rolesKnown: true },
      ...{ person: HOME, related: { ...HOME, street: 'Elvestadvegen  14 ' }, married: true },
      roles: [{ code: 'INNH', related: true }],
      answers: [{ outcome: 'REJECTED' }],
    };
    expect(marked('AA_ENK_SPOUSE', given)).toEqual({
      ...{ OWNER: 'LIKE', SPOUSE: 'LIKE', ADDRESS: 'LIKE', FORM: 'LIKE', FIRM: 'LIKE', PERSON: 'LIKE' },
      REGISTER: 'EXCEPTED',
    });
    const apart = { ...given, related: { ...HOME, postcode: '0155' }, married: false, roles: [] };
    expect(marked('AA_ENK_SPOUSE', apart)).toMatchObject({
      ...{ OWNER: 'DIFFERS', SPOUSE: 'DIFFERS', ADDRESS: 'DIFFERS' },
    });
  });

  it('compares no address of a protected person', () => {
    const hidden = { ...HOME, restricted: true, street: null, postcode: null };
    expect(marked('AA_ENK_SPOUSE', { person: hidden, related: HOME }).ADDRESS).toBe('UNKNOWN');
  });

  it.each<[ExceptionCode, FactKey, Given, Agreement, string | null]>([
    ['AA_DA_ANS_PARTNER', 'ROLE', { roles: [{ code: 'DTPR', related: false }] }, 'LIKE', 'DTPR'],
    ['AA_DA_ANS_PARTNER', 'ROLE', { roles: [{ code: 'DTSO', related: false }] }, 'LIKE', 'DTSO'],
    [
      'AA_DA_ANS_PARTNER',
      'ROLE',
      { roles: [{ code: 'KONT', related: false }], firm: { rolesKnown: true } },
      'DIFFERS',
      'KONT',
    ],
    ['AA_DA_ANS_PARTNER', 'FORM', { firm: { form: 'AS' } }, 'DIFFERS', 'AS'],
    ['AA_AS_OWNER_UNPAID', 'FORM', { firm: { form: 'AS' } }, 'LIKE', 'AS'],
    [
      'AA_AS_OWNER_UNPAID',
      'REGISTER',
      { employments: [{ startOn: '2026-01-01', endOn: null }] },
      'DIFFERS',
      'AA',
    ],
    [
      'AA_AS_OWNER_UNPAID',
      'REGISTER',
      { employments: [{ startOn: '2026-01-01', endOn: '2026-10-31' }], answers: [{ outcome: 'REJECTED' }] },
      'EXCEPTED',
      'AA',
    ],
    ['AA_BOARD_CHAIR', 'ROLE', { roles: [{ code: 'LEDE', related: false }] }, 'LIKE', 'LEDE'],
    ['AA_CEO_NO_EMPLOYEES', 'ROLE', { roles: [{ code: 'DAGL', related: false }] }, 'LIKE', 'DAGL'],
    ['AA_CEO_NO_EMPLOYEES', 'EMPLOYEES', { firm: { employees: 0 } }, 'LIKE', '0'],
    ['AA_CEO_NO_EMPLOYEES', 'EMPLOYEES', { firm: { employees: 3 } }, 'DIFFERS', '3'],
    ['AA_NAV_VTA', 'FIRM', { firm: { status: 'BANKRUPT' } }, 'DIFFERS', 'BANKRUPT'],
    ['UDI_CONFIRMED', 'PERSON', { person: { ...HOME, status: 'INACTIVE' } }, 'DIFFERS', 'INACTIVE'],
    ['UDI_CONFIRMED', 'REGISTER', { answers: [{ outcome: 'APPROVED' }] }, 'DIFFERS', 'UDI'],
    ['UDI_EEA_FAMILY', 'SPOUSE', { married: true }, 'LIKE', null],
    ['VAT_KF_1510', 'SECTOR', { firm: { sectorCode: '1510' } }, 'LIKE', '1510'],
    ['VAT_KF_1510', 'SECTOR', { firm: { sectorCode: '2100' } }, 'DIFFERS', '2100'],
    ['VAT_KF_1510', 'REGISTER', { firm: { inVatRegister: false } }, 'EXCEPTED', 'MVA'],
    ['VAT_NOT_LIABLE', 'REGISTER', { firm: { inVatRegister: true } }, 'DIFFERS', 'MVA'],
    ['VAT_UNDER_50K_NEW', 'AGE', { firm: { registeredOn: '2026-05-21' } }, 'LIKE', '2026-05-21'],
    ['VAT_UNDER_50K_NEW', 'AGE', { firm: { registeredOn: '2026-05-20' } }, 'DIFFERS', '2026-05-20'],
    ['VAT_UNDER_50K_OTHER', 'AGE', { firm: { registeredOn: '2026-05-20' } }, 'LIKE', '2026-05-20'],
    ['VAT_SVALBARD', 'MUNICIPALITY', { firm: { municipality: '2100' } }, 'LIKE', '2100'],
    ['VAT_SVALBARD', 'MUNICIPALITY', { firm: { municipality: '0301' } }, 'DIFFERS', '0301'],
    ['STAFFING_FOREIGN', 'FORM', { firm: { form: 'NUF' } }, 'LIKE', 'NUF'],
    ['STAFFING_FOREIGN', 'NO_ADDRESS', { firm: { postcode: '0155' } }, 'DIFFERS', '0155'],
    ['STAFFING_FOREIGN', 'NO_ADDRESS', { firm: { postcode: '10-115' } }, 'LIKE', '10-115'],
  ])('%s, %s with %j: %s', (code, key, ...[given, agreement, value]) => {
    expect(compared(code, given)).toContainEqual({ key, agreement, value });
  });
});
