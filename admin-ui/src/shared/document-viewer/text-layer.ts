import { TextLayer } from 'pdfjs-dist';
import type { PDFPageProxy } from './pdf.ts';
import type { Hit } from './search.rules.ts';

export interface PageHits {
  readonly hits: readonly Hit[];
  /** The one the reader is at, when it is on this page. */
  readonly current: Hit | undefined;
}

export interface LaidText {
  readonly divs: readonly HTMLElement[];
  readonly strings: readonly string[];
}

/** Puts the words of a page over its picture, unseen: to be selected, read out and marked. Null when it was called off. */
export async function layText(
  page: PDFPageProxy,
  container: HTMLElement,
  { rotation, signal }: { rotation: number; signal: AbortSignal },
): Promise<LaidText | null> {
  const viewport = page.getViewport({ scale: 1, rotation: page.rotate + rotation });
  const textContentSource = await page.getTextContent();
  if (signal.aborted) return null;
  container.replaceChildren();
  const layer = new TextLayer({ textContentSource, container, viewport });
  signal.addEventListener('abort', () => layer.cancel(), { once: true });
  await layer.render();
  return { divs: layer.textDivs, strings: layer.textContentItemsStr };
}

interface Mark {
  readonly from: number;
  readonly to: number;
  readonly current: boolean;
}

/** Marks the hits of a page. @returns the first mark of the current one */
export function markHits({ divs, strings }: LaidText, found: PageHits): HTMLElement | null {
  const marks = marksOf(found);
  for (const [piece, div] of divs.entries()) {
    const text = strings[piece] ?? '';
    const here = marks.get(piece);
    if (here) div.replaceChildren(...marked(text, here));
    else if (div.firstElementChild) div.replaceChildren(text);
  }
  const first = found.current?.parts[0];
  return (first && divs[first.piece]?.querySelector<HTMLElement>('mark[data-current]')) ?? null;
}

function marksOf({ hits, current }: PageHits): Map<number, Mark[]> {
  const marks = new Map<number, Mark[]>();
  for (const hit of hits)
    for (const { piece, from, to } of hit.parts)
      marks.set(piece, [...(marks.get(piece) ?? []), { from, to, current: hit === current }]);
  return marks;
}

function marked(text: string, marks: readonly Mark[]): (string | HTMLElement)[] {
  const nodes: (string | HTMLElement)[] = [];
  let at = 0;
  for (const { from, to, current } of marks) {
    const mark = document.createElement('mark');
    mark.textContent = text.slice(from, to);
    if (current) mark.dataset.current = '';
    nodes.push(text.slice(at, from), mark);
    at = to;
  }
  return [...nodes, text.slice(at)];
}
