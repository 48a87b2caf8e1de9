import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, describe, expect, it } from 'vitest';
import { Language } from '../../platform/language.ts';
import { LetterKind } from './letter.enums.ts';
import { letterFacts } from './letter.examples.ts';
import { composeLetter, type LetterContent } from './letter-content.rules.ts';
import { renderLetters } from './letter-pdf.ts';
import { createLetterPress, LetterNotPrinted } from './letter-press.ts';

interface Node {
  role?: string;
  id?: string;
  children?: Node[];
}

/** What a reader that knows nothing of this program finds in the file. */
async function readBack(bytes: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const { info, metadata } = await pdf.getMetadata();
  const elements: { role: string; text: string }[] = [];
  const firstPages: number[] = [];
  const footers: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const tree = (await page.getStructTree()) as Node | null;
    const texts = await textById(page);
    const found = inReadingOrder(tree, texts);
    if (found.some(({ role }) => role === 'H1')) firstPages.push(number);
    footers.push(...(/\b(?:Side|Page) \d+ (?:av|of) \d+/.exec(texts.get('') ?? '') ?? []));
    elements.push(...found);
  }
  const archive = [metadata?.get('pdfaid:part'), metadata?.get('pdfaid:conformance')];
  return {
    elements,
    firstPages,
    footers,
    info: info as Record<string, unknown>,
    archive,
    pages: pdf.numPages,
  };
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

/** Text by the mark the structure tree names it by; what has no mark is no part of the letter. */
async function textById(page: Page): Promise<Map<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const found = new Map<string, string>();
  let open = '';
  for (const item of items) {
    if ('type' in item) open = (item as { id?: string }).id ?? '';
    else found.set(open, `${found.get(open) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
  }
  return found;
}

function inReadingOrder(node: Node | null, texts: Map<string, string>): { role: string; text: string }[] {
  const children = node?.children ?? [];
  const ids = children.flatMap(({ id }) => (id ? [id] : []));
  if (ids.length === 0) return children.flatMap(child => inReadingOrder(child, texts));
  return [{ role: node?.role ?? '', text: flat(ids.map(id => texts.get(id) ?? '').join(' ')) }];
}

/** A line that ends in a hyphen goes on without a space. */
const flat = (text: string) =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=\S)- (?=\p{L})/gu, '-')
    .trim();
const squeezed = (text: string) => flat(text).replaceAll(/[\s-]/g, '');

const wanted = ({ heading, paragraphs }: LetterContent) => [
  ['H1', heading],
  ...paragraphs.flatMap(({ title, text }) => [
    ...(title ? [['H2', title]] : []),
    ...text.split('\n').map(line => [line.startsWith('– ') ? 'LBody' : 'P', line]),
  ]),
];

const ALL = Object.values(LetterKind).flatMap(kind =>
  Object.values(Language).map(language => [kind, language] as const),
);
const TAGS = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

describe('a letter on paper', { timeout: 30_000 }, () => {
  it.each(ALL)('%s in %s says what the letter says, tagged and in its language', async (kind, language) => {
    const content = composeLetter(letterFacts({ kind }), language);
    const { elements, info, archive } = await readBack(await renderLetters([content]));
    const from = elements.findIndex(({ role }) => role === 'H1');
    const body = elements.slice(from, from + wanted(content).length);
    expect(body.map(({ role, text }) => [role, squeezed(text)])).toEqual(
      wanted(content).map(([role, text]) => [role, squeezed(text ?? '')]),
    );
    expect(info.Language).toBe(TAGS[language]);
    expect(info.Title).toBe(`${content.heading} (2026/003987)`);
    expect(archive).toEqual(['1', 'A']);
  });

  it('has the name, the address, the number, the date and the signatures around it', async () => {
    const content = composeLetter(letterFacts(), 'nb');
    const { elements } = await readBack(await renderLetters([content]));
    expect(elements.slice(0, 4).map(({ text }) => text)).toEqual([
      'Arbeidstilsynet',
      'Marit Elvestad Elvestadvegen 14 6790 Elvestad',
      'Vår ref. 2026/003987',
      '23. november 2026',
    ]);
    expect(elements.slice(-3).map(({ text }) => text)).toEqual([
      'Henrik Aas, leder',
      'Tuva Myhre, saksbehandler',
      'Arbeidstilsynet',
    ]);
  });

  it('to a protected person tells no address', async () => {
    const recipient = { name: 'Marit Elvestad', lines: [], addressFromRegister: true };
    const content = composeLetter(letterFacts({ recipient }), 'nb');
    const { elements } = await readBack(await renderLetters([content]));
    expect(elements[1]?.text).toBe('Marit Elvestad Adressen hentes fra Folkeregisteret');
  });

  it('of many pages keeps every word in order, and numbers the pages beside the text', async () => {
    const grounds = Array.from(
      { length: 60 },
      (_, index) => `Grunn nummer ${index + 1} er at ordene tar plass.`,
    );
    const content = composeLetter(letterFacts({ grounds }), 'nb');
    const { elements, pages } = await readBack(await renderLetters([content]));
    expect(pages).toBeGreaterThan(2);
    const all = elements.map(({ text }) => text).join(' ');
    const places = grounds.map(ground => all.indexOf(ground));
    expect(places.every(place => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(all).not.toContain('Side 1 av');
  });

  it('shows the letters of other languages in names', async () => {
    const firmName = 'Łukasz & Žižka Șantier Ðorđević Ǩ';
    const content = composeLetter(letterFacts({ firmName }), 'nb');
    const { elements, info } = await readBack(await renderLetters([content]));
    expect(elements.map(({ text }) => text).join(' ')).toContain(firmName);
    expect(info.Title).not.toContain('&');
  });
});

describe('many letters in one file', { timeout: 30_000 }, () => {
  it('begin on a sheet each, are numbered each, and follow one another', async () => {
    const letters = [
      composeLetter(letterFacts({ kind: 'INTERIM_REPLY' }), 'nb'),
      composeLetter(letterFacts({ kind: 'DECISION_REFUSE', caseNumber: '2026/000002' }), 'nn'),
      composeLetter(letterFacts({ kind: 'INTERIM_REPLY', caseNumber: '2026/000003' }), 'en'),
    ];
    const { elements, pages, firstPages, footers } = await readBack(await renderLetters(letters));
    expect(elements.filter(({ role }) => role === 'H1').map(({ text }) => text)).toEqual(
      letters.map(({ heading }) => heading),
    );
    expect(firstPages).toEqual([1, 3, 5]);
    expect(pages).toBe(5);
    expect(footers).toEqual(['Side 1 av 1', 'Side 1 av 2', 'Side 2 av 2', 'Page 1 of 1']);
  });
});

/** Other tests may have the machine. */
describe('the process that prints', { timeout: 30_000 }, () => {
  const press = createLetterPress();
  afterAll(() => press.close());

  it('gives the same bytes for the same letter, in whatever order its fields come back', async () => {
    const content = composeLetter(letterFacts(), 'nn');
    const turned = Object.fromEntries(Object.entries(content).toReversed()) as unknown as LetterContent;
    const [first, second, here] = await Promise.all([
      press.print([content]),
      press.print([turned]),
      renderLetters([content]),
    ]);
    expect(first.equals(second)).toBe(true);
    expect(first.equals(here)).toBe(true);
    const other = await press.print([{ ...content, heading: 'En annen overskrift' }]);
    expect(other.equals(first)).toBe(false);
  });

  it('refuses what is no letter, and goes on', async () => {
    const broken = { ...composeLetter(letterFacts(), 'nb'), textVersion: 999 };
    await expect(press.print([broken])).rejects.toThrow(LetterNotPrinted);
    expect((await press.print([composeLetter(letterFacts(), 'nb')])).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is ended when a letter takes too long, and started again', async () => {
    const hasty = createLetterPress({ timeout: 1 });
    const content = composeLetter(letterFacts(), 'nb');
    await expect(hasty.print([content])).rejects.toThrow(LetterNotPrinted);
    await expect(hasty.print([content])).rejects.toThrow(LetterNotPrinted);
    hasty.close();
  });
});
