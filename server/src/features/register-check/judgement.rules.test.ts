import { describe, expect, it } from 'vitest';
import { isFinal } from './judgement.rules.ts';
import { checkWording } from './reason-catalogue.ts';
import { CheckReason } from './register-check.enums.ts';

describe('a reason', () => {
  it('ends a line for good only when nothing can cure it', () => {
    expect(Object.values(CheckReason).filter(isFinal)).toEqual([
      'ENH_REMOVED',
      'FREG_DECEASED',
      'CLEANING_NOT_APPROVED',
      'CAR_CARE_NOT_APPROVED',
    ]);
  });

  it.each(['nb', 'nn', 'en'] as const)(
    'says what is wrong in one sentence, and at most three remedies: %s',
    language => {
      const said = Object.values(CheckReason).map(code => checkWording(code, language));
      expect(new Set(said.map(({ label }) => label)).size).toBe(said.length);
      for (const { label, remedies } of said) {
        expect(label).toMatch(/\.$/);
        expect(remedies.length).toBeLessThanOrEqual(3);
        for (const remedy of remedies) expect(remedy).toMatch(/\.$/);
      }
    },
  );

  it('has the same number of remedies in every language', () => {
    for (const code of Object.values(CheckReason)) {
      const counts = (['nb', 'nn', 'en'] as const).map(one => checkWording(code, one).remedies.length);
      expect(new Set(counts).size).toBe(1);
    }
  });
});
