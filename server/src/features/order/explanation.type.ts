import { Field, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { Language } from '../../platform/language.ts';

@ObjectType('ExplanationPreview', {
  simpleResolvers: true,
  description: 'The letter as the orderer will read it, around what is still to be written.',
})
export class ExplanationPreviewType {
  @Field(() => String) recipient: string;
  @Field(() => String) ordererName: string;
  @Field(() => Language) language: Language;
  @Field(() => String) subject: string;
  @AtMost(5)
  @Field(() => [String], { description: 'Locked, before the free text.' })
  opening: string[];
  @AtMost(5)
  @Field(() => [String], { description: 'Locked, after it.' })
  closing: string[];
  @AtMost(3)
  @Field(() => [String], {
    description: 'What would help, one text for each remedy, in the language of the orderer.',
  })
  suggestions: readonly string[];
}
