/** What a rule about firms that order as usual must look like to be kept. */
import { z } from 'zod';
import { perLanguage } from '../text-block/wording.input.ts';

const codes = (shape: RegExp) => z.array(z.string().regex(shape)).max(30);

/** Each list that names something must fit the firm; one that names nothing asks for nothing. */
export const usualBody = z
  .strictObject({
    name: perLanguage,
    /** Institutional sector, four digits. */
    sectorCodes: codes(/^\d{4}$/),
    /** Beginning of the industry code: 68.2 is all letting of property. */
    industryCodes: codes(/^\d{2}(?:\.\d{1,3})?$/),
    /** Organisation form of Enhetsregisteret. */
    forms: codes(/^[A-Z]{2,4}$/),
  })
  .refine(
    ({ sectorCodes, industryCodes, forms }) => sectorCodes.length + industryCodes.length + forms.length > 0,
    { path: ['sectorCodes'] },
  );

export type UsualBody = z.infer<typeof usualBody>;
