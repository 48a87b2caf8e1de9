import { Field, InputType } from 'type-graphql';
import { LocalDateScalar } from '../../platform/graphql/scalars.ts';

@InputType()
export class CloseBooksInput {
  @Field(() => LocalDateScalar, { description: 'The last day that is closed; yesterday at the latest.' })
  through: string;
}
