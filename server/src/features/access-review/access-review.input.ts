import { ArgsType, Field, InputType } from 'type-graphql';
import { EntityId, LocalDateScalar, ShortText } from '../../platform/graphql/scalars.ts';
import { ReviewVerdict } from './access-review.enums.ts';

@ArgsType()
export class AccessReviewArgs {
  @Field(() => LocalDateScalar, { nullable: true, description: 'Any day of the week; default is last week.' })
  weekOn?: string | null;
  @Field(() => EntityId, { nullable: true, description: 'For those who may choose; default is the own one.' })
  organisationId?: string | null;
}

@InputType()
export class MarkOddityInput {
  @Field(() => LocalDateScalar) weekOn: string;
  @Field(() => EntityId, { nullable: true }) organisationId?: string | null;
  @Field(() => ShortText) key: string;
  @Field(() => ReviewVerdict) verdict: ReviewVerdict;
  @Field(() => ShortText, { description: 'At least 10 characters.' }) comment: string;
}

@InputType()
export class SignAccessReviewInput {
  @Field(() => LocalDateScalar) weekOn: string;
}
