import { Arg, Args, ArgsType, Ctx, Field, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { AtMost } from '../../platform/graphql/cost.ts';
import { PageInput } from '../../platform/graphql/page.input.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import { ApprovalRegister } from '../firm-approval/firm-approval.enums.ts';
import type { CampaignReadModel } from './campaign.readmodel.ts';
import {
  ConfirmationFilter,
  ProposeConfirmationWithdrawalsInput,
  RecordConfirmationInput,
  SendAdvanceNoticesInput,
  SendConfirmationRemindersInput,
} from './confirmation.input.ts';
import {
  ConfirmationCampaignPageType,
  ConfirmationCampaignType,
  ConfirmationResultType,
  ConfirmationWithdrawalPreviewType,
  WithdrawalConsequencesType,
} from './confirmation.type.ts';
import type { ConfirmationLettersService } from './confirmation-letters.service.ts';
import type { ConfirmationWithdrawalService } from './confirmation-withdrawal.service.ts';

@ArgsType()
class CampaignArgs {
  @Field(() => EntityId) id: string;
  @Field(() => ConfirmationFilter, { nullable: true }) filter?: ConfirmationFilter | null;
  @Field(() => PageInput, { nullable: true }) page?: PageInput | null;
}

export interface ConfirmationResolverParts {
  readonly campaigns: CampaignReadModel;
  readonly letters: ConfirmationLettersService;
  readonly withdrawing: ConfirmationWithdrawalService;
}

@Resolver()
export class ConfirmationResolver {
  constructor(private readonly parts: ConfirmationResolverParts) {}

  @Allow('decision', 'read')
  @AtMost(12)
  @Query(() => [ConfirmationCampaignType], { description: 'Newest first.' })
  confirmationCampaigns(@Ctx() { db }: RequestContext): Promise<ConfirmationCampaignType[]> {
    return this.parts.campaigns.campaigns(db);
  }

  @Allow('decision', 'read')
  @Query(() => ConfirmationCampaignPageType)
  confirmationCampaign(
    @Args(() => CampaignArgs) args: CampaignArgs,
    @Ctx() { db }: RequestContext,
  ): Promise<ConfirmationCampaignPageType> {
    return this.parts.campaigns.campaign(db, args);
  }

  @Allow('application', 'work')
  @Mutation(() => Boolean, { description: 'The firm gets a receipt.' })
  async recordConfirmation(
    @Arg('input', () => RecordConfirmationInput) input: RecordConfirmationInput,
    @Ctx() { db }: RequestContext,
  ): Promise<boolean> {
    await this.parts.letters.record(db, input);
    return true;
  }

  @Allow('letter', 'send')
  @AtMost(200)
  @Mutation(() => [ConfirmationResultType])
  sendConfirmationReminders(
    @Arg('input', () => SendConfirmationRemindersInput) input: SendConfirmationRemindersInput,
    @Ctx() { db }: RequestContext,
  ): Promise<ConfirmationResultType[]> {
    return this.parts.letters.remind(db, input.confirmationIds);
  }

  @Allow('letter', 'send')
  @AtMost(200)
  @Mutation(() => [ConfirmationResultType], { description: 'fvl. § 16.' })
  sendAdvanceNotices(
    @Arg('input', () => SendAdvanceNoticesInput) input: SendAdvanceNoticesInput,
    @Ctx() { db }: RequestContext,
  ): Promise<ConfirmationResultType[]> {
    return this.parts.letters.notice(db, input);
  }

  @Allow('decision', 'propose')
  @Query(() => ConfirmationWithdrawalPreviewType)
  previewConfirmationWithdrawals(
    @Arg('confirmationIds', () => [EntityId], { description: 'At most 200.' }) confirmationIds: string[],
    @Ctx() { db }: RequestContext,
  ): Promise<ConfirmationWithdrawalPreviewType> {
    return this.parts.withdrawing.preview(db, confirmationIds);
  }

  @Allow('decision', 'propose')
  @Query(() => WithdrawalConsequencesType, { description: 'A rehearsal: nothing is changed.' })
  withdrawalConsequences(
    @Arg('firmIds', () => [EntityId], { description: 'Main units, at most 200.' }) firmIds: string[],
    @Arg('register', () => ApprovalRegister) register: ApprovalRegister,
    @Ctx() { db }: RequestContext,
  ): Promise<WithdrawalConsequencesType> {
    return this.parts.withdrawing.consequences(db, firmIds, register);
  }

  @Allow('decision', 'propose')
  @AtMost(200)
  @Mutation(() => [ConfirmationResultType], {
    description: 'A proposal per firm; each needs its own second signature.',
  })
  proposeConfirmationWithdrawals(
    @Arg('input', () => ProposeConfirmationWithdrawalsInput) input: ProposeConfirmationWithdrawalsInput,
    @Ctx() { db }: RequestContext,
  ): Promise<ConfirmationResultType[]> {
    return this.parts.withdrawing.propose(db, input);
  }
}
