/** Proposals of rules for the exception catalogue. */
import type { ExceptionCode } from '../../server/src/features/exception/exception.enums.ts';
import { EXCEPTIONS } from '../../server/src/features/exception-catalogue/exception.catalogue.ts';
import { USUAL } from '../../server/src/features/exception-catalogue/usual.catalogue.ts';

/** The rule as it is, as somebody would propose it again. */
export function exceptionProposal(code: ExceptionCode, validFrom: string): Record<string, unknown> {
  const { name, who, requirements, channels, validity, legalReference, fourEyesOn, thresholds } =
    EXCEPTIONS[code];
  const rule = { name, who, requirements, channels, validity, legalReference, fourEyesOn, ...thresholds };
  return { code, validFrom, grounds: 'Prøve', ...rule };
}

export const usualProposal = (validFrom: string): Record<string, unknown> => ({
  ...{ code: 'USUAL_OWN_PROPERTY', validFrom, grounds: 'Prøve' },
  ...USUAL.USUAL_OWN_PROPERTY,
});
