import { Field, InputType, Int } from 'type-graphql';
import { EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { LetterChannel, ReturnReason } from '../letter/letter.enums.ts';

@InputType()
export class RecordReturnedLetterInput {
  @Field(() => EntityId) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => LocalDateScalar) returnedOn: string;
  @Field(() => ReturnReason) reason: ReturnReason;
}

@InputType()
export class ResendLetterInput {
  @Field(() => EntityId) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => LetterChannel) channel: LetterChannel;
}
