import Box from '@mui/material/Box';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { SrOnly } from '../SrOnly.tsx';
import { PAGE, TEXT_LAYER } from './page-looks.ts';
import type { PDFPageProxy } from './pdf.ts';
import { type LaidText, layText, markHits, type PageHits } from './text-layer.ts';
import { PIXELS_PER_POINT, turned } from './view.rules.ts';

interface PdfPageProps {
  page: PDFPageProxy;
  pages: number;
  zoom: number;
  rotation: number;
  found: PageHits;
}

/** One page: a picture of it, and its words over the picture. Both are made when it comes near. */
export function PdfPage({ page, pages, zoom, rotation, found }: PdfPageProps) {
  const t = useT();
  const place = useRef<HTMLElement>(null);
  const isNear = useNear(place);
  const scale = zoom * PIXELS_PER_POINT;
  const { width, height } = turned(sizeOf(page), rotation);
  useEffect(() => {
    const { style } = place.current ?? {};
    style?.setProperty('--total-scale-factor', String(scale));
    style?.setProperty('width', `${Math.floor(width * scale)}px`);
    style?.setProperty('height', `${Math.floor(height * scale)}px`);
  }, [scale, width, height]);
  return (
    <Box
      component="section"
      ref={place}
      data-page={page.pageNumber}
      aria-label={t('documents.viewer.page', { page: page.pageNumber, pages })}
      sx={PAGE}
    >
      {isNear && (
        <>
          <PagePicture page={page} scale={scale} rotation={rotation} />
          <PageWords page={page} rotation={rotation} found={found} />
        </>
      )}
    </Box>
  );
}

/** Scrolls the pages alone, not what lies around them. */
function reveal(mark: HTMLElement) {
  const pages = mark.closest('[role="region"]');
  if (!pages) return;
  const [at, room] = [mark.getBoundingClientRect(), pages.getBoundingClientRect()];
  pages.scrollTop += at.top - room.top - room.height / 2;
  if (at.left < room.left || at.right > room.right) pages.scrollLeft += at.left - room.left - room.width / 2;
}

/** Upright, in points, as the document itself turns it. */
export function sizeOf(page: PDFPageProxy) {
  const { width, height } = page.getViewport({ scale: 1 });
  return { width, height };
}

/** Whether it is on the screen or nearly; once it has been, it stays made. */
function useNear(place: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (isNear || !place.current) return;
    const watcher = new IntersectionObserver(
      entries => setNear(entries.some(entry => entry.isIntersecting)),
      {
        root: place.current.closest('[role="region"]'),
        rootMargin: '800px',
      },
    );
    watcher.observe(place.current);
    return () => watcher.disconnect();
  }, [place, isNear]);
  return isNear;
}

const MOST_PIXELS = 24_000_000;

/** The old picture stays, stretched, until the new one is whole. */
function PagePicture({ page, scale, rotation }: { page: PDFPageProxy; scale: number; rotation: number }) {
  const holder = useRef<HTMLElement>(null);
  useEffect(() => {
    const { width, height } = sizeOf(page);
    const sharp = Math.min(scale * window.devicePixelRatio, Math.sqrt(MOST_PIXELS / (width * height)));
    const viewport = page.getViewport({ scale: sharp, rotation: page.rotate + rotation });
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    const task = page.render({ canvas, viewport });
    // A page that is called off while it is drawn says so; what cannot be drawn stays white.
    task.promise.then(
      () => holder.current?.replaceChildren(canvas),
      () => undefined,
    );
    return () => task.cancel();
  }, [page, scale, rotation]);
  return (
    <Box
      ref={holder}
      aria-hidden
      sx={{ position: 'absolute', inset: 0, '& canvas': { width: '100%', height: '100%' } }}
    />
  );
}

function PageWords({ page, rotation, found }: { page: PDFPageProxy; rotation: number; found: PageHits }) {
  const t = useT();
  const layer = useRef<HTMLElement>(null);
  const [laid, setLaid] = useState<LaidText | null>(null);
  useEffect(() => {
    const ending = new AbortController();
    if (layer.current)
      layText(page, layer.current, { rotation, signal: ending.signal }).then(
        text => text && setLaid(text),
        () => undefined,
      );
    return () => ending.abort();
  }, [page, rotation]);
  useEffect(() => {
    const mark = laid && markHits(laid, found);
    if (mark) reveal(mark);
  }, [laid, found]);
  const isSilent = laid?.strings.every(text => text.trim() === '');
  return (
    <>
      {isSilent && <SrOnly>{t('documents.viewer.silentPage')}</SrOnly>}
      <Box ref={layer} sx={TEXT_LAYER} />
    </>
  );
}
