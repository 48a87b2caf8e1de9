import { Field, InputType } from 'type-graphql';
import { ShortText } from '../../platform/graphql/scalars.ts';

@InputType()
export class RunJobInput {
  @Field(() => ShortText) job: string;
  @Field(() => ShortText) reason: string;
}
