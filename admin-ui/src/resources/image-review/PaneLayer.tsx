import Box from '@mui/material/Box';
import { usePreference } from '../../providers/preferences.ts';
import type { Part } from './bench.rules.ts';
import { FaceGuide } from './FaceGuide.tsx';
import { FindingBoxes } from './FindingBoxes.tsx';
import type { Finding } from './image-review.documents.ts';
import type { LoadedImage } from './image-store.ts';
import type { BenchDesk } from './useBenchDesk.ts';
import { GUIDE_PREFERENCE } from './useBenchKeys.ts';
import { useView } from './view-store.ts';

interface LayerProps {
  desk: BenchDesk;
  part: Part;
  loaded: LoadedImage;
  findings: readonly Finding[];
  alt: string;
  covered: boolean;
}

const PIXELS_FROM = 2;

/** The picture with what is drawn on it, moved, turned and scaled as one by the compositor. */
export function PaneLayer({ desk, part, loaded, findings, alt, covered }: LayerProps) {
  const { view, fit } = useView(desk.store, part);
  const [guide] = usePreference(GUIDE_PREFERENCE, true);
  const { scale, x, y, turns, brightness, contrast } = view;
  const light = `brightness(${brightness}%) contrast(${contrast}%)`;
  return (
    <Box
      className="layer"
      sx={{ position: 'absolute', left: '50%', top: '50%', transition: 'transform 120ms ease-out' }}
      // Changes with every pointer move; set on the element, not through a style sheet.
      style={{
        width: loaded.width * fit,
        height: loaded.height * fit,
        transform: `translate(-50%,-50%) translate(${x}px,${y}px) rotate(${turns * 90}deg) scale(${scale})`,
        visibility: fit > 0 ? 'visible' : 'hidden',
      }}
    >
      <img
        src={loaded.src}
        alt={alt}
        draggable={false}
        decoding="sync"
        style={{
          display: 'block',
          width: '100%',
          height: '100%',
          filter: covered ? 'blur(26px)' : light,
          imageRendering: scale * fit >= PIXELS_FROM ? 'pixelated' : 'auto',
        }}
      />
      {part === 'PHOTO' && guide && !covered && <FaceGuide />}
      {!covered && <FindingBoxes {...{ desk, part, findings, view }} />}
    </Box>
  );
}
