import { Field, InputType, Int } from 'type-graphql';
import { EntityId, LongText, Ore } from '../../platform/graphql/scalars.ts';
import { PaymentStatus } from './payment.enums.ts';

@InputType()
export class PaymentFilter {
  @Field(() => PaymentStatus, { nullable: true }) status?: PaymentStatus | null;
}

@InputType()
export class PlacePaymentInput {
  @Field(() => EntityId) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => EntityId) invoiceId: string;
  @Field(() => Ore) amountOre: number;
  @Field(() => LongText, { description: 'Why it is for this invoice.' }) reason: string;
}
