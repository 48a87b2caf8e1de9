import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import {
  ArrowUndoIcon,
  EyeObfuscatedIcon,
  FocusRoomIcon,
  RotateLeftIcon,
  RotateRightIcon,
  SunIcon,
  ThemeIcon,
} from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/index.ts';
import { usePreference } from '../../providers/preferences.ts';
import { Kbd } from '../../shared/Kbd.tsx';
import type { Part } from './bench.rules.ts';
import { LightSlider } from './LightSlider.tsx';
import { Tool } from './Tool.tsx';
import type { BenchDesk } from './useBenchDesk.ts';
import { GUIDE_PREFERENCE } from './useBenchKeys.ts';
import type { Blur } from './useBlur.ts';
import { rotate } from './view.rules.ts';
import { ZoomTools } from './ZoomTools.tsx';

const Divider = () => (
  <Box
    component="span"
    sx={{ display: { xs: 'none', lg: 'block' }, width: '1px', height: 20, bgcolor: 'desk.line2', mx: 0.5 }}
  />
);

/** Belongs together, so it wraps together on a narrow screen. */
const Cluster = ({ children }: { children: ReactNode }) => (
  <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.25 }}>{children}</Box>
);

function PartSwitch({ desk }: { desk: BenchDesk }) {
  const t = useT();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={t('bench.stage.activePart')}
      value={desk.choice.part}
      onChange={(_, part: Part | null) => part && desk.dispatch({ type: 'PART', part })}
      sx={{ '& .MuiToggleButton-root': { px: 1.25 } }}
    >
      <ToggleButton value="PHOTO">{t('enums.imagePart.PHOTO')}</ToggleButton>
      <ToggleButton value="ID">
        {t('enums.imagePart.ID')} <Kbd>B</Kbd>
      </ToggleButton>
    </ToggleButtonGroup>
  );
}

/** Tools for the active picture. Each says its key; what they do is kept per part. */
export function Toolbar({ desk, blur }: { desk: BenchDesk; blur: Blur }) {
  const t = useT();
  const [guide, setGuide] = usePreference(GUIDE_PREFERENCE, true);
  const { store } = desk;
  const { part } = desk.choice;
  const turn = (quarters: 1 | -1) => store.change(part, view => rotate(view, quarters));
  return (
    <Box
      role="group"
      aria-label={t('bench.stage.toolbar')}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 0.25,
        rowGap: 0.25,
        minHeight: 48,
        px: 1.5,
        py: 0.5,
        bgcolor: 'background.default',
        borderBottom: 1,
        borderColor: 'desk.line',
      }}
    >
      <PartSwitch desk={desk} />
      <Divider />
      <Cluster>
        <ZoomTools store={store} part={part} />
        <Tool name={t('bench.stage.rotateLeft')} hotkey="Q" onPress={() => turn(-1)} Icon={RotateLeftIcon} />
        <Tool name={t('bench.stage.rotateRight')} hotkey="E" onPress={() => turn(1)} Icon={RotateRightIcon} />
      </Cluster>
      <Divider />
      <Cluster>
        <LightSlider {...{ store, part }} what="brightness" hotkey="L" icon={<SunIcon aria-hidden />} />
        <LightSlider {...{ store, part }} what="contrast" hotkey="K" icon={<ThemeIcon aria-hidden />} />
      </Cluster>
      <Divider />
      <Cluster>
        <Tool
          name={t('bench.stage.guide')}
          hotkey="M"
          pressed={guide}
          onPress={() => setGuide(!guide)}
          Icon={FocusRoomIcon}
        />
        <Tool
          name={t('bench.stage.blur')}
          hotkey="P"
          pressed={blur.covered}
          onPress={blur.press}
          Icon={EyeObfuscatedIcon}
        />
      </Cluster>
      <Box sx={{ ml: { lg: 'auto' } }}>
        <Tool
          name={t('bench.stage.reset')}
          hotkey="Home"
          onPress={() => store.reset(part)}
          Icon={ArrowUndoIcon}
        />
      </Box>
    </Box>
  );
}
