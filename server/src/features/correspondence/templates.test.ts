import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Language } from '../../platform/language.ts';
import { letterParts } from './letter.rules.ts';
import { ImageMailTemplate } from './mail.enums.ts';
import { checkTemplates, type LetterData, loadTemplates, subjectOf } from './templates.ts';

const render = loadTemplates();
const LINK = 'https://desk.example/opplasting/abc';

function letter(language: Language, changes: Partial<LetterData> = {}): LetterData {
  return {
    language,
    subject: 'Emne',
    issuer: 'Kortservice',
    caseNumber: '2026/000123',
    ordererName: 'Kari Bestiller',
    personName: 'Kim',
    orderNumber: '1000123',
    orderLine: '2',
    parts: letterParts(
      [
        { code: 'ID_EXPIRED', part: 'ID' },
        { code: 'PH_GLASSES', part: 'PHOTO' },
        { code: 'PH_LIGHT', part: 'PHOTO' },
      ],
      language,
    ),
    comment: ['Første linje', 'Andre linje'],
    link: LINK,
    validUntil: 'torsdag 26. november 2026 kl. 14.05',
    reissued: [],
    ...changes,
  };
}

const ALL = Object.values(ImageMailTemplate).flatMap(template =>
  Object.values(Language).map(language => [template, language] as const),
);

describe('Letters', () => {
  it('every letter is complete in every language, as HTML and as text', () => {
    expect(() => checkTemplates()).not.toThrow();
  });

  it.each(ALL)('%s in %s says who, about what and from whom, in both parts alike', (template, language) => {
    const { html, text } = render(template, letter(language));
    for (const part of [html, text]) {
      for (const fact of [
        'Kari Bestiller',
        'Kim',
        '1000123',
        '2026/000123',
        'Kortservice',
        'Arbeidstilsynet',
      ])
        expect(part).toContain(fact);
    }
    const linked = template !== 'IMAGES_STOPPED';
    expect([html.includes(LINK), text.includes(LINK)]).toEqual([linked, linked]);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).not.toMatch(/<img|src=|@import|url\(/);
    expect(text).not.toMatch(/<\/?[a-z]|&[a-z]+;|\n{3}/);
  });

  it('lists every reason with its remedy under the part it is about, the photo first', () => {
    const { text } = render('IMAGES_REJECTED', letter('nb'));
    const at = ['Portrettbildet\n- Briller', 'uten briller', 'Ujevnt lys', 'Legitimasjonen\n- '].map(s =>
      text.indexOf(s),
    );
    expect(at.every(position => position > 0)).toBe(true);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
  });

  it('says that both files must be uploaded again', () => {
    expect(render('IMAGES_REJECTED', letter('nb')).text).toContain('Både portrettbildet og legitimasjonen');
    expect(render('IMAGES_REJECTED', letter('nn')).text).toContain('Både portrettbiletet og legitimasjonen');
    expect(render('IMAGES_REJECTED', letter('en')).text).toContain('Both the photo and the identification');
  });

  it('quotes the comment line by line and leaves it out when there is none', () => {
    const { text } = render('IMAGES_REJECTED', letter('nb'));
    expect(text).toContain('> Første linje\n> Andre linje\n');
    const { text: none, html } = render('IMAGES_REJECTED', letter('nb', { comment: [] }));
    expect(`${none}${html}`).not.toContain('Kommentar fra');
  });

  it('escapes everything in the HTML part', () => {
    const evil = '<script>alert(1)</script>"\'&';
    const data = letter('nb', { comment: [evil], ordererName: evil, personName: evil, issuer: evil });
    for (const template of Object.values(ImageMailTemplate)) {
      const { html } = render(template, data);
      expect(html).not.toContain('<script>');
      expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    }
  });

  it('has a subject of a fixed phrase and the case number, different per letter and language', () => {
    const subjects = ALL.map(([template, language]) => subjectOf(template, language, '2026/000123'));
    expect(subjectOf('IMAGES_REJECTED', 'nb', '2026/000123')).toBe(
      'Vi trenger nye bilder til HMS-kortet – sak 2026/000123',
    );
    expect(new Set(subjects).size).toBe(ALL.length);
  });
});

describe('The check at start', () => {
  let folder: string;
  const path = 'IMAGES_REJECTED/nn.text.hbs';
  const home = () => pathToFileURL(`${folder}/`);
  const edit = (file: string, change: (source: string) => string) =>
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'letters-'));
    cpSync(new URL('./templates/', import.meta.url), folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const wrong: readonly (readonly [string, () => void, string])[] = [
    ['a missing file', () => rmSync(join(folder, path)), `${path}: is missing`],
    ['an unknown placeholder', () => edit(path, s => `${s}{{nationalId}}`), '{{nationalId}} is unknown'],
    [
      'a missing placeholder',
      () => edit(path, s => s.replaceAll('{{orderNumber}}', '1')),
      '{{orderNumber}} is missing',
    ],
    [
      'a locked block taken out',
      () => edit(path, s => s.replace('{{> signature}}', '')),
      'the block signature is missing',
    ],
    [
      'a text part without the link',
      () => edit(path, s => s.replace('{{> upload}}', '')),
      '{{link}} is missing',
    ],
    [
      'a link taken out of the block',
      () => edit('shared/upload.nn.text.hbs', () => 'x'),
      '{{link}} is missing',
    ],
    ['unescaped output', () => edit(path, s => `${s}{{{comment}}}`), 'output that is not escaped'],
    [
      'an unknown helper',
      () => edit(path, s => `${s}{{#with comment}}{{/with}}`),
      'the helper with is unknown',
    ],
    [
      'a block that does not exist',
      () => edit(path, s => `${s}{{> other}}`),
      'the block other does not exist',
    ],
    ['broken syntax', () => edit(path, s => `${s}{{#if comment}}`), 'Parse error'],
  ];

  it.each(wrong)('stops the server for %s', (_what, spoil, message) => {
    spoil();
    expect(() => checkTemplates(home())).toThrow(message);
  });
});
