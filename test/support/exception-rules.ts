/** Proposals of rules for the exception catalogue. */
import type { ApprovalCode } from '../../server/src/features/application/application.enums.ts';
import type { ExceptionCode } from '../../server/src/features/exception/exception.enums.ts';
import { APPROVALS } from '../../server/src/features/exception-catalogue/approval.catalogue.ts';
import { EXCEPTIONS } from '../../server/src/features/exception-catalogue/exception.catalogue.ts';
import { USUAL } from '../../server/src/features/exception-catalogue/usual.catalogue.ts';

/** The rule as it is, as somebody would propose it again. */
export function exceptionProposal(code: ExceptionCode, validFrom: string): Record<string, unknown> {
  const { name, who, requirements, channels, validity, legalReference, fourEyesOn, thresholds } =
    EXCEPTIONS[code];
  const rule = { name, who, requirements, channels, validity, legalReference, fourEyesOn, ...thresholds };
  return { code, validFrom, grounds: 'Prøve', ...rule };
}

/** The rule of an approval as it is. */
export function approvalProposal(code: ApprovalCode, validFrom: string): Record<string, unknown> {
  const { name, who, requirements, channels, validity, legalReference, fourEyesOn } = APPROVALS[code];
  const conditions = requirements.flatMap(one => {
    if (!('condition' in one)) return [];
    const { of, atLeast, duty, evidence: alternatives, small } = one.condition;
    const below = { smallBelow: small?.fewerThan ?? [], smallAlternatives: small?.evidence ?? [] };
    return [{ key: one.key, label: one.label, of, atLeast, duty, alternatives, ...below }];
  });
  const months = validity.kind === 'MONTHS' ? validity.months : null;
  const rule = { name, who, conditions, channels, months, legalReference, fourEyesOn };
  return { code, validFrom, grounds: 'Prøve', ...rule };
}

export const usualProposal = (validFrom: string): Record<string, unknown> => ({
  ...{ code: 'USUAL_OWN_PROPERTY', validFrom, grounds: 'Prøve' },
  ...USUAL.USUAL_OWN_PROPERTY,
});
