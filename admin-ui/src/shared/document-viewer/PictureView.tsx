import Box from '@mui/material/Box';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { LoadingShape } from '../LoadingShape.tsx';
import { Notice } from '../Notice.tsx';
import { PAGE } from './page-looks.ts';
import { ScrolledPages } from './ScrolledPages.tsx';
import type { Viewer } from './useViewer.ts';
import { type PageSize, turned } from './view.rules.ts';

interface PictureViewProps {
  bytes: ArrayBuffer;
  title: string;
  viewer: Viewer;
}

interface Picture extends PageSize {
  readonly src: string;
}

/** A photographed or scanned page: the display copy the server made. */
export function PictureView({ bytes, title, viewer }: PictureViewProps) {
  const t = useT();
  const picture = usePicture(bytes);
  const { setPages, view } = viewer;
  useEffect(() => setPages(1), [setPages]);
  if (picture === 'FAILED')
    return <Notice tone="bad" role="alert" title={t('documents.viewer.cannotShow')} />;
  if (!picture) return <LoadingShape shape="page" />;
  return (
    <ScrolledPages viewer={viewer} widest={turned(picture, view.rotation).width} label={title}>
      {zoom => <TurnedPicture picture={picture} title={title} zoom={zoom} rotation={view.rotation} />}
    </ScrolledPages>
  );
}

interface TurnedPictureProps {
  picture: Picture;
  title: string;
  zoom: number;
  rotation: number;
}

function TurnedPicture({ picture, title, zoom, rotation }: TurnedPictureProps) {
  const t = useT();
  const place = useRef<HTMLElement>(null);
  const image = useRef<HTMLImageElement>(null);
  const { width, height } = turned(picture, rotation);
  useEffect(() => {
    const [box, inner] = [place.current?.style, image.current?.style];
    box?.setProperty('width', `${Math.floor(width * zoom)}px`);
    box?.setProperty('height', `${Math.floor(height * zoom)}px`);
    inner?.setProperty('width', `${Math.floor(picture.width * zoom)}px`);
    inner?.setProperty('height', `${Math.floor(picture.height * zoom)}px`);
    inner?.setProperty('transform', `translate(-50%, -50%) rotate(${rotation}deg)`);
  }, [width, height, zoom, rotation, picture]);
  return (
    <Box ref={place} data-page={1} sx={PAGE}>
      <Box
        component="img"
        ref={image}
        src={picture.src}
        alt={t('documents.viewer.scanOf', { title })}
        sx={{ position: 'absolute', left: '50%', top: '50%', maxWidth: 'none' }}
      />
    </Box>
  );
}

/** Undefined until it is decoded. The address of the bytes lives as long as the picture is shown. */
function usePicture(bytes: ArrayBuffer): Picture | 'FAILED' | undefined {
  const [picture, setPicture] = useState<Picture | 'FAILED'>();
  useEffect(() => {
    const src = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
    let current = true;
    const image = new Image();
    image.src = src;
    image.decode().then(
      () => current && setPicture({ src, width: image.naturalWidth, height: image.naturalHeight }),
      () => current && setPicture('FAILED'),
    );
    return () => {
      current = false;
      URL.revokeObjectURL(src);
    };
  }, [bytes]);
  return picture;
}
