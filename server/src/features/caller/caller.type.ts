import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime, EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { StaffRefType } from '../staff/me.type.ts';
import { CallerCapacity, CallOutcome, PowerScope } from './caller.enums.ts';

@ObjectType('Call', {
  simpleResolvers: true,
  description: 'A call that was checked. What did not match is told to nobody.',
})
export class CallType {
  @Field(() => EntityId) id: string;
  @Field(() => CallerCapacity) capacity: CallerCapacity;
  @Field(() => CallOutcome) outcome: CallOutcome;
  @Field(() => DateTime) at: Date;
  @Field(() => DateTime, { description: 'Until then it stands as a fact, for whoever took the call.' })
  standsUntil: Date;
  @Field(() => EntityId, { nullable: true, description: 'Whom it is about; of a verified call only.' })
  personId: string | null;
  @Field(() => String, { nullable: true }) personName: string | null;
  @Field(() => EntityId, { nullable: true }) firmId: string | null;
  @Field(() => String, { nullable: true }) firmName: string | null;
  @Field(() => String, { nullable: true }) orgNumber: string | null;
  @Field(() => EntityId, { nullable: true }) orderItemId: string | null;
  @Field(() => EntityId, { nullable: true }) cardId: string | null;
  @Field(() => PowerScope, { nullable: true, description: 'Of the power of attorney it rests on.' })
  scope: PowerScope | null;
  @Field(() => Boolean, { description: 'The power of attorney gives more than a call about cards needs.' })
  wider: boolean;
  @Field(() => StaffRefType, { nullable: true, description: 'Who took it.' }) takenBy: StaffRefType | null;
}

@ObjectType('PowerOfAttorney', { simpleResolvers: true })
export class PowerOfAttorneyType {
  @Field(() => EntityId) id: string;
  @Field(() => String) holderName: string;
  @Field(() => LocalDateScalar, { nullable: true }) holderBirthDate: string | null;
  @Field(() => PowerScope) scope: PowerScope;
  @Field(() => LocalDateScalar) fromOn: string;
  @Field(() => LocalDateScalar) toOn: string;
  @Field(() => LocalDateScalar) receivedOn: string;
  @Field(() => Boolean, { description: 'Today, and not withdrawn.' }) holds: boolean;
  @Field(() => Boolean) withdrawn: boolean;
  @Field(() => Boolean, { description: 'It gives more than a call about cards needs.' }) wider: boolean;
  @Field(() => Int) version: number;
}
