import { Field, InputType } from 'type-graphql';
import { EntityId, LocalDateScalar, LongText, ShortText } from '../../platform/graphql/scalars.ts';
import { ApplicationCode } from '../application/application.enums.ts';
import { DecisionOutcome } from '../exception-catalogue/exception-catalogue.enums.ts';
import { WordingInput } from '../exception-catalogue/exception-catalogue.input.ts';
import { DecisionTextKind } from './decision-text.enums.ts';

@InputType()
export class LongWordingInput {
  @Field(() => LongText) nb: string;
  @Field(() => LongText) nn: string;
  @Field(() => LongText) en: string;
}

@InputType({ description: 'The whole version as it shall be.' })
export class ProposeDecisionTextInput {
  @Field(() => DecisionTextKind) kind: DecisionTextKind;
  @Field(() => ShortText) code: string;
  @Field(() => Boolean, { description: 'A text there is none of yet; otherwise a new version of one.' })
  isNew: boolean;
  @Field(() => LocalDateScalar, { description: 'Tomorrow at the earliest.' }) validFrom: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Of law: the last day it holds.' })
  validTo?: string | null;
  @Field(() => ShortText) grounds: string;
  @Field(() => [ApplicationCode]) exceptionCodes: ApplicationCode[];
  @Field(() => [DecisionOutcome]) outcomes: DecisionOutcome[];
  @Field(() => WordingInput) label: WordingInput;
  @Field(() => LongWordingInput) text: LongWordingInput;
  @Field(() => ShortText, { nullable: true, description: 'Of law: where it stands.' })
  source?: string | null;
}

@InputType()
export class DecisionTextRefInput {
  @Field(() => DecisionTextKind) kind: DecisionTextKind;
  @Field(() => EntityId) id: string;
}

@InputType()
export class WithdrawDecisionTextInput extends DecisionTextRefInput {
  @Field(() => ShortText) reason: string;
}
