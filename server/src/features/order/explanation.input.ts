import { Field, InputType, Int } from 'type-graphql';
import { EntityId, LongText } from '../../platform/graphql/scalars.ts';
import { Register } from '../register-check/register-check.enums.ts';

@InputType()
export class SendExplanationInput {
  @Field(() => EntityId) orderItemId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => Register, { nullable: true, description: 'Whose answer it explains.' })
  register?: Register | null;
  @Field(() => LongText, { description: 'Between the locked paragraphs.' }) text: string;
}
