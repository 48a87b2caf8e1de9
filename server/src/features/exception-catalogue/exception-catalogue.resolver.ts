import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { AtMost } from '../../platform/graphql/cost.ts';
import { EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { ApprovalCode } from '../application/application.enums.ts';
import { ExceptionCode } from '../exception/exception.enums.ts';
import { ChangeStandingType } from '../proposed-change/proposed-change.type.ts';
import {
  ProposeApprovalRuleInput,
  ProposeExceptionRuleInput,
  ProposeUsualRuleInput,
  WithdrawExceptionRuleInput,
} from './exception-catalogue.input.ts';
import type { ExceptionCatalogueService } from './exception-catalogue.service.ts';
import {
  ApprovalRuleChangeType,
  ExceptionCatalogueType,
  ExceptionRuleChangeType,
  UsualRuleChangeType,
} from './exception-catalogue.type.ts';
import type { ExceptionCataloguePages } from './exception-catalogue-page.readmodel.ts';
import type { RehearsalReadModel } from './rehearsal.readmodel.ts';
import { RuleRehearsalType, UsualRehearsalType } from './rehearsal.type.ts';

@Resolver()
export class ExceptionCatalogueResolver {
  constructor(
    private readonly service: ExceptionCatalogueService,
    private readonly pages: ExceptionCataloguePages,
    private readonly rehearsals: RehearsalReadModel,
  ) {}

  @Allow('catalogue', 'read')
  @Query(() => ExceptionCatalogueType, {
    description: 'What each exception asks for on a day; today when none is named.',
  })
  exceptionCatalogue(
    @Arg('on', () => LocalDateScalar, { nullable: true }) on: string | null,
    @Ctx() { db }: RequestContext,
  ): Promise<ExceptionCatalogueType> {
    return this.pages.page(db, on);
  }

  @Allow('catalogue', 'read:changes')
  @AtMost(30)
  @Query(() => [ExceptionRuleChangeType], { description: 'Newest first; the last 30.' })
  exceptionRuleChanges(
    @Arg('code', () => ExceptionCode, { nullable: true }) code: ExceptionCode | null,
    @Ctx() { db }: RequestContext,
  ): Promise<ExceptionRuleChangeType[]> {
    return this.pages.changes(db, code);
  }

  @Allow('catalogue', 'read:changes')
  @AtMost(30)
  @Query(() => [UsualRuleChangeType], { description: 'Newest first; the last 30.' })
  usualRuleChanges(@Ctx() { db }: RequestContext): Promise<UsualRuleChangeType[]> {
    return this.pages.usualChanges(db);
  }

  @Allow('catalogue', 'read:changes')
  @AtMost(6)
  @Query(() => [ApprovalRuleChangeType], { description: 'Newest first; the last six.' })
  approvalRuleChanges(
    @Arg('code', () => ApprovalCode, { nullable: true }) code: ApprovalCode | null,
    @Ctx() { db }: RequestContext,
  ): Promise<ApprovalRuleChangeType[]> {
    return this.pages.approvalChanges(db, code);
  }

  @Allow('catalogue', 'rehearse')
  @Query(() => RuleRehearsalType, { description: 'Writes nothing.' })
  rehearseExceptionRule(
    @Arg('id', () => EntityId) id: string,
    @Ctx() { db }: RequestContext,
  ): Promise<RuleRehearsalType> {
    return this.rehearsals.rehearse(db, id);
  }

  @Allow('catalogue', 'rehearse')
  @Query(() => UsualRehearsalType, { description: 'Writes nothing.' })
  rehearseUsualRule(
    @Arg('id', () => EntityId) id: string,
    @Ctx() { db }: RequestContext,
  ): Promise<UsualRehearsalType> {
    return this.rehearsals.rehearseUsual(db, id);
  }

  @Allow('catalogue', 'propose')
  @Mutation(() => ChangeStandingType)
  proposeUsualRule(
    @Arg('input', () => ProposeUsualRuleInput) input: ProposeUsualRuleInput,
    @Ctx() { db }: RequestContext,
  ): Promise<ChangeStandingType> {
    return this.service.proposeUsual(db, input);
  }

  @Allow('catalogue', 'propose')
  @Mutation(() => ChangeStandingType)
  proposeExceptionRule(
    @Arg('input', () => ProposeExceptionRuleInput) input: ProposeExceptionRuleInput,
    @Ctx() { db }: RequestContext,
  ): Promise<ChangeStandingType> {
    return this.service.propose(db, input);
  }

  @Allow('catalogue', 'propose')
  @Mutation(() => ChangeStandingType, {
    description: 'Approved and withdrawn as the rule of an exception is.',
  })
  proposeApprovalRule(
    @Arg('input', () => ProposeApprovalRuleInput) input: ProposeApprovalRuleInput,
    @Ctx() { db }: RequestContext,
  ): Promise<ChangeStandingType> {
    return this.service.proposeApproval(db, input);
  }

  @Allow('catalogue', 'approve')
  @Mutation(() => ChangeStandingType)
  approveExceptionRule(
    @Arg('id', () => EntityId) id: string,
    @Ctx() { db }: RequestContext,
  ): Promise<ChangeStandingType> {
    return this.service.approve(db, id);
  }

  @Allow('catalogue', 'withdraw')
  @Mutation(() => ChangeStandingType)
  withdrawExceptionRule(
    @Arg('input', () => WithdrawExceptionRuleInput) input: WithdrawExceptionRuleInput,
    @Ctx() { db }: RequestContext,
  ): Promise<ChangeStandingType> {
    return this.service.withdraw(db, input);
  }
}
