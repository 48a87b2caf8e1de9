import { describe, expect, it } from 'vitest';
import type { ExceptionRule } from './catalogue.documents.ts';
import { codesIn, formOf, proposalOf } from './proposal.rules.ts';

const words = (text: string) => ({ nb: text, nn: text, en: text });
const RULE: ExceptionRule = {
  ...{ code: 'VAT_UNDER_50K_NEW', id: null, validFrom: '2020-01-01', register: 'MVA', subject: 'FIRM' },
  ...{ channels: 'ALSO_EMAIL', legalReference: 'NONE', fourEyesOn: ['REFUSE', 'WITHDRAW'] },
  ...{ turnoverNok: 50_000, newFirmMonths: 6, name: words('Ny'), who: words('Ny virksomhet') },
  requirements: [{ key: 'FIRM', fact: 'FIRM', alternatives: [], label: words('Organisasjonsnummer') }],
  validity: { kind: 'MONTHS', months: 3, deleteAfter: true, roles: [], date: null },
};
const KINDS = { documentKinds: [{ kind: 'RF_1316' as const, label: words('Attest RF-1316') }] };

describe('a proposal', () => {
  it('is the rule as it is where nothing was touched', () => {
    const { code, name, who, requirements, channels, validity, legalReference, fourEyesOn } = RULE;
    expect(proposalOf(RULE, formOf(RULE), KINDS)).toEqual({
      ...{ code, name, who, requirements, channels, validity, legalReference, fourEyesOn },
      ...{ turnoverNok: 50_000, newFirmMonths: 6 },
    });
  });

  it('adds a paper by its name, and leaves out what was unticked', () => {
    const form = { ...formOf(RULE), kept: [], added: ['RF_1316' as const], months: '6' };
    const { requirements, validity } = proposalOf(RULE, form, KINDS);
    expect(requirements).toEqual([
      { key: 'RF_1316', label: words('Attest RF-1316'), alternatives: [['RF_1316']] },
    ]);
    expect(validity).toMatchObject({ months: 6 });
  });

  it('reads a list of codes as it is typed, in capitals', () => {
    expect(codesIn('6100, 6500;fli  sti')).toEqual(['6100', '6500', 'FLI', 'STI']);
    expect(codesIn(' ')).toEqual([]);
  });

  it('says nothing for a number that was wiped out', () => {
    expect(proposalOf(RULE, { ...formOf(RULE), turnoverNok: ' ' }, KINDS).turnoverNok).toBeNull();
  });
});
