import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../server/src/features/upload/image-processing.ts';
import { faceFromSeed } from './face.ts';
import type { PortraitFault } from './faults.ts';
import { renderPortrait } from './render.ts';

const MEASURED: Partial<Record<PortraitFault, string[]>> = {
  none: [],
  dark: ['PH_LIGHT', 'PH_BACKGROUND'],
  half_lit: ['PH_LIGHT', 'PH_BACKGROUND'],
  blurred: ['PH_QUALITY'],
  busy_background: ['PH_BACKGROUND'],
  shadow: ['PH_BACKGROUND'],
  // A person's job: no measure pretends to see these.
  glasses: [],
  turned: [],
  eyes_closed: [],
  open_mouth: [],
};

describe('what the desk measures on its own drawings', () => {
  it.each(Object.entries(MEASURED))(
    'a portrait with the fault %s gets exactly these remarks',
    async (fault, codes) => {
      for (const seed of [1, 16, 23]) {
        const portrait = await renderPortrait(faceFromSeed(seed), fault as PortraitFault);
        const findings = await findingsOf(portrait, 'photo');
        const remarks = findings.filter(({ level }) => level === 'REMARK').map(({ reason }) => reason);
        expect(remarks).toEqual(codes);
      }
    },
  );
});
