import Box from '@mui/material/Box';
import Slider from '@mui/material/Slider';
import type { KeyboardEvent, ReactNode } from 'react';
import { useT } from '../../i18n/index.ts';
import type { Part } from './bench.rules.ts';
import { sliderId } from './useBenchKeys.ts';
import { LIGHT_RANGE } from './view.rules.ts';
import { useView, type ViewStore } from './view-store.ts';

interface LightSliderProps {
  store: ViewStore;
  part: Part;
  what: 'brightness' | 'contrast';
  hotkey: string;
  icon: ReactNode;
}

function leaveOnEscape(event: KeyboardEvent) {
  if (event.key !== 'Escape' || !(event.target instanceof HTMLElement)) return;
  event.preventDefault();
  event.target.blur();
}

/** Light or contrast of the active picture. Its key goes here, arrows change it, Esc goes back to the picture. */
export function LightSlider({ store, part, what, hotkey, icon }: LightSliderProps) {
  const t = useT();
  const { view } = useView(store, part);
  const name = `${t(`bench.stage.${what}`)} (${hotkey})`;
  return (
    <Box
      title={name}
      sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'desk.text2', fontSize: 20, mr: 0.75 }}
    >
      {icon}
      <Slider
        value={view[what]}
        {...LIGHT_RANGE}
        size="small"
        onChange={(_, value) => store.change(part, old => ({ ...old, [what]: value }))}
        onKeyDown={leaveOnEscape}
        slotProps={{ input: { id: sliderId(what), 'aria-label': name, 'aria-keyshortcuts': hotkey } }}
        sx={{
          width: 52,
          '& .MuiSlider-thumb': { width: 14, height: 14 },
          '& .MuiSlider-track': { bgcolor: 'transparent', border: 0 },
          '& .MuiSlider-rail': { bgcolor: 'desk.edge', opacity: 0.5, height: 4 },
        }}
      />
    </Box>
  );
}
