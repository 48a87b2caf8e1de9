import { Field, InputType, Int } from 'type-graphql';
import { EntityId, LocalDateScalar, ShortText } from '../../platform/graphql/scalars.ts';

@InputType()
export class RecordVatBatchSentInput {
  @Field(() => EntityId) id: string;
  @Field(() => Int) expectedVersion: number;
}

@InputType()
export class RecordVatReceiptInput {
  @Field(() => EntityId) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => ShortText, { description: 'The tax authorities’ reference.' }) reference: string;
  @Field(() => LocalDateScalar) receivedOn: string;
}
