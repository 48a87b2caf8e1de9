import { describe, expect, test } from 'vitest';
import { type AgencyFacts, leftToStaff, yearBegins } from './automatic-approval.rules.ts';

const met = { state: 'MET', ofRegister: true } as const;
const FACTS: AgencyFacts = {
  answered: true,
  conditions: [met, { state: 'NOT_RELEVANT', ofRegister: true }],
  lostBefore: false,
  approvedTo: null,
  today: '2026-11-23',
};

describe('an agency is approved by the desk', () => {
  test('when every duty is met or does not apply', () => expect(leftToStaff(FACTS)).toBeNull());

  test.each([
    ['the register is silent, whatever it said before', { answered: false }, 'REGISTER_SILENT'],
    ['a duty is not met', { conditions: [met, { state: 'NOT_MET', ofRegister: true }] }, 'DUTY_NOT_MET'],
    ['a register has not said', { conditions: [met, { state: null, ofRegister: true }] }, 'REGISTER_SILENT'],
    [
      'a caseworker has to say',
      { conditions: [met, { state: null, ofRegister: false }] },
      'CONDITION_UNSAID',
    ],
    ['it lost the approval before', { lostBefore: true }, 'LOST_BEFORE'],
    ['its year has more than 60 days to run', { approvedTo: '2027-01-23' }, 'TOO_EARLY'],
  ] as const)('but not when %s', (_, facts, reason) =>
    expect(leftToStaff({ ...FACTS, ...facts })).toBe(reason),
  );

  test.each(['2027-01-22', '2026-11-23', '2026-11-22'])('and anew, when its year ends on %s', approvedTo =>
    expect(leftToStaff({ ...FACTS, approvedTo })).toBeNull(),
  );

  test.each([
    ['2027-01-22', '2027-01-23'],
    ['2026-11-23', '2026-11-24'],
    ['2026-11-22', '2026-11-23'],
    [null, '2026-11-23'],
  ])('its year ends on %s: the next begins on %s', (approvedTo, from) =>
    expect(yearBegins({ approvedTo, today: FACTS.today })).toBe(from),
  );
});
