import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { ApplicationCode, ApplicationRegister, ApprovalCode } from '../application/application.enums.ts';
import { ExceptionCode } from '../exception/exception.enums.ts';
import { ProposedChangeType } from '../proposed-change/proposed-change.type.ts';
import { WordingType } from '../text-block/wording.type.ts';
import {
  AllowedChannels,
  BypassedRegister,
  ClaimFact,
  ConditionFor,
  DecisionOutcome,
  DocumentDate,
  DocumentKind,
  ExceptionSubject,
  LegalReference,
  RegisterDuty,
  UsualCode,
  ValidityKind,
} from './exception-catalogue.enums.ts';

@ObjectType('Headcount', { simpleResolvers: true, description: 'A number of employees, from a day on.' })
export class HeadcountType {
  @Field(() => LocalDateScalar) from: string;
  @Field(() => Int) employees: number;
}

@ObjectType('RuleCondition', {
  simpleResolvers: true,
  description: 'Of whom a condition of an approval is asked, and who answers it.',
})
export class RuleConditionType {
  @Field(() => ConditionFor) of: ConditionFor;
  @AtMost(4)
  @Field(() => [HeadcountType], {
    description: 'Asked from so many employees on; the newest that has begun holds. None: of all.',
  })
  atLeast: HeadcountType[];
  @Field(() => RegisterDuty, { nullable: true, description: 'A register answers it.' })
  duty: RegisterDuty | null;
  @AtMost(4)
  @Field(() => [HeadcountType], {
    description:
      'With fewer employees than so many something else proves it too; none where nothing else does.',
  })
  smallBelow: HeadcountType[];
  @AtMost(4)
  @Field(() => [[DocumentKind]])
  smallAlternatives: DocumentKind[][];
}

@ObjectType('ExceptionRequirement', {
  simpleResolvers: true,
  description: 'One line of the checklist: something the application says, or papers.',
})
export class ExceptionRequirementType {
  @Field(() => String) key: string;
  @Field(() => WordingType) label: WordingType;
  @Field(() => ClaimFact, { nullable: true }) fact: ClaimFact | null;
  @AtMost(4)
  @Field(() => [[DocumentKind]], { description: 'Any one of these lists meets it, as a whole.' })
  alternatives: DocumentKind[][];
}

@ObjectType('RuleRequirement', { simpleResolvers: true })
export class RuleRequirementType extends ExceptionRequirementType {
  @Field(() => RuleConditionType, { nullable: true, description: 'Of the approval of a firm.' })
  condition: RuleConditionType | null;
}

@ObjectType('ExceptionValidity', { simpleResolvers: true })
export class ExceptionValidityType {
  @Field(() => ValidityKind) kind: ValidityKind;
  @Field(() => Int, { nullable: true }) months: number | null;
  @Field(() => Boolean, { description: 'The entry is really deleted after its time.' }) deleteAfter: boolean;
  @Field(() => [String], { description: 'Roles of Enhetsregisteret it lasts with.' }) roles: string[];
  @Field(() => DocumentDate, { nullable: true }) date: DocumentDate | null;
}

/** What is the same of a rule for an exception and one for the approval of a firm. */
@ObjectType({ simpleResolvers: true })
abstract class RuleType {
  @Field(() => EntityId, {
    nullable: true,
    description: 'The change behind it; null for what the desk was born with.',
  })
  id: string | null;
  @Field(() => LocalDateScalar) validFrom: string;
  @Field(() => ExceptionSubject) subject: ExceptionSubject;
  @Field(() => WordingType) name: WordingType;
  @Field(() => WordingType) who: WordingType;
  @Field(() => AllowedChannels) channels: AllowedChannels;
  @Field(() => ExceptionValidityType) validity: ExceptionValidityType;
  @Field(() => LegalReference) legalReference: LegalReference;
  @Field(() => [DecisionOutcome], { description: 'Outcomes that need a second signature.' })
  fourEyesOn: DecisionOutcome[];
  @Field(() => Int, { nullable: true, description: 'Kroner over twelve months.' }) turnoverNok: number | null;
  @Field(() => Int, { nullable: true, description: 'Months a firm counts as new.' })
  newFirmMonths: number | null;
}

@ObjectType('ExceptionRule', {
  simpleResolvers: true,
  description: 'What an exception asks for and gives, from a day on.',
})
export class ExceptionRuleType extends RuleType {
  @Field(() => ExceptionCode) code: ExceptionCode;
  @Field(() => BypassedRegister) register: BypassedRegister;
  @AtMost(16)
  @Field(() => [ExceptionRequirementType])
  requirements: ExceptionRequirementType[];
}

@ObjectType('ApplicationRule', {
  simpleResolvers: true,
  description: 'What an application is decided by: the rule of its exception, or of the approval of a firm.',
})
export class ApplicationRuleType extends RuleType {
  @Field(() => ApplicationCode) code: ApplicationCode;
  @Field(() => ApplicationRegister) register: ApplicationRegister;
  @AtMost(16)
  @Field(() => [RuleRequirementType])
  requirements: RuleRequirementType[];
}

@ObjectType('DocumentKindWording', { simpleResolvers: true })
export class DocumentKindWordingType {
  @Field(() => DocumentKind) kind: DocumentKind;
  @Field(() => WordingType) label: WordingType;
}

@ObjectType('UsualRule', {
  simpleResolvers: true,
  description:
    'Firms that order as usual without being in Mva-registeret: each list that names something must fit.',
})
export class UsualRuleType {
  @Field(() => UsualCode) code: UsualCode;
  @Field(() => EntityId, { nullable: true }) id: string | null;
  @Field(() => LocalDateScalar) validFrom: string;
  @Field(() => WordingType) name: WordingType;
  @Field(() => [String], { description: 'Institutional sectors.' }) sectorCodes: string[];
  @Field(() => [String], { description: 'Beginnings of industry codes.' }) industryCodes: string[];
  @Field(() => [String], { description: 'Organisation forms.' }) forms: string[];
}

@ObjectType('ExceptionCatalogue', { simpleResolvers: true })
export class ExceptionCatalogueType {
  @Field(() => LocalDateScalar, { description: 'The day it is shown for.' }) day: string;
  @AtMost(20)
  @Field(() => [ExceptionRuleType])
  rules: ExceptionRuleType[];
  @AtMost(3)
  @Field(() => [ApplicationRuleType], { description: 'What the approval of a firm asks for.' })
  approvals: ApplicationRuleType[];
  @AtMost(10)
  @Field(() => [UsualRuleType], { description: 'Who needs no exception.' })
  usual: UsualRuleType[];
  @AtMost(40)
  @Field(() => [DocumentKindWordingType])
  documentKinds: DocumentKindWordingType[];
}

@ObjectType('ExceptionRuleChange', {
  simpleResolvers: true,
  description:
    'A rule somebody has proposed from a day on. It is never changed; it is approved, or withdrawn.',
})
export class ExceptionRuleChangeType extends ProposedChangeType {
  @Field(() => ExceptionCode) code: ExceptionCode;
  @Field(() => ExceptionRuleType) rule: ExceptionRuleType;
  @Field(() => ExceptionRuleType, { description: 'What holds until its day.' }) before: ExceptionRuleType;
}

@ObjectType('UsualRuleChange', { simpleResolvers: true, description: 'As ExceptionRuleChange.' })
export class UsualRuleChangeType extends ProposedChangeType {
  @Field(() => UsualCode) code: UsualCode;
  @Field(() => UsualRuleType) rule: UsualRuleType;
  @Field(() => UsualRuleType) before: UsualRuleType;
}

@ObjectType('ApprovalRuleChange', { simpleResolvers: true, description: 'As ExceptionRuleChange.' })
export class ApprovalRuleChangeType extends ProposedChangeType {
  @Field(() => ApprovalCode) code: ApprovalCode;
  @Field(() => ApplicationRuleType) rule: ApplicationRuleType;
  @Field(() => ApplicationRuleType) before: ApplicationRuleType;
}
