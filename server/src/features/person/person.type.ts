import { Field, Int, ObjectType } from 'type-graphql';
import { EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';

@ObjectType('Person', { simpleResolvers: true })
export class PersonType {
  @Field(() => EntityId) id: string;
  @Field(() => String) name: string;
  @Field(() => LocalDateScalar, { nullable: true }) birthDate: string | null;
  @Field(() => String, { nullable: true }) maskedNationalId: string | null;
  @Field(() => Boolean) dNumber: boolean;
  @Field(() => Boolean) restricted: boolean;
}

@ObjectType('NationalIdReveal', { simpleResolvers: true })
export class NationalIdRevealType {
  @Field(() => String) nationalId: string;
  @Field(() => Int) visibleSeconds: number;
  @Field(() => Int) usedToday: number;
  @Field(() => Int) dailyLimit: number;
}
