import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { DecisionOutcome } from '../exception-catalogue/exception-catalogue.enums.ts';
import { WordingType } from '../text-block/wording.type.ts';
import { ApplicationCode } from './application.enums.ts';
import { Likeness } from './precedent.rules.ts';

@ObjectType('PrecedentGround', { simpleResolvers: true })
export class PrecedentGroundType {
  @Field(() => String) code: string;
  @Field(() => Int) version: number;
  @Field(() => WordingType) label: WordingType;
}

@ObjectType('Precedent', {
  simpleResolvers: true,
  description: 'How an application much like this one was decided; nobody is named.',
})
export class PrecedentType {
  @Field(() => EntityId) id: string;
  @Field(() => EntityId) caseId: string;
  @Field(() => String) number: string;
  @Field(() => ApplicationCode) code: ApplicationCode;
  @Field(() => String, { description: 'Form of the firm.' }) form: string;
  @Field(() => DecisionOutcome) outcome: DecisionOutcome;
  @Field(() => LocalDateScalar) decidedOn: string;
  @Field(() => LocalDateScalar, { nullable: true }) validFrom: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) validTo: string | null;
  @Field(() => Boolean) whileRole: boolean;
  @AtMost(10)
  @Field(() => [PrecedentGroundType])
  grounds: PrecedentGroundType[];
  @Field(() => [Likeness], { description: 'In what it is alike, what counts most first.' })
  alike: Likeness[];
}
