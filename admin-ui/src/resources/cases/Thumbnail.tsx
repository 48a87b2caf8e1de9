import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { usePreference } from '../../providers/preferences.ts';

interface ThumbnailProps {
  url: string;
  /** Which picture it is: "Åpne portrett, 2. forsøk". */
  name: string;
  wide: boolean;
  /** It is old enough to have been erased. */
  old: boolean;
  onOpen: () => void;
}

/** A small picture that opens the pair. Whoever wants pictures blurred until they are opened gets that here too. */
export function Thumbnail({ url, name, wide, old, onOpen }: ThumbnailProps) {
  const t = useT();
  const [blurred] = usePreference('bench.blur', false);
  const [failed, setFailed] = useState(false);
  return (
    <ButtonBase
      onClick={onOpen}
      aria-label={name}
      title={name}
      sx={{
        width: wide ? 150 : 96,
        height: 120,
        bgcolor: 'desk.pane',
        borderRadius: '4px',
        border: 1,
        borderColor: 'desk.line',
        overflow: 'hidden',
        color: 'desk.text',
        fontSize: 12,
      }}
    >
      {failed ? (
        t(old ? 'casePage.images.erased' : 'casePage.images.notLoaded')
      ) : (
        <Box
          component="img"
          src={url}
          alt=""
          onError={() => setFailed(true)}
          sx={{ width: 1, height: 1, objectFit: 'contain', ...(blurred && { filter: 'blur(10px)' }) }}
        />
      )}
    </ButtonBase>
  );
}
