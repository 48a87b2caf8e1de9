import { Field, InputType } from 'type-graphql';
import { LocalDateScalar, ShortText } from '../../platform/graphql/scalars.ts';
import { Register } from '../register-check/register-check.enums.ts';
import { OrderItemStatus, Scheme } from './order.enums.ts';
import { OrderWait } from './order-page.enums.ts';

@InputType()
export class OrderFilter {
  @Field(() => Boolean, { nullable: true, description: 'Lines that wait for somebody, and that R2 can end.' })
  stalled?: boolean | null;
  @Field(() => OrderWait, { nullable: true }) waitingFor?: OrderWait | null;
  @Field(() => Register, { nullable: true, description: 'Whose answer is missing, or says no.' })
  register?: Register | null;
  @Field(() => [Scheme], { nullable: true }) scheme?: Scheme[] | null;
  @Field(() => [OrderItemStatus], { nullable: true }) status?: OrderItemStatus[] | null;
  @Field(() => ShortText, { nullable: true, description: 'Organisation number of a unit or a main unit.' })
  firm?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Cancelled on this day, or before.' })
  dueBefore?: string | null;
}
