import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import type { Part } from './bench.rules.ts';
import type { Finding, StoredImage } from './image-review.documents.ts';
import { PaneCover } from './PaneCover.tsx';
import { PaneLayer } from './PaneLayer.tsx';
import type { BenchDesk } from './useBenchDesk.ts';
import type { Blur } from './useBlur.ts';
import { useImage } from './useImage.ts';
import { usePane } from './usePane.ts';

export interface PaneProps {
  desk: BenchDesk;
  blur: Blur;
  part: Part;
  image: StoredImage;
  findings: readonly Finding[];
  /** Which attempt it is, when two are compared. */
  when?: 'NOW' | 'THEN';
  below?: ReactNode;
}

function PaneCaption({ part, image, when }: Pick<PaneProps, 'part' | 'image' | 'when'>) {
  const t = useT();
  const format = useFormat();
  const name = t(`enums.imagePart.${part}`);
  const size = { width: format.number(image.width), height: format.number(image.height) };
  const type = image.mediaType.replace('image/', '').toUpperCase();
  return (
    <Box
      component="figcaption"
      sx={{
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'space-between',
        gap: 1,
        height: 36,
        flex: 'none',
        px: 1.5,
        borderBottom: 1,
        borderColor: 'desk.line',
        whiteSpace: 'nowrap',
        overflow: 'hidden',
      }}
    >
      <Box component="b" sx={{ fontWeight: 600 }}>
        {when ? `${t(when === 'NOW' ? 'bench.previous.nowPane' : 'bench.previous.thenPane')}: ${name}` : name}
      </Box>
      <Typography variant="caption" noWrap sx={{ color: 'desk.text2' }}>
        {t('bench.stage.format', { type, ...size, bytes: format.bytes(image.bytes) })}
      </Typography>
    </Box>
  );
}

/** One picture in its frame; the one the keys act on is outlined. */
export function Pane({ desk, blur, part, image, findings, when, below }: PaneProps) {
  const t = useT();
  const { image: loaded, failed, retry } = useImage(image.displayUrl);
  const onSelect = () => {
    if (desk.choice.part !== part) desk.dispatch({ type: 'PART', part });
  };
  const frame = usePane({ store: desk.store, part, picture: loaded, onSelect });
  const active = desk.choice.part === part;
  const name = desk.bench.case.person?.name ?? desk.bench.case.number;
  const alt = t(part === 'PHOTO' ? 'bench.stage.photoOf' : 'bench.stage.idOf', { name });
  return (
    <Box
      component="figure"
      data-active={active}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        minHeight: 0,
        borderRadius: '8px',
        overflow: 'hidden',
        bgcolor: 'background.default',
        border: 1,
        borderColor: active ? 'desk.accent' : 'desk.line2',
        boxShadow: theme => (active ? `0 0 0 1px ${theme.palette.desk.accent}` : 'none'),
      }}
    >
      <PaneCaption part={part} image={image} {...(when ? { when } : {})} />
      <Box ref={frame} title={t('bench.stage.drag')} sx={frameLook}>
        {loaded && <PaneLayer {...{ desk, part, loaded, findings, alt }} covered={blur.covered} />}
        {failed && <PaneFailed retry={retry} />}
        {loaded && blur.covered && <PaneCover blur={blur} />}
      </Box>
      {below}
    </Box>
  );
}

const frameLook = {
  position: 'relative',
  flex: 1,
  minHeight: 0,
  overflow: 'hidden',
  bgcolor: 'desk.pane',
  touchAction: 'none',
  cursor: 'grab',
  '&[data-dragging]': { cursor: 'grabbing' },
  '&[data-dragging] .layer': { transition: 'none' },
} as const;

function PaneFailed({ retry }: { retry: () => void }) {
  const t = useT();
  return (
    <Box sx={{ p: 2, cursor: 'auto' }}>
      <ErrorPanel
        error={null}
        title={t('bench.stage.notLoaded')}
        actions={<Button onClick={retry}>{t('errors.retry')}</Button>}
      />
    </Box>
  );
}
