import { Field, InputType, Int } from 'type-graphql';
import { EntityId, LocalDateScalar, LongText, ShortText } from '../../platform/graphql/scalars.ts';
import { ApplicationChannel } from '../application/application.enums.ts';
import { ConfirmationState, ConfirmationStatement } from './confirmation.enums.ts';

@InputType()
export class ConfirmationFilter {
  @Field(() => [ConfirmationState], { nullable: true }) state?: ConfirmationState[] | null;
  @Field(() => ShortText, { nullable: true, description: 'Organisation number, or a name of a firm.' })
  text?: string | null;
}

@InputType({ description: 'The yearly confirmation of a firm, as it came in.' })
export class RecordConfirmationInput {
  @Field(() => EntityId) confirmationId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => ApplicationChannel) channel: ApplicationChannel;
  @Field(() => LocalDateScalar) receivedOn: string;
  @Field(() => Int, { description: 'Employees, as the firm says.' }) employees: number;
  @Field(() => [ConfirmationStatement], { description: 'What the firm confirms.' })
  statements: ConfirmationStatement[];
}

@InputType()
export class SendConfirmationRemindersInput {
  @Field(() => [EntityId], { description: 'At most 200.' }) confirmationIds: string[];
}

@InputType({ description: 'Notice of a withdrawal (fvl. § 16): the same law and words for each firm.' })
export class SendAdvanceNoticesInput {
  @Field(() => [EntityId], { description: 'At most 200.' }) confirmationIds: string[];
  @Field(() => [EntityId], { description: 'Rules of law.' }) statuteIds: string[];
  @Field(() => LongText) freeText: string;
}

@InputType({ description: 'The same grounds for each firm; each waits for a second signature of its own.' })
export class ProposeConfirmationWithdrawalsInput {
  @Field(() => [EntityId], { description: 'At most 200.' }) confirmationIds: string[];
  @Field(() => [EntityId], { description: 'Text blocks, in the order of the letter.' }) groundIds: string[];
  @Field(() => [EntityId], { description: 'Rules of law.' }) statuteIds: string[];
  @Field(() => [ShortText], { description: 'Facts relied on, one sentence each.' }) facts: string[];
  @Field(() => LongText) freeText: string;
}
