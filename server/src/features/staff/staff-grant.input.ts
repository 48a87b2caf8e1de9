import { Field, InputType, Int } from 'type-graphql';
import { EntityId, ShortText } from '../../platform/graphql/scalars.ts';

@InputType({ description: 'A proposal of roles, and the version of the person it is for.' })
export class StaffGrantInput {
  @Field(() => EntityId) id: string;
  @Field(() => Int) expectedVersion: number;
}

@InputType()
export class RejectStaffGrantInput extends StaffGrantInput {
  @Field(() => ShortText) reason: string;
}
