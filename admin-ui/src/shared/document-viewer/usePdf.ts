import { useEffect, useState } from 'react';
import { openPdf, type PDFPageProxy } from './pdf.ts';
import type { TextPiece } from './search.rules.ts';

export type PdfState =
  | { readonly kind: 'OPENING' }
  | { readonly kind: 'FAILED' }
  | { readonly kind: 'OPEN'; readonly pages: readonly PDFPageProxy[] };

/** The pages of a document, as long as it is shown. */
export function usePdf(bytes: ArrayBuffer): PdfState {
  const [state, setState] = useState<PdfState>({ kind: 'OPENING' });
  useEffect(() => {
    let current = true;
    const opening = openPdf(bytes);
    opening.promise
      .then(pdf => Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1))))
      .then(
        pages => current && setState({ kind: 'OPEN', pages }),
        () => current && setState({ kind: 'FAILED' }),
      );
    return () => {
      current = false;
      opening.close();
    };
  }, [bytes]);
  return state;
}

/** The text of a page, piece by piece, as its text layer has it. */
export async function piecesOf(page: PDFPageProxy): Promise<TextPiece[]> {
  const { items } = await page.getTextContent();
  return items.flatMap(item => ('str' in item ? [{ str: item.str, hasEOL: item.hasEOL }] : []));
}
