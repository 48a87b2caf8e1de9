import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { CappedCountType, PageInfoType } from '../../platform/graphql/page.type.ts';
import { DateTime, EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { ApplicationChannel } from '../application/application.enums.ts';
import { ApprovalRegister } from '../firm-approval/firm-approval.enums.ts';
import { OrganisationType } from '../organisation/organisation.type.ts';
import { ConfirmationRefusal, ConfirmationState, ConfirmationStatement } from './confirmation.enums.ts';

@ObjectType('ConfirmationProgress', { simpleResolvers: true })
export class ConfirmationProgressType {
  @Field(() => ConfirmationState) state: ConfirmationState;
  @Field(() => Int) firms: number;
}

@ObjectType('ConfirmationCampaign', {
  simpleResolvers: true,
  description: 'The yearly confirmation of a register of approved firms.',
})
export class ConfirmationCampaignType {
  @Field(() => EntityId) id: string;
  @Field(() => ApprovalRegister) register: ApprovalRegister;
  @Field(() => Int) year: number;
  @Field(() => LocalDateScalar) dueOn: string;
  @Field(() => DateTime) openedAt: Date;
  @Field(() => Int, { description: 'Firms that were approved when it opened.' }) firms: number;
  @AtMost(6)
  @Field(() => [ConfirmationProgressType])
  progress: ConfirmationProgressType[];
}

@ObjectType('AnnualConfirmation', { simpleResolvers: true })
export class AnnualConfirmationType {
  @Field(() => EntityId) id: string;
  @Field(() => OrganisationType) firm: OrganisationType;
  @Field(() => ConfirmationState) state: ConfirmationState;
  @Field(() => EntityId, {
    nullable: true,
    description: 'Of its approval; null: taken over, and nothing done yet.',
  })
  caseId: string | null;
  @Field(() => String, { nullable: true }) caseNumber: string | null;
  @Field(() => DateTime, { nullable: true }) remindedAt: Date | null;
  @Field(() => DateTime, { nullable: true }) noticedAt: Date | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day to comment on the notice.' })
  commentBy: string | null;
  @Field(() => DateTime, { nullable: true }) confirmedAt: Date | null;
  @Field(() => LocalDateScalar, { nullable: true }) receivedOn: string | null;
  @Field(() => ApplicationChannel, { nullable: true }) channel: ApplicationChannel | null;
  @Field(() => Int, { nullable: true }) employees: number | null;
  @AtMost(4)
  @Field(() => [ConfirmationStatement], { nullable: true })
  statements: ConfirmationStatement[] | null;
  @Field(() => String, { nullable: true, description: 'What the firm can refer to.' }) receipt: string | null;
  @Field(() => Int) version: number;
}

@ObjectType('ConfirmationCampaignPage', { simpleResolvers: true })
export class ConfirmationCampaignPageType {
  @Field(() => ConfirmationCampaignType) campaign: ConfirmationCampaignType;
  @Field(() => [AnnualConfirmationType]) rows: AnnualConfirmationType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
  @Field(() => CappedCountType) count: CappedCountType;
}

@ObjectType('ConfirmationResult', { simpleResolvers: true, description: 'What came of one firm of a batch.' })
export class ConfirmationResultType {
  @Field(() => EntityId) confirmationId: string;
  @Field(() => Boolean) done: boolean;
  @Field(() => ConfirmationRefusal, { nullable: true }) refusal: ConfirmationRefusal | null;
  @Field(() => String, { nullable: true, description: 'Code of another refusal.' }) code: string | null;
}

@ObjectType('ConfirmationPreviewRow', { simpleResolvers: true })
export class ConfirmationPreviewRowType {
  @Field(() => AnnualConfirmationType) row: AnnualConfirmationType;
  @Field(() => ConfirmationRefusal, { nullable: true, description: 'Null: it would be proposed.' })
  refusal: ConfirmationRefusal | null;
}

@ObjectType('FirmConsequences', {
  simpleResolvers: true,
  description: 'What the firm would lose.',
})
export class FirmConsequencesType {
  @Field(() => OrganisationType) firm: OrganisationType;
  @Field(() => Int, { description: 'Orders that would stop.' }) orders: number;
  @Field(() => Int, { description: 'Cards that would become invalid.' }) cards: number;
}

@ObjectType('AffectedOrder', { simpleResolvers: true, description: 'An order that would stop.' })
export class AffectedOrderType {
  @Field(() => String) orderNumber: string;
  @Field(() => String) firmName: string;
  @Field(() => String) unitName: string;
  @Field(() => Int, { description: 'Of the order, that would be rejected.' }) lines: number;
}

@ObjectType('AffectedCardholder', {
  simpleResolvers: true,
  description: 'Whose card would become invalid.',
})
export class AffectedCardholderType {
  @Field(() => String) personName: string;
  @Field(() => String) firmName: string;
}

@ObjectType('WithdrawalConsequences', {
  simpleResolvers: true,
  description:
    'Numbers of all; names of those whose withdrawal is being prepared, and each of them is logged.',
})
export class WithdrawalConsequencesType {
  @Field(() => Int) orders: number;
  @Field(() => Int) cards: number;
  @AtMost(200)
  @Field(() => [FirmConsequencesType])
  firms: FirmConsequencesType[];
  @AtMost(50)
  @Field(() => [AffectedOrderType])
  affectedOrders: AffectedOrderType[];
  @AtMost(50)
  @Field(() => [AffectedCardholderType], {
    description: 'By name; persons with address protection are in the numbers only.',
  })
  cardholders: AffectedCardholderType[];
}

@ObjectType('ConfirmationWithdrawalPreview', { simpleResolvers: true })
export class ConfirmationWithdrawalPreviewType {
  @Field(() => Int) ready: number;
  @Field(() => Int) refused: number;
  @AtMost(200)
  @Field(() => [ConfirmationPreviewRowType])
  rows: ConfirmationPreviewRowType[];
  @Field(() => WithdrawalConsequencesType, { description: 'Of those that would be proposed.' })
  consequences: WithdrawalConsequencesType;
}
