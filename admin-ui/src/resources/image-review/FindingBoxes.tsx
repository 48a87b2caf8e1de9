import Box from '@mui/material/Box';
import { ExclamationmarkTriangleFillIcon } from '@navikt/aksel-icons';
import { tokens } from '../../theme/tokens.ts';
import { type Part, REASON_KEYS, reasonsOfTab } from './bench.rules.ts';
import { boxesOn } from './finding.rules.ts';
import type { Finding } from './image-review.documents.ts';
import type { BenchDesk } from './useBenchDesk.ts';
import type { View } from './view.rules.ts';

interface BoxesProps {
  desk: BenchDesk;
  part: Part;
  findings: readonly Finding[];
  view: View;
}

// The picture is as light in the dark scheme, so its marks keep the light scheme's colours.
const { warn } = tokens.light;
const percent = (share: number) => `${share * 100}%`;

/** A frame round what the measurement remarked on, with the key of its reason; the rule says the same in words. */
export function FindingBoxes({ desk, part, findings, view }: BoxesProps) {
  const order = reasonsOfTab(desk.catalogue, part).map(({ code }) => code);
  return boxesOn(findings, part).map(({ reason, box }) => (
    <Box
      key={reason}
      aria-hidden="true"
      sx={{
        position: 'absolute',
        borderRadius: '4px',
        border: `2px solid ${warn.icon}`,
        boxShadow: '0 0 0 1.5px #ffffff, inset 0 0 0 1.5px #ffffff',
      }}
      style={{
        left: percent(box.x),
        top: percent(box.y),
        width: percent(box.width),
        height: percent(box.height),
        borderWidth: 2 / view.scale,
      }}
    >
      <Pin
        text={`${REASON_KEYS[order.indexOf(reason)]?.cap ?? ''} ${desk.wordsOf(reason).words}`}
        view={view}
        place={placeOf(box)}
        toLeft={box.x > 0.55}
      />
    </Box>
  ));
}

type Place = 'above' | 'below' | 'inside';

const placeOf = ({ y, height }: { y: number; height: number }): Place =>
  height > 0.8 ? 'inside' : y < 0.08 ? 'below' : 'above';
const vertical = {
  above: { bottom: 'calc(100% + 4px)' },
  below: { top: 'calc(100% + 4px)' },
  inside: { top: '6px' },
};

function Pin({ text, view, place, toLeft }: { text: string; view: View; place: Place; toLeft: boolean }) {
  return (
    <Box
      component="span"
      sx={{
        position: 'absolute',
        ...vertical[place],
        ...(toLeft ? { right: '-1px' } : { left: place === 'inside' ? '6px' : '-1px' }),
        display: 'flex',
        alignItems: 'center',
        gap: 0.5,
        height: 22,
        pl: 0.75,
        pr: 1,
        borderRadius: '4px',
        font: '500 12px/1 Inter, sans-serif',
        whiteSpace: 'nowrap',
        bgcolor: warn.tint,
        color: warn.text,
        boxShadow: '0 1px 2px rgba(0,0,0,.25)',
        transformOrigin: `${toLeft ? 'right' : 'left'} ${place === 'above' ? 'bottom' : 'top'}`,
        '& svg': { color: warn.icon },
      }}
      style={{ transform: `scale(${1 / view.scale}) rotate(${-view.turns * 90}deg)` }}
    >
      <ExclamationmarkTriangleFillIcon aria-hidden fontSize="14px" />
      {text}
    </Box>
  );
}
