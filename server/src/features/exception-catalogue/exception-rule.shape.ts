/** What a rule of the exception catalogue must look like to be kept, whoever wrote it. */
import { z } from 'zod';
import {
  AllowedChannels,
  BypassedRegister,
  ClaimFact,
  DecisionOutcome,
  DocumentDate,
  DocumentKind,
  ExceptionSubject,
  LegalReference,
} from './exception-catalogue.enums.ts';

const words = z.string().trim().min(1).max(300);
export const perLanguage = z.strictObject({ nb: words, nn: words, en: words });
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
]);

export const ruleBody = z
  .strictObject({
    register: z.enum(BypassedRegister),
    subject: z.enum(ExceptionSubject),
    name: perLanguage,
    who: perLanguage,
    requirements: z
      .array(z.union([documentRequirement, factRequirement]))
      .min(1)
      .max(10),
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
export type ValidityRule = RuleBody['validity'];
