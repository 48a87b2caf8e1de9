import { Field, InputType, Int } from 'type-graphql';
import { EntityId, LocalDateScalar, ShortText } from '../../platform/graphql/scalars.ts';
import { ApprovalCode } from '../application/application.enums.ts';
import { ExceptionCode } from '../exception/exception.enums.ts';
import {
  AllowedChannels,
  ClaimFact,
  ConditionFor,
  DecisionOutcome,
  DocumentDate,
  DocumentKind,
  LegalReference,
  RegisterDuty,
  UsualCode,
  ValidityKind,
} from './exception-catalogue.enums.ts';

@InputType()
export class WordingInput {
  @Field(() => ShortText) nb: string;
  @Field(() => ShortText) nn: string;
  @Field(() => ShortText) en: string;
}

@InputType()
export class ExceptionRequirementInput {
  @Field(() => ShortText) key: string;
  @Field(() => WordingInput) label: WordingInput;
  @Field(() => ClaimFact, { nullable: true, description: 'Either this or alternatives.' })
  fact?: ClaimFact | null;
  @Field(() => [[DocumentKind]], { nullable: true }) alternatives?: DocumentKind[][] | null;
}

@InputType()
export class ExceptionValidityInput {
  @Field(() => ValidityKind) kind: ValidityKind;
  @Field(() => Int, { nullable: true, description: 'CARD_EXPIRY and MONTHS.' }) months?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'MONTHS.' }) deleteAfter?: boolean | null;
  @Field(() => [ShortText], { nullable: true, description: 'WHILE_ROLE.' }) roles?: string[] | null;
  @Field(() => DocumentDate, { nullable: true, description: 'DOCUMENT_DATE.' }) date?: DocumentDate | null;
}

@InputType({ description: 'The whole rule as it shall be; register and subject stay what they are.' })
export class ProposeExceptionRuleInput {
  @Field(() => ExceptionCode) code: ExceptionCode;
  @Field(() => LocalDateScalar, { description: 'Tomorrow at the earliest.' }) validFrom: string;
  @Field(() => ShortText) grounds: string;
  @Field(() => WordingInput) name: WordingInput;
  @Field(() => WordingInput) who: WordingInput;
  @Field(() => [ExceptionRequirementInput]) requirements: ExceptionRequirementInput[];
  @Field(() => AllowedChannels) channels: AllowedChannels;
  @Field(() => ExceptionValidityInput) validity: ExceptionValidityInput;
  @Field(() => LegalReference) legalReference: LegalReference;
  @Field(() => [DecisionOutcome]) fourEyesOn: DecisionOutcome[];
  @Field(() => Int, { nullable: true }) turnoverNok?: number | null;
  @Field(() => Int, { nullable: true }) newFirmMonths?: number | null;
}

@InputType()
export class HeadcountInput {
  @Field(() => LocalDateScalar) from: string;
  @Field(() => Int) employees: number;
}

@InputType()
export class ApprovalConditionInput {
  @Field(() => ShortText, { description: 'What caseworkers have said of it stays with it.' }) key: string;
  @Field(() => WordingInput) label: WordingInput;
  @Field(() => ConditionFor) of: ConditionFor;
  @Field(() => [HeadcountInput]) atLeast: HeadcountInput[];
  @Field(() => RegisterDuty, { nullable: true }) duty?: RegisterDuty | null;
  @Field(() => [[DocumentKind]]) alternatives: DocumentKind[][];
  @Field(() => [HeadcountInput]) smallBelow: HeadcountInput[];
  @Field(() => [[DocumentKind]]) smallAlternatives: DocumentKind[][];
}

@InputType({
  description: 'The whole rule of an approval as it shall be; register and subject stay what they are.',
})
export class ProposeApprovalRuleInput {
  @Field(() => ApprovalCode) code: ApprovalCode;
  @Field(() => LocalDateScalar, { description: 'Tomorrow at the earliest.' }) validFrom: string;
  @Field(() => ShortText) grounds: string;
  @Field(() => WordingInput) name: WordingInput;
  @Field(() => WordingInput) who: WordingInput;
  @Field(() => [ApprovalConditionInput]) conditions: ApprovalConditionInput[];
  @Field(() => AllowedChannels) channels: AllowedChannels;
  @Field(() => Int, { nullable: true, description: 'Null: until it is withdrawn.' }) months?: number | null;
  @Field(() => LegalReference) legalReference: LegalReference;
  @Field(() => [DecisionOutcome]) fourEyesOn: DecisionOutcome[];
}

@InputType()
export class ProposeUsualRuleInput {
  @Field(() => UsualCode) code: UsualCode;
  @Field(() => LocalDateScalar, { description: 'Tomorrow at the earliest.' }) validFrom: string;
  @Field(() => ShortText) grounds: string;
  @Field(() => WordingInput) name: WordingInput;
  @Field(() => [ShortText]) sectorCodes: string[];
  @Field(() => [ShortText]) industryCodes: string[];
  @Field(() => [ShortText]) forms: string[];
}

@InputType()
export class WithdrawExceptionRuleInput {
  @Field(() => EntityId) id: string;
  @Field(() => ShortText) reason: string;
}
