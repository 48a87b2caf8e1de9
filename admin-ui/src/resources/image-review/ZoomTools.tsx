import ButtonBase from '@mui/material/ButtonBase';
import { ZoomMinusIcon, ZoomPlusIcon } from '@navikt/aksel-icons';
import { useT } from '../../i18n/index.ts';
import type { Part } from './bench.rules.ts';
import { Tool } from './Tool.tsx';
import { ZOOM_STEP } from './useBenchKeys.ts';
import { percentOf, zoom, zoomToPixel } from './view.rules.ts';
import { useView, type ViewStore } from './view-store.ts';

/** Out, how large, in. The percentage is of the picture's own pixels; a press on it goes there and back. */
export function ZoomTools({ store, part }: { store: ViewStore; part: Part }) {
  const t = useT();
  const { view, fit } = useView(store, part);
  const percent = percentOf(view, fit);
  const by = (factor: number) => store.change(part, (old, fits) => zoom(old, { factor, fit: fits }));
  return (
    <>
      <Tool
        name={t('bench.stage.zoomOut')}
        hotkey="S"
        onPress={() => by(1 / ZOOM_STEP)}
        Icon={ZoomMinusIcon}
      />
      <ButtonBase
        onClick={() => store.change(part, (old, fits) => zoomToPixel(old, fits))}
        aria-label={t('bench.stage.percentHint', { n: percent })}
        title={t('bench.stage.percentHint', { n: percent })}
        sx={{
          width: 44,
          height: 32,
          borderRadius: '4px',
          font: 'inherit',
          fontVariantNumeric: 'tabular-nums',
          whiteSpace: 'nowrap',
        }}
      >
        {t('bench.stage.percent', { n: percent })}
      </ButtonBase>
      <Tool name={t('bench.stage.zoomIn')} hotkey="W" onPress={() => by(ZOOM_STEP)} Icon={ZoomPlusIcon} />
    </>
  );
}
