import { useEffect, useMemo } from 'react';
import { useT } from '../../i18n/index.ts';
import { LoadingShape } from '../LoadingShape.tsx';
import { Notice } from '../Notice.tsx';
import { PdfPage, sizeOf } from './PdfPage.tsx';
import type { PDFPageProxy } from './pdf.ts';
import { ScrolledPages } from './ScrolledPages.tsx';
import { findHits } from './search.rules.ts';
import type { PageHits } from './text-layer.ts';
import { piecesOf, usePdf } from './usePdf.ts';
import type { Viewer } from './useViewer.ts';
import { PIXELS_PER_POINT, turned } from './view.rules.ts';

interface PdfPagesProps {
  bytes: ArrayBuffer;
  title: string;
  viewer: Viewer;
}

/** A PDF, page under page. This file and what it brings is fetched when somebody opens a PDF. */
export function PdfPages({ bytes, title, viewer }: PdfPagesProps) {
  const t = useT();
  const pdf = usePdf(bytes);
  if (pdf.kind === 'OPENING') return <LoadingShape shape="page" />;
  if (pdf.kind === 'FAILED')
    return <Notice tone="bad" role="alert" title={t('documents.viewer.cannotShow')} />;
  return <OpenPages pages={pdf.pages} title={title} viewer={viewer} />;
}

const NOTHING: PageHits = { hits: [], current: undefined };

function OpenPages({
  pages,
  title,
  viewer,
}: {
  pages: readonly PDFPageProxy[];
  title: string;
  viewer: Viewer;
}) {
  const { setPages, view, search } = viewer;
  useEffect(() => setPages(pages.length), [pages, setPages]);
  useSearch(pages, viewer);
  const widest = Math.max(...pages.map(page => turned(sizeOf(page), view.rotation).width)) * PIXELS_PER_POINT;
  const found = useMemo(() => {
    const current = search.hits[search.current];
    const onPage = new Map<number, PageHits>();
    for (const hit of search.hits) {
      const { hits } = onPage.get(hit.page) ?? NOTHING;
      onPage.set(hit.page, {
        hits: [...hits, hit],
        current: current?.page === hit.page ? current : undefined,
      });
    }
    return onPage;
  }, [search.hits, search.current]);
  return (
    <ScrolledPages viewer={viewer} widest={widest} label={title}>
      {zoom =>
        pages.map(page => (
          <PdfPage
            key={page.pageNumber}
            page={page}
            pages={pages.length}
            zoom={zoom}
            rotation={view.rotation}
            found={found.get(page.pageNumber) ?? NOTHING}
          />
        ))
      }
    </ScrolledPages>
  );
}

const PAUSE_MS = 150;

/** Looks through all pages when the typing pauses, and takes the reader to the first hit. */
function useSearch(pages: readonly PDFPageProxy[], { search: { query }, found, goTo }: Viewer) {
  useEffect(() => {
    if (query.trim() === '') return;
    let current = true;
    const look = async () => {
      const texts = await Promise.all(pages.map(piecesOf));
      if (!current) return;
      const hits = findHits(texts, query);
      found(
        hits,
        texts.some(pieces => pieces.some(({ str }) => str.trim() !== '')),
      );
      if (hits[0]) goTo(hits[0].page);
    };
    const timer = setTimeout(() => void look(), PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [pages, query, found, goTo]);
}
