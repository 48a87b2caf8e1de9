import { Field, InputType, Int } from 'type-graphql';
import { EntityId, ShortText } from '../../platform/graphql/scalars.ts';
import { CancelReason } from './order.enums.ts';

@InputType()
export class CancelOrderItemInput {
  @Field(() => EntityId) orderItemId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => CancelReason) reason: CancelReason;
  @Field(() => ShortText, { nullable: true }) comment?: string | null;
}
