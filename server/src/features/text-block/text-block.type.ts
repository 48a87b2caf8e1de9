import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { WordingType } from './wording.type.ts';

@ObjectType('DecisionGround', {
  simpleResolvers: true,
  description: 'A ground a caseworker can tick; what the box says, and what the letter says.',
})
export class DecisionGroundType {
  @Field(() => EntityId) id: string;
  @Field(() => String) code: string;
  @Field(() => Int) version: number;
  @Field(() => LocalDateScalar) validFrom: string;
  @Field(() => WordingType) label: WordingType;
  @Field(() => WordingType) text: WordingType;
}

@ObjectType('Statute', { simpleResolvers: true, description: 'A rule of law as it stands on a day.' })
export class StatuteType {
  @Field(() => EntityId) id: string;
  @Field(() => String) code: string;
  @Field(() => WordingType, { description: 'Short, as in a box: fvl. §§ 23–25.' }) citation: WordingType;
  @Field(() => WordingType, { description: 'As the letter names it.' }) title: WordingType;
  @Field(() => String) source: string;
  @Field(() => LocalDateScalar) validFrom: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day it holds.' })
  validTo: string | null;
  @Field(() => Boolean, { description: 'Fits this exception and outcome; the others can be added.' })
  suggested: boolean;
}

@ObjectType('DecisionTexts', { simpleResolvers: true })
export class DecisionTextsType {
  @Field(() => LocalDateScalar, { description: 'The day they hold.' }) day: string;
  @AtMost(40)
  @Field(() => [DecisionGroundType])
  grounds: DecisionGroundType[];
  @AtMost(100)
  @Field(() => [StatuteType])
  statutes: StatuteType[];
}
