/** Proposals of rules for the exception catalogue. */
import type { ExceptionCode } from '../../server/src/features/exception/exception.enums.ts';
import { EXCEPTIONS } from '../../server/src/features/exception-catalogue/exception.catalogue.ts';

/** The rule as it is, as somebody would propose it again. */
export function exceptionProposal(code: ExceptionCode, validFrom: string): Record<string, unknown> {
  const { name, who, requirements, channels, validity, legalReference, fourEyesOn, thresholds } =
    EXCEPTIONS[code];
  const rule = { name, who, requirements, channels, validity, legalReference, fourEyesOn, ...thresholds };
  return { code, validFrom, grounds: 'Prøve', ...rule };
}
