import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageInput } from '../../platform/graphql/page.input.ts';
import { FIRST_PAGE } from '../../platform/graphql/page.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import type { ProposeReissueService } from './propose-reissue.service.ts';
import { ReissueState } from './reissue.enums.ts';
import {
  ApproveReissueInput,
  PreviewReissueInput,
  ProposeReissueInput,
  RejectReissueInput,
  SettleReissueInput,
} from './reissue.input.ts';
import type { ReissueReadModel } from './reissue.readmodel.ts';
import { ReissuePreviewType, ReissueProposalDetailType, ReissueProposalPageType } from './reissue.type.ts';
import type { SettleReissueService } from './settle-reissue.service.ts';

export interface ReissueResolverParts {
  readonly pages: ReissueReadModel;
  readonly proposing: ProposeReissueService;
  readonly settling: SettleReissueService;
}

@Resolver()
export class ReissueResolver {
  constructor(private readonly parts: ReissueResolverParts) {}

  @Allow('reissue', 'propose')
  @Query(() => ReissuePreviewType, {
    description: 'What issuing invoices anew would do; nothing is changed.',
  })
  previewReissue(
    @Arg('input', () => PreviewReissueInput) input: PreviewReissueInput,
    @Ctx() { db }: RequestContext,
  ): Promise<ReissuePreviewType> {
    return this.parts.proposing.preview(db, input);
  }

  @Allow('reissue', 'read')
  @Query(() => ReissueProposalPageType, {
    description: 'Who has waited longest for a check first; what is settled newest first.',
  })
  reissueProposals(
    @Arg('state', () => ReissueState, { nullable: true, description: 'Default: PROPOSED.' })
    state: ReissueState | null,
    @Arg('page', () => PageInput, { nullable: true }) page: PageInput | null,
    @Ctx() { db }: RequestContext,
  ): Promise<ReissueProposalPageType> {
    return this.parts.pages.list(db, state ?? ReissueState.PROPOSED, page ?? FIRST_PAGE);
  }

  @Allow('reissue', 'read')
  @Query(() => ReissueProposalDetailType)
  reissueProposal(
    @Arg('id', () => EntityId) id: string,
    @Ctx() { db }: RequestContext,
  ): Promise<ReissueProposalDetailType> {
    return this.parts.pages.one(db, id);
  }

  @Allow('reissue', 'propose')
  @Mutation(() => ReissueProposalDetailType, { description: 'For a colleague to check.' })
  async proposeReissue(
    @Arg('input', () => ProposeReissueInput) input: ProposeReissueInput,
    @Ctx() { db }: RequestContext,
  ): Promise<ReissueProposalDetailType> {
    return this.parts.pages.one(db, await this.parts.proposing.propose(db, input));
  }

  @Allow('invoice', 'reissue')
  @Mutation(() => ReissueProposalDetailType, {
    description:
      'Credit note, new invoice, payment moved, EHF and mail: all of it or nothing, invoice by invoice.',
  })
  async approveReissue(
    @Arg('input', () => ApproveReissueInput) input: ApproveReissueInput,
    @Ctx() { db }: RequestContext,
  ): Promise<ReissueProposalDetailType> {
    await this.parts.settling.approve(db, input);
    return this.parts.pages.one(db, input.id);
  }

  @Allow('reissue', 'reject')
  @Mutation(() => ReissueProposalDetailType)
  async rejectReissue(
    @Arg('input', () => RejectReissueInput) input: RejectReissueInput,
    @Ctx() { db }: RequestContext,
  ): Promise<ReissueProposalDetailType> {
    await this.parts.settling.reject(db, input);
    return this.parts.pages.one(db, input.id);
  }

  @Allow('reissue', 'withdraw')
  @Mutation(() => ReissueProposalDetailType, { description: 'By who proposed it.' })
  async withdrawReissue(
    @Arg('input', () => SettleReissueInput) input: SettleReissueInput,
    @Ctx() { db }: RequestContext,
  ): Promise<ReissueProposalDetailType> {
    await this.parts.settling.withdraw(db, input);
    return this.parts.pages.one(db, input.id);
  }
}
