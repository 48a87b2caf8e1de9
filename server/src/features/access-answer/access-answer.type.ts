import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { DateTime, EntityId } from '../../platform/graphql/scalars.ts';
import { Language } from '../../platform/language.ts';

@ObjectType('AccessAnswerLine', { simpleResolvers: true })
export class AccessAnswerLineType {
  @Field(() => DateTime, { description: 'The first of them.' }) at: Date;
  @Field(() => String) who: string;
  @Field(() => String) what: string;
  @Field(() => String) why: string;
  @Field(() => String, { nullable: true }) caseNumber: string | null;
  @Field(() => Int) times: number;
}

@ObjectType('AccessAnswerPart', { simpleResolvers: true })
export class AccessAnswerPartType {
  @Field(() => String, { description: 'Orders, cards, checks …' }) title: string;
  @Field(() => [String]) lines: readonly string[];
}

@ObjectType('AccessAnswer', {
  simpleResolvers: true,
  description: 'In the language of the person it is for.',
})
export class AccessAnswerType {
  @Field(() => EntityId) personId: string;
  @Field(() => String) personName: string;
  @Field(() => Language) language: Language;
  @Field(() => String) title: string;
  @Field(() => String) summary: string;
  @Field(() => String) heldTitle: string;
  @AtMost(9)
  @Field(() => [AccessAnswerPartType], { description: 'What the desk has about her beside her cases.' })
  held: AccessAnswerPartType[];
  @Field(() => String) scope: string;
  @Field(() => String) complaint: string;
  @Field(() => [AccessAnswerLineType]) lines: AccessAnswerLineType[];
  @Field(() => Boolean, { description: 'There were more lookups than one answer holds.' }) cut: boolean;
  @Field(() => String) fileName: string;
  @Field(() => String, { description: 'The same lines for a spreadsheet.' }) csv: string;
}
