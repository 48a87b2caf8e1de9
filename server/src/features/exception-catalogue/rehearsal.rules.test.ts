import { describe, expect, it } from 'vitest';
import { EXCEPTIONS } from './exception.catalogue.ts';
import type { RuleBody } from './exception-rule.shape.ts';
import { differences, type RehearsedApplication, type RehearsedDecision } from './rehearsal.rules.ts';

const GRANTED: RehearsedDecision = {
  outcome: 'GRANT',
  signedTwice: false,
  validFrom: '2026-03-01',
  legalRefs: 2,
};
const application = (given: Partial<RehearsedApplication> = {}): RehearsedApplication => ({
  ...{ channel: 'LETTER', receivedOn: '2026-02-20', evidenceEndsOn: null, firmRegisteredOn: null },
  claims: { person: true, firm: true, vatProvision: null, foreignStaff: null },
  ...{ documents: [], decision: GRANTED, ...given },
});
const under = (
  code: keyof typeof EXCEPTIONS,
  change: Partial<RuleBody>,
  given: Partial<RehearsedApplication> = {},
) => differences(application(given), { before: EXCEPTIONS[code], after: { ...EXCEPTIONS[code], ...change } });

describe('a rehearsal finds', () => {
  it('nothing where nothing changes', () => {
    expect(under('VAT_UNDER_50K_NEW', {})).toEqual([]);
    expect(under('VAT_UNDER_50K_NEW', {}, { decision: null })).toEqual([]);
  });

  it('decisions of one hand that would need two, and the other way round', () => {
    const two: RuleBody['fourEyesOn'] = ['GRANT', 'REFUSE', 'WITHDRAW'];
    expect(under('VAT_SVALBARD', { fourEyesOn: two })).toEqual(['SECOND_SIGNATURE_NOW']);
    const signed = { decision: { ...GRANTED, signedTwice: true } };
    expect(under('VAT_SVALBARD', { fourEyesOn: two }, signed)).toEqual([]);
    expect(under('VAT_SVALBARD', {}, signed)).toEqual([]);
    expect(under('UDI_CONFIRMED', { fourEyesOn: ['REFUSE'] }, signed)).toEqual(['SECOND_SIGNATURE_NO_MORE']);
  });

  it('papers that are missing now, or enough now, of decisions and open cases', () => {
    const { requirements } = EXCEPTIONS.VAT_UNDER_50K_OTHER;
    expect(under('VAT_UNDER_50K_NEW', { requirements })).toEqual(['MISSING_NOW']);
    expect(under('VAT_UNDER_50K_NEW', { requirements }, { decision: null })).toEqual(['MISSING_NOW']);
    const has = { documents: [{ id: '1', kind: 'RF_1316' as const }] };
    expect(under('VAT_UNDER_50K_NEW', { requirements }, has)).toEqual([]);
    const fewer = { requirements: EXCEPTIONS.VAT_UNDER_50K_NEW.requirements };
    expect(under('VAT_UNDER_50K_OTHER', fewer)).toEqual(['COMPLETE_NOW']);
  });

  it('entries that would last another time', () => {
    const six = { kind: 'MONTHS', months: 6, deleteAfter: true } as const;
    expect(under('VAT_UNDER_50K_NEW', { validity: six })).toEqual(['OTHER_VALIDITY']);
    const refused: RehearsedDecision = { ...GRANTED, outcome: 'REFUSE', signedTwice: true, validFrom: null };
    expect(under('VAT_UNDER_50K_NEW', { validity: six }, { decision: refused })).toEqual([]);
  });

  it('channels that are closed, or opened', () => {
    const mail = { channel: 'EMAIL' as const };
    expect(under('VAT_SVALBARD', { channels: 'SECURE' }, mail)).toContain('CHANNEL_CLOSED');
    expect(under('VAT_SVALBARD', { channels: 'SECURE' })).toEqual([]);
    expect(under('AA_BOARD_CHAIR', { channels: 'ALSO_EMAIL' }, mail)).toContain('CHANNEL_OPENED');
  });

  it('grants without a legal reference where one is required now', () => {
    const bare = { decision: { ...GRANTED, legalRefs: 0 } };
    expect(under('VAT_NOT_LIABLE', { legalReference: 'REQUIRED' }, bare)).toEqual(['LEGAL_REFERENCE_NOW']);
    expect(under('VAT_NOT_LIABLE', { legalReference: 'REQUIRED' })).toEqual([]);
  });

  it('firms that count as new no longer', () => {
    const thresholds = { turnoverNok: 50_000, newFirmMonths: 3 };
    const young = { firmRegisteredOn: '2025-10-01' };
    expect(under('VAT_UNDER_50K_NEW', { thresholds }, young)).toEqual(['NEW_FIRM_DIFFERS']);
    expect(under('VAT_UNDER_50K_NEW', { thresholds }, { firmRegisteredOn: '2026-01-10' })).toEqual([]);
  });
});
