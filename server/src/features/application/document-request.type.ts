import { Field, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { LetterPointCheckType, LetterTextType } from '../decision/decision.type.ts';

@ObjectType('DocumentRequest', {
  simpleResolvers: true,
  description: 'The letter that asks for what is missing, before it is sent.',
})
export class DocumentRequestType {
  @Field(() => LetterTextType) letter: LetterTextType;
  @AtMost(14)
  @Field(() => [LetterPointCheckType])
  points: readonly LetterPointCheckType[];
  @Field(() => LocalDateScalar, { description: 'The answer is due; the case is on hold until then.' })
  until: string;
  @AtMost(16)
  @Field(() => [String], { description: 'Empty when nothing is missing.' })
  missing: readonly string[];
}
