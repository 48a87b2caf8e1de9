import { Field, InputType } from 'type-graphql';
import { EntityId, LocalDateScalar, ShortText } from '../../platform/graphql/scalars.ts';
import { Language } from '../../platform/language.ts';

@InputType()
export class MakeAccessAnswerInput {
  @Field(() => EntityId, { nullable: true, description: 'A case of the person; or its number, or herself.' })
  caseId?: string | null;
  @Field(() => EntityId, { nullable: true, description: 'The person, or a case of hers.' }) personId?:
    | string
    | null;
  @Field(() => ShortText, { nullable: true }) caseNumber?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day; default is everything.' })
  from?: string | null;
  @Field(() => ShortText, { description: 'Where the request is filed, at least 3 characters.' })
  reference: string;
  @Field(() => Language, { nullable: true, description: 'Default is the language of her newest case.' })
  language?: Language | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Names of staff, not only role and organisation.',
  })
  withNames?: boolean | null;
}
