import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import { Language } from '../../platform/language.ts';
import type { CaseDetailReadModel } from '../case/case-detail.readmodel.ts';
import { CaseDetailType } from '../case/case-detail.type.ts';
import {
  ApproveDecisionInput,
  DecisionDraftInput,
  ProposalPartInput,
  ProposeDecisionInput,
  ReturnProposalInput,
} from './decision.input.ts';
import { DecisionPreviewType, DecisionProposalType, DecisionStepType } from './decision.type.ts';
import type { ProposalReadModel } from './proposal.readmodel.ts';
import type { ProposeDecisionService } from './propose-decision.service.ts';
import type { SettleProposalService } from './settle-proposal.service.ts';

export interface DecisionResolverParts {
  readonly proposing: ProposeDecisionService;
  readonly settling: SettleProposalService;
  readonly proposals: ProposalReadModel;
  readonly details: Pick<CaseDetailReadModel, 'caseDetail'>;
}

@Resolver()
export class DecisionResolver {
  constructor(private readonly parts: DecisionResolverParts) {}

  @Allow('decision', 'propose')
  @Query(() => DecisionPreviewType, { description: 'The letter as it would read; nothing is saved.' })
  async decisionPreview(
    @Arg('input', () => DecisionDraftInput) input: DecisionDraftInput,
    @Arg('language', () => Language, {
      nullable: true,
      description: "To read it in; what is sent is in the recipient's.",
    })
    language: Language | null,
    @Ctx() { db }: RequestContext,
  ): Promise<DecisionPreviewType> {
    const { faults, ...preview } = await this.parts.proposing.preview(db, input, language ?? null);
    return { ...preview, faults: Object.entries(faults).map(([field, code]) => ({ field, code })) };
  }

  @Allow('decision', 'read')
  @Query(() => DecisionProposalType, { nullable: true })
  decisionProposal(
    @Arg('caseId', () => EntityId) caseId: string,
    @Ctx() { db }: RequestContext,
  ): Promise<DecisionProposalType | null> {
    return this.parts.proposals.proposal(db, caseId);
  }

  @Allow('decision', 'propose')
  @Mutation(() => CaseDetailType, { description: 'Made at once, or sent for a second signature.' })
  async proposeDecision(
    @Arg('input', () => ProposeDecisionInput) input: ProposeDecisionInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.proposing.propose(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }

  @Allow('decision', 'approve')
  @Mutation(() => DecisionStepType)
  approveDecision(
    @Arg('input', () => ApproveDecisionInput) input: ApproveDecisionInput,
    @Ctx() { db }: RequestContext,
  ): Promise<DecisionStepType> {
    return this.parts.settling.approve(db, input);
  }

  @Allow('decision', 'propose')
  @Mutation(() => DecisionStepType, { description: 'Back to its proposer, with a reason.' })
  returnProposal(
    @Arg('input', () => ReturnProposalInput) input: ReturnProposalInput,
    @Ctx() { db }: RequestContext,
  ): Promise<DecisionStepType> {
    return this.parts.settling.sendBack(db, input);
  }

  @Allow('decision', 'propose')
  @Mutation(() => Boolean, { description: 'A tick of four eyes.' })
  async markProposalPartSeen(
    @Arg('input', () => ProposalPartInput) input: ProposalPartInput,
    @Ctx() { db }: RequestContext,
  ): Promise<boolean> {
    await this.parts.settling.markSeen(db, input);
    return true;
  }
}
