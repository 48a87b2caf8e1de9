import { describe, expect, it } from 'vitest';
import type { ExceptionRule } from './application.documents.ts';
import { blankForm, channelVerdict, inputOf } from './application-form.rules.ts';

const words = { nb: '', nn: '', en: '' };
const rule = (given: Partial<ExceptionRule> = {}): ExceptionRule => ({
  ...{ code: 'AA_ENK_SPOUSE', register: 'AA', subject: 'PERSON_AND_FIRM', channels: 'SECURE' },
  ...{ legalReference: 'OPTIONAL', fourEyesOn: [], name: words, who: words, requirements: [] },
  ...{ validity: { kind: 'CARD_EXPIRY', months: 24, roles: [], date: null } },
  ...given,
});
const form = blankForm(new URLSearchParams('channel=LETTER'), '2026-11-23');
const kari = { nationalId: ' 17858512387 ', givenName: 'Kari', familyName: 'Nord' };

describe('registering an application', () => {
  it('takes person and firm from the order line, and sends neither again', () => {
    const line = { orderItemId: '7' };
    const typed = { ...form, applicant: kari, orgNumber: '310078417', related: kari };
    const input = inputOf(typed, { rule: rule(), channel: 'LETTER', line });
    expect(input).toMatchObject({ orderItemId: '7', orgNumber: null, applicant: null });
    expect(input.related).toMatchObject({ nationalId: '17858512387' });
  });

  it('sends only what the chosen exception asks about', () => {
    const typed = {
      ...form,
      applicant: kari,
      related: kari,
      vatProvision: '§ 3-28',
      evidenceEndsOn: '2027-01-01',
    };
    const vat = rule({
      ...{ code: 'VAT_KF_1510', register: 'MVA', subject: 'FIRM' },
      requirements: [{ key: 'VAT_PROVISION', fact: 'VAT_PROVISION', alternatives: [], label: words }],
    });
    expect(inputOf(typed, { rule: vat, channel: 'LETTER', line: null })).toMatchObject({
      ...{ applicant: null, related: null, vatProvision: '§ 3-28', evidenceEndsOn: null },
    });
  });

  it('says at once when personal papers came by e-mail, when a firm’s did, and when it was a call', () => {
    const by = (channel: 'EMAIL' | 'PHONE' | 'LETTER') => ({ channel });
    expect(channelVerdict(by('EMAIL'), rule())).toBe('LOST');
    expect(channelVerdict(by('EMAIL'), rule({ subject: 'FIRM', channels: 'ALSO_EMAIL' }))).toBe('OK');
    expect(channelVerdict(by('EMAIL'), rule({ subject: 'FIRM' }))).toBe('NOT_ALLOWED');
    expect(channelVerdict(by('PHONE'), null)).toBe('PHONE');
    expect(channelVerdict(by('LETTER'), rule())).toBe('OK');
  });
});
