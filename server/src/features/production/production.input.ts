import { Field, InputType, Int } from 'type-graphql';
import { EntityId, ShortText } from '../../platform/graphql/scalars.ts';

@InputType()
export class ReleaseProductionLineInput {
  @Field(() => EntityId) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => ShortText) reason: string;
}
