/** Reads a PDF with a program that knows nothing of ours: its text in order, its language and its title. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  readonly text: string;
  readonly language: string;
  readonly title: string;
  readonly pages: number;
}

export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const info = (await pdf.getMetadata()).info as Record<string, string>;
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    texts.push(...items.map(item => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')));
  }
  // A line that ends in a hyphen goes on without a space.
  const text = texts
    .join('')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=\S)- (?=\p{L})/gu, '-');
  return { text, language: info.Language ?? '', title: info.Title ?? '', pages: pdf.numPages };
}
