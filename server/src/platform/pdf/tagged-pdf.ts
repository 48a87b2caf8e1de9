/** An empty sheet for whatever the desk puts on paper: tagged PDF/A in the reader's language, the same bytes for the same content. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import PDFDocument from 'pdfkit';
import type { Language } from '../language.ts';

export const LANGUAGE_TAGS = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const;

/** Millimetres of A4 in points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;
export const MARGINS = { top: mm(20), bottom: mm(25), left: mm(25), right: mm(25) };
export const TEXT_SIZE = 10.5;

const require = createRequire(import.meta.url);
/** Opened once: to read a font anew costs more than to print a letter. */
const FONTS = {
  regular: create(readFileSync(require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'))),
  bold: create(readFileSync(require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'))),
};

export interface SheetFacts {
  readonly language: Language;
  readonly title: string;
  readonly author: string;
  /** 'YYYY-MM-DD': no clock is asked. */
  readonly date: string;
  /** What makes the identity of the file its own. */
  readonly identity: string;
}

export function newTaggedPdf({ language, title, author, date, identity }: SheetFacts): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    size: 'A4',
    margins: MARGINS,
    font: '',
    bufferPages: true,
    pdfVersion: '1.4',
    subset: 'PDF/A-1a',
    tagged: true,
    displayTitle: true,
    lang: LANGUAGE_TAGS[language],
    info: {
      // The archive's metadata is XML, and takes these as they are.
      Title: title.replaceAll(/[<>&]/g, ' '),
      Author: author.replaceAll(/[<>&]/g, ' '),
      Producer: 'HMS-kort Desk',
      Creator: 'HMS-kort Desk',
      CreationDate: new Date(`${date}T12:00:00Z`),
      Keywords: identity,
    },
  });
  for (const [name, opened] of Object.entries(FONTS)) doc.registerFont(name, opened as unknown as Buffer);
  return doc.font('regular').fontSize(TEXT_SIZE);
}

export function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}

/** Not part of the text: a screen reader passes over it. */
export function asArtifact(
  doc: PDFKit.PDFDocument,
  draw: () => unknown,
  type: 'Pagination' | 'Layout' = 'Pagination',
): void {
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
}
