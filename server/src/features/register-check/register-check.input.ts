import { Field, InputType, Int } from 'type-graphql';
import { EntityId } from '../../platform/graphql/scalars.ts';
import { Language } from '../../platform/language.ts';

@InputType()
export class CheckAgainInput {
  @Field(() => EntityId) orderItemId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => Language, { description: 'Of the texts in the answer.' }) language: Language;
}
