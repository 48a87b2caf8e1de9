import { Field, InputType } from 'type-graphql';
import { PageSize, ShortText } from './scalars.ts';

@InputType()
export class PageInput {
  @Field(() => PageSize, { defaultValue: 25 }) first: number;
  @Field(() => ShortText, { nullable: true }) after?: string | null;
  @Field(() => ShortText, { nullable: true }) before?: string | null;
}
