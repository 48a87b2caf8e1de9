import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { ApplicationCode } from '../application/application.enums.ts';
import { DecisionOutcome } from '../exception-catalogue/exception-catalogue.enums.ts';
import { ProposedChangeType } from '../proposed-change/proposed-change.type.ts';
import { DecisionTextKind } from './decision-text.enums.ts';
import { WordingType } from './wording.type.ts';

@ObjectType('DecisionText', {
  simpleResolvers: true,
  description: 'A version of a ground or of a rule of law: what the box says, and what the letter says.',
})
export class DecisionTextType {
  @Field(() => EntityId) id: string;
  @Field(() => DecisionTextKind) kind: DecisionTextKind;
  @Field(() => String) code: string;
  @Field(() => Int, { nullable: true, description: 'Of a ground.' }) version: number | null;
  @Field(() => LocalDateScalar) validFrom: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Of law: the last day it holds.' })
  validTo: string | null;
  @Field(() => [ApplicationCode], { description: 'Exceptions it fits; none: every one.' })
  exceptionCodes: ApplicationCode[];
  @Field(() => [DecisionOutcome], {
    description: 'Outcomes it is offered for; a ground of none is offered no more.',
  })
  outcomes: DecisionOutcome[];
  @Field(() => WordingType, { description: 'As the box says it.' }) label: WordingType;
  @Field(() => WordingType, { description: 'As the letter says it.' }) text: WordingType;
  @Field(() => String, { nullable: true, description: 'Of law: where it stands.' }) source: string | null;
}

@ObjectType('DecisionTextCatalogue', { simpleResolvers: true })
export class DecisionTextCatalogueType {
  @Field(() => LocalDateScalar, { description: 'The day it is shown for.' }) day: string;
  @AtMost(300)
  @Field(() => [DecisionTextType], { description: 'Grounds, then law, each in its place.' })
  texts: DecisionTextType[];
}

@ObjectType('DecisionTextChange', {
  simpleResolvers: true,
  description:
    'A version somebody has proposed from a day on. It is never changed; it is approved, or withdrawn.',
})
export class DecisionTextChangeType extends ProposedChangeType {
  @Field(() => DecisionTextType) text: DecisionTextType;
  @Field(() => DecisionTextType, {
    nullable: true,
    description: 'What holds until its day; null: there was none.',
  })
  before: DecisionTextType | null;
}

@ObjectType('DecisionTextHistory', { simpleResolvers: true })
export class DecisionTextHistoryType {
  @AtMost(20)
  @Field(() => [DecisionTextType], { description: 'What the desk was born with, newest first.' })
  born: DecisionTextType[];
  @AtMost(30)
  @Field(() => [DecisionTextChangeType], { description: 'Newest first; the last 30.' })
  changes: DecisionTextChangeType[];
}
