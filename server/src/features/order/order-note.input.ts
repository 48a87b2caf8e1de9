import { Field, InputType, Int } from 'type-graphql';
import { EntityId, LongText, ShortText, StoredJson } from '../../platform/graphql/scalars.ts';

@InputType()
export class AddOrderNoteInput {
  @Field(() => EntityId) orderItemId: string;
  @Field(() => LongText) note: string;
  @Field(() => Boolean, { description: 'It says what somebody told on the phone.' }) phoned: boolean;
}

@InputType()
export class SaveOrderDraftInput {
  @Field(() => EntityId) orderItemId: string;
  @Field(() => ShortText) action: string;
  @Field(() => StoredJson) body: unknown;
  @Field(() => Int, { description: 'Of the draft; 0 when there is none.' }) expectedVersion: number;
}
