import { describe, expect, it } from 'vitest';
import { approvalFormOf, approvalProposalOf, neededOf } from './approval-proposal.rules.ts';
import type { ApprovalRule } from './catalogue.documents.ts';

const words = (text: string) => ({ nb: text, nn: text, en: text });
const RULE: ApprovalRule = {
  ...{ code: 'CLEANING_FIRM', id: null, validFrom: '2020-01-01', channels: 'ALSO_EMAIL' },
  ...{ legalReference: 'REQUIRED', fourEyesOn: ['REFUSE'], name: words('Renhold'), who: words('Alle') },
  requirements: [
    {
      ...{ key: 'AMU', label: words('AMU'), alternatives: [['AMU_MINUTES']] },
      condition: {
        ...{ of: 'EMPLOYERS', duty: null, smallAlternatives: [], smallBelow: [] },
        atLeast: [{ from: '2024-01-01', employees: 30 }],
      },
    },
    {
      ...{ key: 'ACTIVE', label: words('I drift'), alternatives: [] },
      condition: { of: 'EVERYBODY', duty: 'ACTIVE', smallAlternatives: [], smallBelow: [], atLeast: [] },
    },
  ],
  validity: { kind: 'UNTIL_WITHDRAWN', months: null },
};

describe('a proposal of what an approval asks for', () => {
  it('is the rule as it is where nothing was touched', () => {
    expect(approvalProposalOf(RULE, approvalFormOf(RULE))).toMatchObject({
      ...{ code: 'CLEANING_FIRM', months: null, fourEyesOn: ['REFUSE'] },
      conditions: [
        { key: 'AMU', of: 'EMPLOYERS', alternatives: [['AMU_MINUTES']], atLeast: [{ employees: 30 }] },
        { key: 'ACTIVE', duty: 'ACTIVE', atLeast: [] },
      ],
    });
  });

  it('has the thresholds that were typed, and leaves out what was unticked', () => {
    const form = approvalFormOf(RULE);
    const conditions = form.conditions.map(one =>
      one.key === 'AMU'
        ? { ...one, atLeast: [...one.atLeast, { from: '2027-01-01', employees: '20' }] }
        : { ...one, kept: false },
    );
    const proposal = approvalProposalOf(RULE, { ...form, conditions, months: '24' });
    expect(proposal.months).toBe(24);
    expect(proposal.conditions.map(({ key }) => key)).toEqual(['AMU']);
    expect(proposal.conditions[0]?.atLeast.at(-1)).toEqual({ from: '2027-01-01', employees: 20 });
  });

  it('needs every threshold whole, of what is kept', () => {
    const form = approvalFormOf(RULE);
    const conditions = form.conditions.map(one => ({ ...one, atLeast: [{ from: '', employees: '3' }] }));
    expect(neededOf({ ...form, conditions })).toContain('');
    expect(neededOf({ ...form, conditions: conditions.map(one => ({ ...one, kept: false })) })).not.toContain(
      '',
    );
  });
});
