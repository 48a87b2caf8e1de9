/** What the authority proposes as a rule, made whole and checked before it is kept. */
import type { ZodError } from 'zod';
import { EXCEPTIONS } from './exception.catalogue.ts';
import type {
  ExceptionRequirementInput,
  ProposeExceptionRuleInput,
  ProposeUsualRuleInput,
} from './exception-catalogue.input.ts';
import { type RuleBody, ruleBody } from './exception-rule.shape.ts';
import { type UsualBody, usualBody } from './usual.shape.ts';

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
  }
}

export type Faults = Readonly<Record<string, string>>;

/** Register and subject belong to the exception itself: an entry of one register never becomes one of another. */
export function proposedBody(input: ProposeExceptionRuleInput): RuleBody | Faults {
  const { register, subject } = EXCEPTIONS[input.code];
  const { name, who, channels, legalReference, fourEyesOn } = input;
  const body = ruleBody.safeParse({
    ...{ register, subject, name, who, channels, legalReference, fourEyesOn },
    requirements: input.requirements.map(requirement),
    validity: validityOf(input),
    thresholds: { turnoverNok: input.turnoverNok ?? null, newFirmMonths: input.newFirmMonths ?? null },
  });
  return body.success ? body.data : faultsOf(body.error);
}

export function proposedUsual({
  name,
  sectorCodes,
  industryCodes,
  forms,
}: ProposeUsualRuleInput): UsualBody | Faults {
  const body = usualBody.safeParse({ name, sectorCodes, industryCodes, forms });
  return body.success ? body.data : faultsOf(body.error);
}

const faultsOf = ({ issues }: ZodError): Faults =>
  Object.fromEntries(issues.map(({ path }) => [fieldOf(path), 'INVALID']));

/** By the name of the input's field. */
const fieldOf = (path: readonly PropertyKey[]): string =>
  String(path[0] === 'thresholds' ? path[1] : path[0]);

/** Papers about a person never come by plain e-mail, whoever decides so. */
export const opensPersonalPapers = ({ subject, channels }: Pick<RuleBody, 'subject' | 'channels'>): boolean =>
  subject === 'PERSON_AND_FIRM' && channels === 'ALSO_EMAIL';

export const isBody = <B extends RuleBody | UsualBody>(body: B | Faults): body is B =>
  typeof body.name === 'object';
