import { describe, expect, it } from 'vitest';
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { ExceptionCode } from '../exception/exception.enums.ts';
import { EXCEPTIONS } from './exception.catalogue.ts';
import { DocumentKind } from './exception-catalogue.enums.ts';
import {
  type Claims,
  catalogueFrom,
  channelAllowed,
  checklist,
  EXCEPTION_CODES,
  isNewFirm,
  needsSecondSignature,
  ruleOn,
  validity,
} from './exception-catalogue.rules.ts';
import { ruleBody } from './exception-rule.shape.ts';
import type { RuleRow } from './rule-versions.rules.ts';

const EVERYTHING: Claims = { person: true, firm: true, vatProvision: 'mval. § 3-28', foreignStaff: 'NONE' };
const NOTHING: Claims = { person: false, firm: false, vatProvision: null, foreignStaff: null };
const having = (...kinds: DocumentKind[]) => kinds.map((kind, n) => ({ id: String(n + 1), kind }));

/** Every set of papers that is enough, as section 4 has it; an empty one: what the application says is enough. */
const ENOUGH: Readonly<Record<ExceptionCode, readonly DocumentKind[][]>> = {
  AA_ENK_SPOUSE: [['MARRIAGE_CERTIFICATE'], ['JOINT_TAX_RETURN']],
  AA_DA_ANS_PARTNER: [['REGISTER_PRINTOUT_ENHET', 'REGISTER_PRINTOUT_FORETAK'], ['FIRM_CERTIFICATE']],
  AA_AS_OWNER_UNPAID: [[]],
  AA_BOARD_CHAIR: [[]],
  AA_CEO_NO_EMPLOYEES: [[]],
  AA_NAV_VTA: [['NAV_PAPER']],
  UDI_CONFIRMED: [['UDI_CONFIRMATION']],
  UDI_EEA_FAMILY: [['RESIDENCE_CARD']],
  VAT_KF_1510: [[]],
  VAT_UNDER_50K_NEW: [[]],
  VAT_UNDER_50K_OTHER: [['RF_1316']],
  VAT_SVALBARD: [[]],
  VAT_NOT_LIABLE: [['TAX_OFFICE_PROOF']],
  STAFFING_FOREIGN: [['RF_1199', 'HIRE_CONTRACT']],
};
const SETS = EXCEPTION_CODES.flatMap(code => ENOUGH[code].map(kinds => [code, kinds] as const));
const complete = (code: ExceptionCode, kinds: readonly DocumentKind[], claims = EVERYTHING) =>
  checklist(EXCEPTIONS[code], having(...kinds), claims).every(({ met }) => met);

describe('the checklist', () => {
  it.each(SETS)('of %s is complete with %j', (code, kinds) => {
    expect(complete(code, kinds)).toBe(true);
  });

  it.each(SETS.flatMap(([code, kinds]) => kinds.map(gone => [code, gone, kinds] as const)))(
    'of %s lacks something without %s',
    (code, gone, kinds) => {
      expect(
        complete(
          code,
          kinds.filter(kind => kind !== gone),
        ),
      ).toBe(false);
    },
  );

  it.each(EXCEPTION_CODES)('of %s is complete with no other paper than those', code => {
    const needed = new Set(ENOUGH[code].flat());
    const others = Object.values(DocumentKind).filter(kind => !needed.has(kind));
    expect(complete(code, others)).toBe(ENOUGH[code].some(kinds => kinds.length === 0));
  });

  it('says what lies there and which papers would do, per requirement', () => {
    const list = checklist(EXCEPTIONS.AA_DA_ANS_PARTNER, having('OTHER', 'REGISTER_PRINTOUT_ENHET'), {
      ...EVERYTHING,
      firm: false,
    });
    expect(list).toMatchObject([
      { key: 'PERSON', met: true, by: [] },
      { key: 'FIRM', met: false, missing: [] },
      { key: 'PARTNERSHIP', met: false, missing: [['REGISTER_PRINTOUT_FORETAK'], ['FIRM_CERTIFICATE']] },
    ]);
    const married = having('APPLICATION', 'MARRIAGE_CERTIFICATE', 'ENVELOPE');
    expect(checklist(EXCEPTIONS.AA_ENK_SPOUSE, married, EVERYTHING)[2]).toMatchObject({
      met: true,
      by: ['2'],
      missing: [],
    });
  });

  it.each([
    ['AA_BOARD_CHAIR', { person: false }],
    ['AA_BOARD_CHAIR', { firm: false }],
    ['VAT_KF_1510', { vatProvision: ' ' }],
    ['VAT_UNDER_50K_NEW', { firm: false }],
    ['VAT_SVALBARD', { foreignStaff: null }],
  ] as const)('of %s lacks what the application does not say: %j', (code, gone) => {
    expect(complete(code, [], { ...EVERYTHING, ...gone })).toBe(false);
  });

  it.each(EXCEPTION_CODES)('of %s asks who it is for', code => {
    expect(complete(code, Object.values(DocumentKind), NOTHING)).toBe(false);
  });
});

const PERSONAL = EXCEPTION_CODES.filter(code => code.startsWith('AA_') || code.startsWith('UDI_'));
const OF_FIRMS = EXCEPTION_CODES.filter(code => !PERSONAL.includes(code));

describe('the channel', () => {
  it.each(PERSONAL)('of %s is secure: never plain e-mail', code => {
    const rule = EXCEPTIONS[code];
    expect(rule.subject).toBe('PERSON_AND_FIRM');
    expect(channelAllowed(rule, 'EMAIL')).toBe(false);
    for (const channel of ['PORTAL', 'API', 'EDIALOG', 'LETTER'] as const)
      expect(channelAllowed(rule, channel)).toBe(true);
  });

  it.each(OF_FIRMS)('of %s may be e-mail too', code => {
    expect(EXCEPTIONS[code].subject).toBe('FIRM');
    for (const channel of ['EMAIL', 'EDIALOG', 'LETTER', 'PORTAL'] as const)
      expect(channelAllowed(EXCEPTIONS[code], channel)).toBe(true);
  });

  it.each(EXCEPTION_CODES)('of %s is never the telephone', code => {
    expect(channelAllowed(EXCEPTIONS[code], 'PHONE')).toBe(false);
  });
});

const TODAY = { from: '2026-11-23', cardExpiresOn: null, documentDate: null };

describe('an entry lasts', () => {
  it.each([
    ['AA_ENK_SPOUSE', { cardExpiresOn: '2027-06-15' }, '2027-06-15'],
    ['AA_ENK_SPOUSE', {}, '2028-11-23'],
    ['AA_ENK_SPOUSE', { from: '2028-02-29' }, '2030-02-28'],
    ['AA_AS_OWNER_UNPAID', {}, '2027-11-23'],
    ['AA_AS_OWNER_UNPAID', { from: '2028-02-29' }, '2029-02-28'],
    ['AA_NAV_VTA', { documentDate: '2027-02-01' }, '2027-02-01'],
    ['UDI_CONFIRMED', { documentDate: '2028-02-29' }, '2028-02-29'],
    ['UDI_CONFIRMED', {}, null],
    ['UDI_EEA_FAMILY', { documentDate: '2029-01-01' }, '2029-01-01'],
    ['VAT_KF_1510', {}, '2027-11-23'],
    ['VAT_UNDER_50K_NEW', { from: '2025-11-30' }, '2026-02-28'],
    ['VAT_UNDER_50K_NEW', { from: '2027-11-30' }, '2028-02-29'],
    ['VAT_UNDER_50K_OTHER', { from: '2024-02-29' }, '2025-02-28'],
    ['VAT_SVALBARD', {}, '2027-11-23'],
    ['VAT_NOT_LIABLE', {}, '2027-11-23'],
    ['STAFFING_FOREIGN', { documentDate: '2026-12-31' }, '2026-12-31'],
  ] as const)('%s with %j until %s', (code, given, to) => {
    const facts = { ...TODAY, ...given };
    expect(validity(EXCEPTIONS[code], facts)).toMatchObject({ from: facts.from, to, whileRole: false });
  });

  it.each(['AA_DA_ANS_PARTNER', 'AA_BOARD_CHAIR', 'AA_CEO_NO_EMPLOYEES'] as const)(
    '%s while the role lasts',
    code => {
      expect(validity(EXCEPTIONS[code], TODAY)).toMatchObject({ to: null, whileRole: true });
    },
  );

  it('the same calendar days whether the clocks go forward or back in between', () => {
    const night = osloDate(new Date('2027-03-27T23:30:00Z'));
    expect(night).toBe('2027-03-28');
    expect(validity(EXCEPTIONS.VAT_UNDER_50K_NEW, { ...TODAY, from: night }).to).toBe('2027-06-28');
    const autumn = osloDate(new Date('2027-10-30T22:30:00Z'));
    expect(autumn).toBe('2027-10-31');
    expect(validity(EXCEPTIONS.VAT_UNDER_50K_NEW, { ...TODAY, from: autumn }).to).toBe('2028-01-31');
  });

  it('and is really deleted afterwards for a new firm alone', () => {
    const deleted = EXCEPTION_CODES.filter(code => {
      const { validity: rule } = EXCEPTIONS[code];
      return rule.kind === 'MONTHS' && rule.deleteAfter;
    });
    expect(deleted).toEqual(['VAT_UNDER_50K_NEW']);
  });
});

describe('a second signature', () => {
  it.each(EXCEPTION_CODES)('of %s: refusal and withdrawal; to grant only what UDI decides', code => {
    const needs = (outcome: Parameters<typeof needsSecondSignature>[1]) =>
      needsSecondSignature(EXCEPTIONS[code], outcome);
    expect([needs('REFUSE'), needs('WITHDRAW'), needs('DISMISS')]).toEqual([true, true, false]);
    expect(needs('GRANT')).toBe(code.startsWith('UDI_'));
  });
});

describe('a legal reference', () => {
  it('is required of municipal undertakings and advised where a firm is not liable', () => {
    const asking = (kind: string) => EXCEPTION_CODES.filter(code => EXCEPTIONS[code].legalReference === kind);
    expect(asking('REQUIRED')).toEqual(['VAT_KF_1510']);
    expect(asking('ADVISED')).toEqual(['VAT_NOT_LIABLE']);
    expect(asking('OPTIONAL')).toEqual(PERSONAL);
  });
});

describe('a new firm', () => {
  it.each([
    ['2026-05-23', '2026-11-22', true],
    ['2026-05-22', '2026-11-22', false],
    ['2027-08-31', '2028-02-28', true],
    ['2027-08-31', '2028-02-29', false],
    [null, '2026-11-22', null],
  ])('registered on %s, applying on %s: %s', (registeredOn, receivedOn, expected) => {
    expect(isNewFirm(EXCEPTIONS.VAT_UNDER_50K_NEW, { registeredOn, receivedOn })).toBe(expected);
  });
});

describe('the catalogue of a day', () => {
  const later = (given: Partial<RuleRow>): RuleRow => ({
    id: '7',
    code: 'VAT_UNDER_50K_NEW',
    validFrom: '2027-01-01',
    body: { ...EXCEPTIONS.VAT_UNDER_50K_NEW, validity: { kind: 'MONTHS', months: 6, deleteAfter: true } },
    ...given,
  });

  it('is what the desk was born with until the day a change holds from', () => {
    const rows = [later({})];
    expect(ruleOn('VAT_UNDER_50K_NEW', rows, '2026-12-31')).toMatchObject({
      id: null,
      validity: { months: 3 },
    });
    expect(catalogueFrom(rows, '2027-01-01').VAT_UNDER_50K_NEW).toMatchObject({
      id: '7',
      validity: { months: 6 },
    });
  });

  it('of an earlier day stays what it was, and before 2020 it is the first', () => {
    const rows = [later({ id: '8', validFrom: '2027-06-01', body: EXCEPTIONS.VAT_UNDER_50K_NEW }), later({})];
    expect(ruleOn('VAT_UNDER_50K_NEW', rows, '2027-05-31').id).toBe('7');
    expect(ruleOn('VAT_UNDER_50K_NEW', rows, '2019-05-31').id).toBeNull();
  });

  it.each(EXCEPTION_CODES)('%s: what it is born with could have been proposed', code => {
    expect(ruleBody.safeParse(EXCEPTIONS[code]).success).toBe(true);
  });

  it.each([
    ['a requirement twice', { requirements: [1, 1].map(() => EXCEPTIONS.AA_NAV_VTA.requirements[0]) }],
    ['no requirement', { requirements: [] }],
    ['a signature twice', { fourEyesOn: ['REFUSE', 'REFUSE'] }],
    ['no months', { validity: { kind: 'MONTHS', months: 0, deleteAfter: false } }],
    ['a name in one language', { name: { nb: 'Navn' } }],
    ['something nobody reads', { colour: 'blue' }],
  ])('refuses %s', (_, given) => {
    expect(ruleBody.safeParse({ ...EXCEPTIONS.AA_NAV_VTA, ...given }).success).toBe(false);
  });
});
