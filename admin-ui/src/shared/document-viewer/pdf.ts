import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

export type { PDFDocumentProxy, PDFPageProxy };

/** Nothing in a document runs: no scripts, no forms, no WebAssembly; what is missing in it comes from this site alone. */
const OPENING = {
  useWasm: false,
  enableXfa: false,
  useSystemFonts: false,
  disableWorkerRendering: true,
  cMapUrl: `${__PDF_FILES__}cmaps/`,
  standardFontDataUrl: `${__PDF_FILES__}standard_fonts/`,
  wasmUrl: `${__PDF_FILES__}wasm/`,
  verbosity: 0,
};

export interface OpenPdf {
  readonly promise: Promise<PDFDocumentProxy>;
  readonly close: () => void;
}

/** The bytes are copied: the reader takes what it is given away. */
export function openPdf(bytes: ArrayBuffer): OpenPdf {
  const task = getDocument({ ...OPENING, data: new Uint8Array(bytes.slice(0)) });
  return { promise: task.promise, close: () => void task.destroy() };
}
