import Box from '@mui/material/Box';
import { useImage } from './useImage.ts';

interface ThumbnailProps {
  url: string;
  width: number;
  height: number;
  alt: string;
  covered: boolean;
  /** Only the face of a portrait, for comparing with the one on the document. */
  closeUp?: boolean;
}

/** A small picture; its place is there before it is. */
export function Thumbnail({ url, width, height, alt, covered, closeUp = false }: ThumbnailProps) {
  const { image } = useImage(url);
  return (
    <Box
      component="span"
      sx={{
        width,
        height,
        flex: 'none',
        display: 'block',
        borderRadius: '4px',
        overflow: 'hidden',
        border: 1,
        borderColor: 'desk.line2',
        bgcolor: 'desk.pane',
      }}
    >
      {image && (
        <Box
          component="img"
          src={image.src}
          alt={alt}
          sx={{
            display: 'block',
            ...(closeUp ? face : { width: 1, height: 1, objectFit: 'contain' }),
            ...(covered && { filter: 'blur(9px)' }),
          }}
        />
      )}
    </Box>
  );
}

// Sized rather than scaled by a transform: the browser then resamples it smoothly.
const face = { width: '145%', height: '145%', objectFit: 'cover', ml: '-22.5%', mt: '-16%' } as const;
