import { Field, ObjectType } from 'type-graphql';

@ObjectType('Wording', { simpleResolvers: true, description: 'The same words in three languages.' })
export class WordingType {
  @Field(() => String) nb: string;
  @Field(() => String) nn: string;
  @Field(() => String) en: string;
}
