/** What a rule of the exception catalogue must look like to be kept, whoever wrote it. */
import { z } from 'zod';
import { ApplicationRegister } from '../application/application.enums.ts';
import { perLanguage } from '../text-block/wording.input.ts';
import {
  AllowedChannels,
  ClaimFact,
  ConditionFor,
  DecisionOutcome,
  DocumentDate,
  DocumentKind,
  ExceptionSubject,
  LegalReference,
  RegisterDuty,
} from './exception-catalogue.enums.ts';

const months = z.int().min(1).max(60);
const requirementKey = z.string().regex(/^[A-Z][A-Z0-9_]{1,39}$/);

/** Any one of the alternatives meets it; an alternative asks for each of its kinds. */
const documentRequirement = z.strictObject({
  key: requirementKey,
  alternatives: z
    .array(z.array(z.enum(DocumentKind)).min(1).max(4))
    .min(1)
    .max(4),
  label: perLanguage,
});
const factRequirement = z.strictObject({ key: requirementKey, fact: z.enum(ClaimFact), label: perLanguage });

/** From a day on, a number of employees: the newest that has begun holds. */
const headcounts = z
  .array(z.strictObject({ from: z.iso.date(), employees: z.int().min(1).max(100_000) }))
  .max(4);
const alternatives = z.array(z.array(z.enum(DocumentKind)).min(1).max(4)).max(4);
/** A condition of an approval: somebody says whether it is met, or a register does. */
const conditionRequirement = z.strictObject({
  key: requirementKey,
  label: perLanguage,
  condition: z.strictObject({
    of: z.enum(ConditionFor),
    /** Asked from so many employees on; of all when there is none. */
    atLeast: headcounts,
    duty: z.enum(RegisterDuty).nullable(),
    /** Papers that may prove it, any one list of them; none where a register answers. */
    evidence: alternatives,
    /** What proves it too in firms with fewer employees than so many. */
    small: z.strictObject({ fewerThan: headcounts.min(1), evidence: alternatives.min(1) }).nullable(),
  }),
});

const validity = z.discriminatedUnion('kind', [
  /** Of the card the application is about; until there is one, as long as a card is valid. */
  z.strictObject({ kind: z.literal('CARD_EXPIRY'), months }),
  z.strictObject({
    kind: z.literal('WHILE_ROLE'),
    roles: z
      .array(z.string().regex(/^[A-Z]{4}$/))
      .min(1)
      .max(12),
  }),
  /** `deleteAfter`: the entry is really deleted after its time, leaving the audit trail. */
  z.strictObject({ kind: z.literal('MONTHS'), months, deleteAfter: z.boolean() }),
  z.strictObject({ kind: z.literal('DOCUMENT_DATE'), date: z.enum(DocumentDate) }),
  z.strictObject({ kind: z.literal('UNTIL_WITHDRAWN') }),
]);

export const ruleBody = z
  .strictObject({
    register: z.enum(ApplicationRegister),
    subject: z.enum(ExceptionSubject),
    name: perLanguage,
    who: perLanguage,
    requirements: z
      .array(z.union([documentRequirement, factRequirement, conditionRequirement]))
      .min(1)
      .max(16),
    channels: z.enum(AllowedChannels),
    validity,
    legalReference: z.enum(LegalReference),
    /** Outcomes that need the signature of a second person. */
    fourEyesOn: z.array(z.enum(DecisionOutcome)).max(4),
    /** Turnover in kroner over twelve months; months a firm counts as new. Null where the rule knows none. */
    thresholds: z.strictObject({
      turnoverNok: z.int().min(1).max(10_000_000).nullable(),
      newFirmMonths: months.nullable(),
    }),
  })
  .refine(({ requirements }) => new Set(requirements.map(({ key }) => key)).size === requirements.length, {
    path: ['requirements'],
  })
  .refine(({ fourEyesOn }) => new Set(fourEyesOn).size === fourEyesOn.length, { path: ['fourEyesOn'] });

export type RuleBody = z.infer<typeof ruleBody>;
export type Requirement = RuleBody['requirements'][number];
export type ConditionBody = z.infer<typeof conditionRequirement>['condition'];
export type ValidityRule = RuleBody['validity'];
