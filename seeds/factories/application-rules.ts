/** The rules of everything that can be applied for, as the desk is born with them. */
import type { ApplicationCode } from '../../server/src/features/application/application.enums.ts';
import { APPROVALS } from '../../server/src/features/exception-catalogue/approval.catalogue.ts';
import { EXCEPTIONS } from '../../server/src/features/exception-catalogue/exception.catalogue.ts';
import type { RuleBody } from '../../server/src/features/exception-catalogue/exception-rule.shape.ts';

export const RULES: Readonly<Record<ApplicationCode, RuleBody>> = { ...EXCEPTIONS, ...APPROVALS };
