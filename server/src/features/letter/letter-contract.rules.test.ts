import { describe, expect, it } from 'vitest';
import { Language } from '../../platform/language.ts';
import { LetterKind, type LetterPart, type LetterPoint } from './letter.enums.ts';
import { letterFacts } from './letter.examples.ts';
import {
  composeLetter,
  LETTER_LAYOUT,
  type LetterContent,
  type LetterFacts,
} from './letter-content.rules.ts';
import { checkLetter, LETTER_POINTS, letterMayLeave } from './letter-contract.rules.ts';

const KINDS = Object.values(LetterKind);
const ALL = KINDS.flatMap(kind => Object.values(Language).map(language => [kind, language] as const));

const unmet = (content: LetterContent, record: LetterFacts) =>
  checkLetter(content, record)
    .filter(({ met }) => !met)
    .map(({ code }) => code);

const changed = (content: LetterContent, key: LetterPart, text: (was: string) => string): LetterContent => ({
  ...content,
  paragraphs: content.paragraphs.map(one => (one.key === key ? { ...one, text: text(one.text) } : one)),
});
const without = (content: LetterContent, key: LetterPart): LetterContent => ({
  ...content,
  paragraphs: content.paragraphs.filter(one => one.key !== key),
});
const ABOUT_A_FIRM = {
  personName: null,
  recipient: { name: 'Elvestad Maskin', lines: ['Postboks 1'], addressFromRegister: false },
  facts: ['Omsetningen er 12 000 kroner.'],
  grounds: ['Virksomheten er yngre enn seks måneder.'],
  freeText: '',
};
const read = ({ heading, paragraphs }: LetterContent) =>
  [heading, ...paragraphs.flatMap(({ title, text }) => [title ?? '', text])].join('\n');

describe('a letter of every kind in every language', () => {
  it.each(ALL)('%s in %s says all the law demands of it', (kind, language) => {
    const record = letterFacts({ kind });
    const content = composeLetter(record, language);
    expect(unmet(content, record)).toEqual([]);
    expect(letterMayLeave(checkLetter(content, record))).toBe(true);
    expect(read(content)).not.toMatch(/undefined|null|\{|\}| {2}| \.|\.\.|,,/);
    expect(content.paragraphs.map(({ key }) => key)).toEqual(LETTER_LAYOUT[kind]);
  });

  it.each(ALL)(
    '%s in %s speaks to those who run a firm when it is about the firm alone',
    (kind, language) => {
      const record = letterFacts({ kind, ...ABOUT_A_FIRM });
      const said = read(composeLetter(record, language));
      if (language === 'nb') expect(said).not.toMatch(/\b[Dd]u\b|\bdeg\b|\bdin\b/);
      if (language === 'nn') expect(said).not.toMatch(/\b[Dd]u\b|\bdeg\b|\bdin?\b/);
      expect(unmet(composeLetter(record, language), record)).toEqual([]);
    },
  );

  it('has nine points to meet when it tells of a decision', () => {
    for (const kind of KINDS.filter(one => one.startsWith('DECISION_')))
      expect(LETTER_POINTS[kind]).toHaveLength(9);
  });
});

describe('the grant of an exception from the Aa register', () => {
  const record = letterFacts({ kind: 'DECISION_GRANT' });

  it('reads as the law and plain language want it', () => {
    const said = read(composeLetter(record, 'nb'));
    for (const words of [
      'Du får unntak fra Aa-registeret',
      'Unntaket gjelder HMS-kort for Elvestad Maskin (219 770 561) fra 24. november 2026 til 23. november 2028.',
      'forskrift om HMS-kort på bygge- og anleggsplasser § 4 og forvaltningsloven §§ 23 til 25',
      'Fristen er tre uker etter at du fikk brevet. Etter vår beregning er siste dag 15. desember 2026.',
      'Du har rett til å se dokumentene i saken.',
    ])
      expect(said).toContain(words);
  });

  it('that lasts as long as the role says so', () => {
    const said = read(composeLetter({ ...record, validity: { from: '2026-11-24', to: null } }, 'nn'));
    expect(said).toContain('frå 24. november 2026 og så lenge vilkåra er oppfylte');
  });

  it('takes lines of a name or a document as one line', () => {
    const said = composeLetter({ ...record, firmName: 'Elvestad\nSide 2', facts: ['Ett\nTo'] }, 'nb');
    expect(read(said)).toContain('Elvestad Side 2 (219 770 561)');
    expect(read(said)).toContain('Ett To');
  });
});

/** What breaks each point: the letter after it was written, or the record behind it. */
const BREAKS: readonly [LetterPoint, LetterKind, (content: LetterContent) => LetterContent][] = [
  ['LEGAL_GROUND', 'DECISION_GRANT', letter => without(letter, 'LEGAL')],
  ['LEGAL_GROUND', 'DECISION_REFUSE', letter => changed(letter, 'LEGAL', was => was.replace('§ 4', '§ 5'))],
  ['FACTS', 'DECISION_REFUSE', letter => changed(letter, 'FACTS', () => 'Noe annet.')],
  ['FACTS', 'DECISION_WITHDRAW', letter => without(letter, 'GROUNDS')],
  ['OUTCOME', 'DECISION_GRANT', letter => changed(letter, 'OUTCOME', was => was.replace('2028', '2029'))],
  ['OUTCOME', 'DECISION_GRANT', letter => ({ ...letter, heading: 'Du får ikke unntak' })],
  ['OUTCOME', 'DECISION_DISMISS', letter => without(letter, 'EFFECT')],
  ['APPEAL_RIGHT', 'DECISION_REFUSE', letter => without(letter, 'APPEAL_RIGHT')],
  ['APPEAL_RIGHT', 'APPEAL_REVERSED', letter => without(letter, 'ACCESS')],
  ['APPEAL_BODY', 'DECISION_REFUSE', letter => changed(letter, 'APPEAL_BODY', was => `${was} Eller ikke.`)],
  [
    'DEADLINE',
    'DECISION_REFUSE',
    letter => changed(letter, 'APPEAL_DEADLINE', was => was.replace('tre', 'to')),
  ],
  ['DEADLINE', 'DEFICIENCY', letter => without(letter, 'ANSWER_BY')],
  ['MISSING_DOCUMENTS', 'DEFICIENCY', letter => changed(letter, 'MISSING', () => '– firmaattest')],
  ['SECURE_CHANNEL', 'DEFICIENCY', letter => without(letter, 'HOW_TO_SEND')],
  ['SECURE_CHANNEL', 'WRONG_CHANNEL', letter => without(letter, 'HOW_TO_SEND')],
  ['CONSEQUENCE', 'DEFICIENCY', letter => without(letter, 'CONSEQUENCE')],
  ['RIGHT_TO_COMMENT', 'ADVANCE_NOTICE', letter => without(letter, 'COMMENT')],
  ['RIGHT_TO_COMMENT', 'APPEAL_UPHELD_FORWARDED', letter => without(letter, 'COMMENT')],
  ['NEXT_STEP', 'APPEAL_RECEIVED', letter => without(letter, 'NEXT_STEP')],
  ['NEXT_STEP', 'ENTRY_EXPIRING', letter => without(letter, 'NEXT_STEP')],
  ['OUTCOME', 'ENTRY_ENDED', letter => changed(letter, 'OUTCOME', was => was.replace('2028', '2029'))],
  ['CONTACT', 'APPEAL_RECEIVED', letter => changed(letter, 'CONTACT', () => 'Ring oss.')],
  ['NAMES_AND_DATES', 'DECISION_GRANT', letter => ({ ...letter, date: '2026-11-22' })],
  ['NAMES_AND_DATES', 'DECISION_GRANT', letter => ({ ...letter, signers: letter.signers.slice(1) })],
  [
    'NAMES_AND_DATES',
    'INTERIM_REPLY',
    letter => ({ ...letter, recipient: { ...letter.recipient, name: 'En Annen' } }),
  ],
  [
    'NO_INTERNAL_TEXT',
    'INTERIM_REPLY',
    letter => ({ ...letter, paragraphs: letter.paragraphs.toReversed() }),
  ],
];

describe('a letter that was changed after it was written', () => {
  it.each(BREAKS)('loses the point %s of %s, and none else', (point, kind, broken) => {
    const record = letterFacts({ kind });
    const content = broken(composeLetter(record, 'nb'));
    expect(unmet(content, record)).toEqual([point]);
    expect(letterMayLeave(checkLetter(content, record))).toBe(false);
  });

  it('loses the point when a locked paragraph is no longer locked', () => {
    const record = letterFacts({ kind: 'DECISION_GRANT' });
    const letter = composeLetter(record, 'nb');
    const paragraphs = letter.paragraphs.map(one => ({ ...one, locked: false }));
    expect(unmet({ ...letter, paragraphs }, record)).toEqual(
      LETTER_POINTS.DECISION_GRANT.filter(
        code => !['FACTS', 'NAMES_AND_DATES', 'NO_INTERNAL_TEXT'].includes(code),
      ),
    );
  });

  it('has every point tried', () => {
    const points = new Set(Object.values(LETTER_POINTS).flat());
    expect(new Set(BREAKS.map(([point]) => point))).toEqual(points);
  });
});

/** A record that cannot give a lawful letter. */
const POOR: readonly [LetterPoint, Partial<LetterFacts>][] = [
  ['LEGAL_GROUND', { legalRefs: [] }],
  ['FACTS', { facts: [] }],
  ['FACTS', { grounds: [], freeText: ' ' }],
  ['OUTCOME', { validity: null }],
  ['APPEAL_BODY', { appealBody: '' }],
  ['NAMES_AND_DATES', { signers: [] }],
  ['NAMES_AND_DATES', { recipient: { name: 'Marit Elvestad', lines: [], addressFromRegister: false } }],
  [
    'NAMES_AND_DATES',
    { recipient: { name: 'Marit Elvestad', lines: ['Gata 1'], addressFromRegister: true } },
  ],
  [
    'NAMES_AND_DATES',
    {
      signers: [
        { role: 'APPROVER', name: 'Tuva Myhre' },
        { role: 'DECIDER', name: 'Tuva Myhre' },
      ],
    },
  ],
];

describe('a record that lacks something', () => {
  it.each(POOR)('gives no letter that meets %s', (point, given) => {
    const record = letterFacts({ kind: 'DECISION_GRANT', ...given });
    expect(unmet(composeLetter(record, 'nb'), record)[0]).toBe(point);
  });

  it('gives a protected person a letter without an address', () => {
    const recipient = { name: 'Marit Elvestad', lines: [], addressFromRegister: true };
    const record = letterFacts({ kind: 'DECISION_GRANT', recipient });
    expect(unmet(composeLetter(record, 'nb'), record)).toEqual([]);
  });
});

const NOTE = 'Ringte søkeren, hun virket usikker på hvem som eier firmaet.';
const INTERNAL = [
  'Fødselsnummer 17858512387 er kontrollert.',
  'Skriv til tuva.myhre@arbeidstilsynet.example.',
  'Internt notat: sjekk dette.',
  'Se også sak 2026/003988.',
  'Hei {navn}, dette er utfylt.',
  'Vedtaket gjelder undefined.',
  NOTE.toUpperCase(),
];

describe('what is only ours', () => {
  it.each(INTERNAL)('never leaves: «%s»', text => {
    const record = letterFacts({ kind: 'DECISION_GRANT', freeText: text, notes: [NOTE] });
    const [point, ...more] = unmet(composeLetter(record, 'nb'), record);
    expect(['NO_INTERNAL_TEXT', 'NAMES_AND_DATES']).toContain(point);
    expect(more).toEqual([]);
  });
});
