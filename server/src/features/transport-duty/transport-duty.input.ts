import { Field, InputType, Int } from 'type-graphql';
import { LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { TransportGoods, TransportRelation, TransportTask } from './transport-duty.enums.ts';

@InputType({ description: 'What transport by own people in an own vehicle must be to be outside.' })
export class OwnTransportInput {
  @Field(() => Boolean) auxiliary: boolean;
  @Field(() => Boolean) people: boolean;
  @Field(() => Boolean) vehicle: boolean;
}

@InputType({ description: 'Nothing about a person: what kind of work, for whom, in which vehicle.' })
export class TransportDutyInput {
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of the work; today when null.' })
  on?: string | null;
  @Field(() => TransportTask) task: TransportTask;
  @Field(() => TransportRelation) relation: TransportRelation;
  @Field(() => TransportGoods) goods: TransportGoods;
  @Field(() => OwnTransportInput) own: OwnTransportInput;
  @Field(() => Boolean) electric: boolean;
  @Field(() => Int, { description: 'Permitted total weight, 1 to 100,000.' }) totalKg: number;
  @Field(() => Boolean) otherCard: boolean;
}
