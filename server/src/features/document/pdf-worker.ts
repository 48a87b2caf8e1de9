/** Runs in a process of its own: looks into a PDF a stranger made, and opens it as the console's viewer will. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type PdfRefusal, pdfRefusal } from './pdf-structure.ts';

export interface PdfJob {
  bytes: Uint8Array;
}

export type PdfLook =
  | { readonly refusal: PdfRefusal | 'DOCUMENT_TOO_MANY_PAGES' }
  | { readonly refusal: null; readonly pages: number };

/** More is no document to an application, and every page is gone through here. */
const MOST_PAGES = 300;

const OPENING = {
  isEvalSupported: false,
  enableXfa: false,
  useSystemFonts: false,
  stopAtErrors: true,
  verbosity: 0,
};

async function look(bytes: Buffer): Promise<PdfLook> {
  const refusal = pdfRefusal(bytes);
  if (refusal) return { refusal };
  const opening = getDocument({ ...OPENING, data: new Uint8Array(bytes) });
  const document = await opening.promise;
  const pages = document.numPages;
  if (pages > MOST_PAGES) return { refusal: 'DOCUMENT_TOO_MANY_PAGES' };
  for (let number = 1; number <= pages; number += 1) (await document.getPage(number)).cleanup();
  await opening.destroy();
  return pages > 0 ? { refusal: null, pages } : { refusal: 'DOCUMENT_CORRUPT' };
}

process.on('disconnect', () => process.exit());
process.on('message', (job: PdfJob) => {
  look(Buffer.from(job.bytes)).then(
    result => process.send?.({ result }),
    // What exactly the reader disliked is nobody's business and may quote the file.
    () => process.send?.({ result: null }),
  );
});
