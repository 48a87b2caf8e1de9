import { Field, InputType, Int } from 'type-graphql';
import { EntityId, LocalDateScalar, ShortText } from '../../platform/graphql/scalars.ts';
import { CallerCapacity, PowerScope } from './caller.enums.ts';

@InputType({
  description: 'What a caller says; kept nowhere. About at most one of person, firm, order line and card.',
})
export class VerifyCallerInput {
  @Field(() => CallerCapacity) capacity: CallerCapacity;
  @Field(() => ShortText) nationalId: string;
  @Field(() => ShortText) name: string;
  @Field(() => ShortText) street: string;
  @Field(() => ShortText) postcode: string;
  @Field(() => EntityId, { nullable: true }) personId?: string | null;
  @Field(() => EntityId, { nullable: true }) firmId?: string | null;
  @Field(() => EntityId, { nullable: true }) orderItemId?: string | null;
  @Field(() => EntityId, { nullable: true }) cardId?: string | null;
  @Field(() => EntityId, { nullable: true, description: 'Only with POWER_OF_ATTORNEY.' })
  powerOfAttorneyId?: string | null;
  @Field(() => ShortText, { nullable: true, description: 'What the caller wants; stands in the timeline.' })
  asksAbout?: string | null;
}

@InputType()
export class RegisterPowerInput {
  @Field(() => EntityId, { description: 'Who gave it.' }) personId: string;
  @Field(() => ShortText) holderName: string;
  @Field(() => LocalDateScalar) holderBirthDate: string;
  @Field(() => PowerScope) scope: PowerScope;
  @Field(() => LocalDateScalar) fromOn: string;
  @Field(() => LocalDateScalar) toOn: string;
  @Field(() => LocalDateScalar, { description: 'The day the paper came.' }) receivedOn: string;
}

@InputType()
export class WithdrawPowerInput {
  @Field(() => EntityId) id: string;
  @Field(() => Int) expectedVersion: number;
}
