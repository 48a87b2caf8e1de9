import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Language } from '../../platform/language.ts';
import { ApprovalRegister } from '../firm-approval/firm-approval.enums.ts';
import { LetterKind } from './letter.enums.ts';
import { letterFacts } from './letter.examples.ts';
import {
  composeLetter,
  LETTER_LAYOUT,
  type LetterContent,
  type LetterFacts,
} from './letter-content.rules.ts';
import { checkLetter } from './letter-contract.rules.ts';

/** An approval is no entry of an exception. */
const KINDS = Object.values(LetterKind).filter(kind => !kind.startsWith('ENTRY_'));
const LANGUAGES = Object.values(Language);
const ALL = KINDS.flatMap(kind =>
  LANGUAGES.flatMap(language =>
    Object.values(ApprovalRegister).map(register => [kind, language, register] as const),
  ),
);

const aboutAFirm = (given: Partial<LetterFacts>) =>
  letterFacts({
    approval: true,
    personName: null,
    recipient: { name: 'Reine Trapper', lines: ['Postboks 1'], addressFromRegister: false },
    firmName: 'Reine Trapper',
    register: 'CLEANING_APPROVAL',
    validity: { from: '2026-11-24', to: null },
    facts: ['3 ansatte, 4 som trenger kort.'],
    grounds: ['Alle vilkårene er oppfylt.'],
    freeText: '',
    ...given,
  });
const read = ({ heading, paragraphs }: LetterContent) =>
  [heading, ...paragraphs.flatMap(({ title, text }) => [title ?? '', text])].join('\n');
const said = (given: Partial<LetterFacts>, language: Language = 'nb') =>
  read(composeLetter(aboutAFirm(given), language));

describe('a letter about the approval of a firm', () => {
  it.each(ALL)(
    '%s in %s about %s says all the law demands, and never of an exception',
    (...[kind, language, register]) => {
      // Only a year has a last day.
      const year = { from: '2026-11-24', to: '2027-11-23' };
      const record = aboutAFirm({
        kind,
        register,
        ...(kind === 'APPROVAL_EXPIRING' ? { validity: year } : {}),
      });
      const content = composeLetter(record, language);
      expect(checkLetter(content, record).filter(({ met }) => !met)).toEqual([]);
      expect(content.paragraphs.map(({ key }) => key)).toEqual(LETTER_LAYOUT[kind]);
      const text = read(content);
      expect(text).not.toMatch(/unnta[kg]|exception|exempt/i);
      expect(text).not.toMatch(/undefined|null|\{|\}| {2}| \.|\.\.|,,/);
      if (language === 'nb') expect(text).not.toMatch(/\b[Dd]u\b|\bdeg\b|\bdin\b/);
      if (language === 'nn') expect(text).not.toMatch(/\b[Dd]u\b|\bdeg\b|\bdin?\b|\bdere\b/);
    },
  );

  it('is refused when a paragraph of a letter about an exception stands in it', () => {
    const record = aboutAFirm({ kind: 'DECISION_GRANT' });
    const exception = composeLetter({ ...record, approval: false }, 'nb');
    const unmet = checkLetter(exception, record).filter(({ met }) => !met);
    expect(unmet.map(({ code }) => code)).toEqual(['OUTCOME']);
  });

  it('cannot be written in a register nobody is approved in', () => {
    expect(() => said({ register: 'AA' })).toThrow('nobody is approved in AA');
  });

  it('granted: they may sell, others may buy, cards can be ordered, and it is confirmed every year', () => {
    const text = said({ kind: 'DECISION_GRANT' });
    for (const words of [
      'Dere er godkjent som renholdsvirksomhet',
      'Reine Trapper (219 770 561) er godkjent som renholdsvirksomhet fra 24. november 2026 og så lenge vilkårene er oppfylt.',
      'Dere kan selge eller leie ut renhold, og det er lov for andre å kjøpe renhold av dere.',
      'Dere kan bestille HMS-kort',
      'årlig melding innen 31. januar',
    ])
      expect(text).toContain(words);
  });

  it('granted to an agency: a year at a time', () => {
    const validity = { from: '2026-11-24', to: '2027-11-23' };
    const text = said({ kind: 'DECISION_GRANT', register: 'STAFFING', validity }, 'en');
    expect(text).toContain('approved as a staffing agency from 24 November 2026 to 23 November 2027.');
    expect(text).toContain('one year at a time');
    expect(text).not.toContain('31 January');
  });

  it.each(['DECISION_REFUSE', 'DECISION_WITHDRAW'] as const)(
    '%s: unlawful to sell and to buy, orders refused, cards invalid and shredded (R14, R16)',
    kind => {
      expect(said({ kind })).toContain(
        'Uten godkjenning er det ikke lov for dere å selge eller leie ut renhold, og ikke lov for andre å kjøpe renhold av dere. Bestillinger av HMS-kort blir avslått. HMS-kort for renhold er ugyldige og skal makuleres med en gang.',
      );
      expect(said({ kind }, 'nn')).toContain('skal makulerast med ein gong');
      expect(said({ kind }, 'en')).toContain('must be shredded at once');
    },
  );

  it('withdrawn: it holds no longer, whatever day the decision says', () => {
    const text = said({ kind: 'DECISION_WITHDRAW', validity: { from: '2026-11-23', to: '2026-11-23' } });
    expect(text).toContain('Godkjenningen gjelder ikke lenger.');
    expect(text).toContain('Dere står som ikke godkjent i renholdsregisteret.');
  });

  it('dismissed: what stood before stands, and orders wait', () => {
    const text = said({ kind: 'DECISION_DISMISS' });
    expect(text).toContain('Søknaden endrer ikke det som står om dere i renholdsregisteret.');
    expect(text).not.toContain('makuleres');
  });

  it('reversed: cards that were not shredded are valid again', () => {
    expect(said({ kind: 'APPEAL_REVERSED' })).toContain('blir gyldige igjen av seg selv');
  });

  it('notice beforehand: says what they stand to lose, and that nothing is decided', () => {
    const text = said({ kind: 'ADVANCE_NOTICE' });
    for (const words of [
      'Vi har ikke bestemt oss',
      'HMS-kort for renhold blir ugyldige',
      'Dere kan uttale dere',
    ])
      expect(text).toContain(words);
  });
});

/** As they were before firms were approved here: a change of one letter needs a new version of the texts. */
const WORDS: Readonly<Partial<Record<LetterKind, readonly [string, string, string]>>> = {
  DECISION_GRANT: ['2d663cd60d1c', '33076718a9bb', '7675d25cab26'],
  DECISION_REFUSE: ['dd3b64d04338', 'b5d87e6b4ada', '2b1809884d92'],
  DECISION_DISMISS: ['a33ac2223c35', 'caf81de6e734', 'bf5a27009a72'],
  DECISION_WITHDRAW: ['9bc7a09a181a', 'ab21858fcf37', 'bdf11029d4e5'],
  DEFICIENCY: ['9250f6fe117e', '0b7d92147446', '238df0878f7e'],
  WRONG_CHANNEL: ['a9b951fd178d', '9596d1c32c65', '2862a0c2d47b'],
  INTERIM_REPLY: ['79ecd5728bd3', '324cc738d819', '3d844000a5e4'],
  ADVANCE_NOTICE: ['5cd95e677623', 'c8b0b9ac5893', 'ddbe89d96c2e'],
  APPEAL_RECEIVED: ['f7adc9faace7', '0114cce76503', '2a339a71fdc1'],
  APPEAL_UPHELD_FORWARDED: ['2434c171f68e', '4d725f5acb01', '35f9d998bd9e'],
  APPEAL_REVERSED: ['e56607fb206f', '12e0a42a0d65', '474bead2b144'],
  APPEAL_DISMISSED_LATE: ['976a84e0697d', 'fafbb3445872', '6bd17333fca5'],
  ENTRY_EXPIRING: ['f542b1e576c3', 'f2a8c83e6856', '2892cab72384'],
  ENTRY_ENDED: ['48571b8aa42c', 'b5bd5b07b50d', 'cbdd5d281b33'],
};
const REGISTERS = ['AA', 'UDI', 'MVA', 'STAFFING'] as const;

describe('a letter about an exception', () => {
  it.each(Object.entries(WORDS))('%s has not changed by a letter', (kind, words) => {
    const letters = LANGUAGES.map(language =>
      [{}, { personName: null }].flatMap(about =>
        REGISTERS.map(register =>
          composeLetter(letterFacts({ kind: kind as LetterKind, register, ...about }), language),
        ),
      ),
    );
    const digests = letters.map(one => createHash('sha256').update(JSON.stringify(one)).digest('hex'));
    expect(digests.map(digest => digest.slice(0, 12))).toEqual(words);
  });
});
