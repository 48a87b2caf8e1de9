import { Field, InputType, Int } from 'type-graphql';
import { EntityId, LocalDateScalar, LongText, ShortText } from '../../platform/graphql/scalars.ts';
import { DecisionOutcome } from '../exception-catalogue/exception-catalogue.enums.ts';
import { DecisionKind, ProposalPart } from './decision.enums.ts';

@InputType({ description: 'A decision before anybody has signed it.' })
export class DecisionDraftInput {
  @Field(() => EntityId) caseId: string;
  @Field(() => DecisionKind) kind: DecisionKind;
  @Field(() => DecisionOutcome) outcome: DecisionOutcome;
  @Field(() => [EntityId], { description: 'Text blocks, in the order of the letter.' }) groundIds: string[];
  @Field(() => [EntityId], { description: 'Rules of law.' }) statuteIds: string[];
  @Field(() => [ShortText], { description: 'Facts relied on, one sentence each.' }) facts: string[];
  @Field(() => LongText) freeText: string;
  @Field(() => LocalDateScalar, { nullable: true }) validFrom?: string | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day with it; of a withdrawal the last day of the entry.',
  })
  validTo?: string | null;
  @Field(() => Boolean, { description: 'As long as the role lasts.' }) whileRole: boolean;
}

@InputType()
export class ProposeDecisionInput extends DecisionDraftInput {
  @Field(() => Int, { description: 'Of the case.' }) expectedVersion: number;
  @Field(() => Int, { description: 'Of the application: its papers and facts as they were seen.' })
  applicationVersion: number;
}

@InputType()
export class ApproveDecisionInput {
  @Field(() => EntityId) proposalId: string;
  @Field(() => ShortText, { description: 'Of what was shown: the approval is bound to it.' }) digest: string;
}

@InputType()
export class ReturnProposalInput {
  @Field(() => EntityId) proposalId: string;
  @Field(() => LongText) reason: string;
}

@InputType()
export class ProposalPartInput {
  @Field(() => EntityId) proposalId: string;
  @Field(() => ProposalPart) part: ProposalPart;
}
