/** What the authority proposes as a rule, made whole and checked before it is kept. */

import type { Checked } from '../proposed-change/proposed-change.service.ts';
import { faultsOf } from '../proposed-change/proposed-fault.rules.ts';
import { APPROVALS } from './approval.catalogue.ts';
import { EXCEPTIONS } from './exception.catalogue.ts';
import type {
  ApprovalConditionInput,
  ExceptionRequirementInput,
  ProposeApprovalRuleInput,
  ProposeExceptionRuleInput,
  ProposeUsualRuleInput,
} from './exception-catalogue.input.ts';
import { type RuleBody, ruleBody } from './exception-rule.shape.ts';
import { usualBody } from './usual.shape.ts';

const requirement = ({ key, label, fact, alternatives }: ExceptionRequirementInput) =>
  fact && !alternatives?.length ? { key, label, fact } : { key, label, alternatives };

function validityOf({ validity: { kind, months, deleteAfter, roles, date } }: ProposeExceptionRuleInput) {
  switch (kind) {
    case 'CARD_EXPIRY':
      return { kind, months };
    case 'MONTHS':
      return { kind, months, deleteAfter: deleteAfter ?? false };
    case 'WHILE_ROLE':
      return { kind, roles };
    case 'DOCUMENT_DATE':
      return { kind, date };
    case 'UNTIL_WITHDRAWN':
      return { kind };
  }
}

/** Register and subject belong to the exception itself: an entry of one register never becomes one of another. */
export function proposedBody(input: ProposeExceptionRuleInput): Checked {
  // An exception ends; only the approval of a firm lasts until it is withdrawn.
  if (input.validity.kind === 'UNTIL_WITHDRAWN') return { faults: { validity: 'NOT_POSSIBLE' } };
  const { register, subject } = EXCEPTIONS[input.code];
  const { name, who, channels, legalReference, fourEyesOn } = input;
  const body = ruleBody.safeParse({
    ...{ register, subject, name, who, channels, legalReference, fourEyesOn },
    requirements: input.requirements.map(requirement),
    validity: validityOf(input),
    thresholds: { turnoverNok: input.turnoverNok ?? null, newFirmMonths: input.newFirmMonths ?? null },
  });
  if (!body.success) return { faults: faultsOf(body.error) };
  if (opensPersonalPapers(body.data)) return { faults: { channels: 'NOT_POSSIBLE' } };
  return { values: [input.code, JSON.stringify(body.data)] };
}

const condition = ({ key, label, alternatives, ...asked }: ApprovalConditionInput) => {
  const { of, atLeast, duty = null, smallBelow, smallAlternatives } = asked;
  const isSmall = smallBelow.length > 0 || smallAlternatives.length > 0;
  const small = isSmall ? { fewerThan: smallBelow, evidence: smallAlternatives } : null;
  return { key, label, condition: { of, atLeast, duty, evidence: alternatives, small } };
};

/** An approval lasts until it is withdrawn, or so many months. What is wrong with a requirement is wrong with a condition. */
export function proposedApproval(input: ProposeApprovalRuleInput): Checked {
  const { code, name, who, channels, legalReference, fourEyesOn, months = null } = input;
  const { register, subject, thresholds } = APPROVALS[code];
  const lasting = { kind: 'MONTHS', months, deleteAfter: false };
  const body = ruleBody.safeParse({
    ...{ register, subject, thresholds, name, who, channels, legalReference, fourEyesOn },
    requirements: input.conditions.map(condition),
    validity: months === null ? { kind: 'UNTIL_WITHDRAWN' } : lasting,
  });
  if (body.success) return { values: [code, JSON.stringify(body.data)] };
  const { requirements, validity, ...faults } = faultsOf(body.error);
  return {
    faults: {
      ...faults,
      ...(requirements ? { conditions: requirements } : {}),
      ...(validity ? { months: validity } : {}),
    },
  };
}

export function proposedUsual({
  code,
  name,
  sectorCodes,
  industryCodes,
  forms,
}: ProposeUsualRuleInput): Checked {
  const body = usualBody.safeParse({ name, sectorCodes, industryCodes, forms });
  if (!body.success) return { faults: faultsOf(body.error) };
  return { values: [code, JSON.stringify(body.data)] };
}

/** Papers about a person never come by plain e-mail, whoever decides so. */
const opensPersonalPapers = ({ subject, channels }: Pick<RuleBody, 'subject' | 'channels'>): boolean =>
  subject === 'PERSON_AND_FIRM' && channels === 'ALSO_EMAIL';
