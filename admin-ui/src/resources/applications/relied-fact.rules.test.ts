import { describe, expect, it } from 'vitest';
import { reliedFact } from './relied-fact.rules.ts';

const nb = { language: 'nb', askedAt: '2026-11-22T12:05:00Z' } as const;
const plain = (text: string | null) => text?.replace(/\s/g, ' ');

describe('a fact of the registers, taken into the letter', () => {
  it('names the register, its answer, when it was asked, and whether it is what the application says', () => {
    const role = { key: 'ROLE', agreement: 'LIKE', value: 'DTPR' } as const;
    expect(plain(reliedFact(role, nb))).toBe(
      'Enhetsregisteret svarte 22. nov. 2026, 13.05: rolle DTPR, slik søknaden sier.',
    );
    expect(plain(reliedFact(role, { language: 'en', askedAt: null }))).toContain(
      'role DTPR, as the application says.',
    );
    const differs = { key: 'ADDRESS', agreement: 'DIFFERS', value: null } as const;
    expect(plain(reliedFact(differs, nb))).toBe(
      'Folkeregisteret svarte 22. nov. 2026, 13.05: adresse, ikke slik søknaden sier.',
    );
  });

  it('says no of the register the exception is from, and nothing where nobody has answered', () => {
    const no = { key: 'REGISTER', agreement: 'EXCEPTED', value: 'AA' } as const;
    expect(plain(reliedFact(no, nb))).toContain('Aa-registeret svarte 22. nov. 2026, 13.05: nei.');
    expect(reliedFact({ key: 'ROLE', agreement: 'UNKNOWN', value: null }, nb)).toBeNull();
  });
});
