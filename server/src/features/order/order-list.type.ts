import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { CappedCountType, PageInfoType } from '../../platform/graphql/page.type.ts';
import { EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { ImageRequirement } from '../image-review/image-review.enums.ts';
import { OrganisationType } from '../organisation/organisation.type.ts';
import { CheckOutcome, Register } from '../register-check/register-check.enums.ts';
import { OrderItemStatus, Scheme } from './order.enums.ts';

@ObjectType('UnmetCheck', { simpleResolvers: true })
export class UnmetCheckType {
  @Field(() => Register) register: Register;
  @Field(() => CheckOutcome) outcome: CheckOutcome;
}

@ObjectType('OrderRow', { simpleResolvers: true, description: 'A line of an order, as lists show it.' })
export class OrderRowType {
  @Field(() => EntityId) id: string;
  @Field(() => EntityId) orderId: string;
  @Field(() => String) number: string;
  @Field(() => Int) line: number;
  @Field(() => Scheme) scheme: Scheme;
  @Field(() => OrderItemStatus) status: OrderItemStatus;
  @Field(() => String, { nullable: true }) personName: string | null;
  @Field(() => OrganisationType) unit: OrganisationType;
  @Field(() => LocalDateScalar) orderedOn: string;
  @Field(() => LocalDateScalar, { nullable: true }) cancelOn: string | null;
  @Field(() => Int, { nullable: true, description: 'Working days until it is cancelled.' })
  daysLeft: number | null;
  @Field(() => Boolean, { description: 'The clock stands still while the firm awaits approval (R3).' })
  clockStands: boolean;
  @Field(() => ImageRequirement) imageRequirement: ImageRequirement;
  @AtMost(10)
  @Field(() => [UnmetCheckType])
  unmet: UnmetCheckType[];
}

@ObjectType('OrderPage', { simpleResolvers: true })
export class OrderPageType {
  @Field(() => [OrderRowType]) rows: OrderRowType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
  @Field(() => CappedCountType, { nullable: true }) count: CappedCountType | null;
}
