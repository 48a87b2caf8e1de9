/** Puts a letter on paper: tagged PDF/A in the language of the letter, the same bytes for the same letter. For the reader, a screen reader, and the archive. */
import { createHash } from 'node:crypto';
import {
  asArtifact,
  collected,
  LANGUAGE_TAGS,
  MARGINS,
  mm,
  newTaggedPdf,
  TEXT_SIZE,
} from '../../platform/pdf/tagged-pdf.ts';
import { dayInWords } from '../correspondence/letter.rules.ts';
import { type LetterContent, type LetterParagraph, letterTexts } from './letter-content.rules.ts';
import type { LetterCatalogue } from './letter-words.rules.ts';

const AUTHORITY = 'Arbeidstilsynet';
const HEADING_ROOM = 70;
/** Room after an element. */
const AIR = { H1: 14, H2: 3, P: 6 };
const ITEM = /^[–-] /;

interface Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly root: PDFKit.PDFStructureElement;
  readonly texts: LetterCatalogue;
}

/** One letter, or many one after the other, each beginning on a sheet of its own: printed on both sides, no two share one. */
export async function renderLetters(letters: readonly LetterContent[]): Promise<Buffer> {
  const [first] = letters;
  if (!first) throw new RangeError('nothing to print');
  const doc = newDocument(first, letters);
  const bytes = collected(doc);
  for (const [index, letter] of letters.entries()) {
    if (index > 0) nextSheet(doc);
    writeLetter(doc, letter);
  }
  doc.end();
  return bytes;
}

function nextSheet(doc: PDFKit.PDFDocument): void {
  const { start, count } = doc.bufferedPageRange();
  if ((start + count) % 2 === 1) doc.addPage();
  doc.addPage();
}

function writeLetter(doc: PDFKit.PDFDocument, content: LetterContent): void {
  const { start, count } = doc.bufferedPageRange();
  const root = doc.struct('Document', { lang: LANGUAGE_TAGS[content.language] });
  doc.addStructure(root);
  const sheet: Sheet = { doc, root, texts: letterTexts(content.language, content.textVersion) };
  writeHead(sheet, content);
  element(sheet, 'H1', () => doc.font('bold').fontSize(16).text(content.heading));
  for (const paragraph of content.paragraphs) writeParagraph(sheet, paragraph);
  writeSigners(sheet, content);
  root.end();
  numberPages(sheet, content.caseNumber, start + count - 1);
}

const newDocument = (content: LetterContent, letters: readonly LetterContent[]): PDFKit.PDFDocument =>
  newTaggedPdf({
    language: content.language,
    title: titleOf(letters),
    author: AUTHORITY,
    date: content.date,
    identity: createHash('sha256').update(inOneOrder(letters)).digest('hex'),
  });

const titleOf = ([first, ...more]: readonly LetterContent[]): string =>
  more.length === 0 ? `${first?.heading} (${first?.caseNumber})` : `${AUTHORITY}: ${more.length + 1} brev`;

/** As the database may give the fields back in another order. */
function inOneOrder(letters: readonly LetterContent[]): string {
  return JSON.stringify(letters, (_, value: unknown) =>
    value instanceof Object && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** One element of the structure tree, in reading order. */
function element({ doc, root }: Sheet, tag: 'H1' | 'H2' | 'P', write: () => unknown): void {
  root.add(
    doc.struct(tag, {}, () => {
      write();
      doc.font('regular').fontSize(TEXT_SIZE);
    }),
  );
  doc.y += AIR[tag];
}

function writeHead(sheet: Sheet, { recipient, caseNumber, date, language }: LetterContent): void {
  const { doc, texts } = sheet;
  const address = recipient.addressFromRegister ? [texts.frame.addressFromRegister] : recipient.lines;
  element(sheet, 'P', () => doc.font('bold').fontSize(13).text(AUTHORITY));
  doc.y += mm(10);
  element(sheet, 'P', () => doc.text([recipient.name, ...address].join('\n')));
  doc.y += mm(10);
  element(sheet, 'P', () => doc.text(`${texts.frame.reference} ${caseNumber}`));
  element(sheet, 'P', () => doc.text(dayInWords(date, language)));
  doc.y += mm(6);
}

function writeParagraph(sheet: Sheet, { title, text }: LetterParagraph): void {
  const { doc } = sheet;
  if (title !== null) {
    // A heading never stands alone at the foot of a page.
    if (doc.y > doc.page.height - MARGINS.bottom - HEADING_ROOM) doc.addPage();
    element(sheet, 'H2', () => doc.font('bold').fontSize(11.5).text(title));
  }
  const lines = text.split('\n');
  for (const line of lines.filter(one => !ITEM.test(one)))
    element(sheet, 'P', () => doc.text(line, { lineGap: 2 }));
  const items = lines.filter(one => ITEM.test(one));
  if (items.length > 0) writeList(sheet, items);
}

function writeList({ doc, root }: Sheet, items: readonly string[]): void {
  const list = doc.struct('L');
  root.add(list);
  for (const item of items) {
    const entry = doc.struct('LI');
    list.add(entry);
    entry.add(doc.struct('LBody', {}, () => doc.text(item, { lineGap: 2, indent: 8 })));
    entry.end();
  }
  list.end();
  doc.y += 8;
}

function writeSigners(sheet: Sheet, { signers }: LetterContent): void {
  const { doc, texts } = sheet;
  if (doc.y > doc.page.height - MARGINS.bottom - HEADING_ROOM) doc.addPage();
  doc.y += 10;
  for (const { name, role } of signers)
    element(sheet, 'P', () => doc.text(`${name}, ${texts.signers[role]}`));
  if (signers.length === 0) element(sheet, 'P', () => doc.text(texts.frame.automatic));
  element(sheet, 'P', () => doc.text(AUTHORITY));
}

/** Not part of the text: a screen reader passes over it. */
function numberPages({ doc, texts }: Sheet, caseNumber: string, from: number): void {
  const { start, count } = doc.bufferedPageRange();
  const last = start + count;
  for (let page = from; page < last; page += 1) {
    doc.switchToPage(page);
    const text = `${AUTHORITY}  ·  ${caseNumber}  ·  ${texts.frame.page(page - from + 1, last - from)}`;
    doc.page.margins.bottom = 0;
    asArtifact(doc, () =>
      doc.fontSize(8).text(text, MARGINS.left, doc.page.height - mm(15), { lineBreak: false }),
    );
  }
  doc.fontSize(TEXT_SIZE);
}
