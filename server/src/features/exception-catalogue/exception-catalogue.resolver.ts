import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { AtMost } from '../../platform/graphql/cost.ts';
import { EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { ExceptionCode } from '../exception/exception.enums.ts';
import { ProposeExceptionRuleInput, WithdrawExceptionRuleInput } from './exception-catalogue.input.ts';
import type { ExceptionCatalogueService } from './exception-catalogue.service.ts';
import { ExceptionCatalogueType, ExceptionRuleChangeType } from './exception-catalogue.type.ts';
import type { ExceptionCataloguePages } from './exception-catalogue-page.readmodel.ts';

@Resolver()
export class ExceptionCatalogueResolver {
  constructor(
    private readonly service: ExceptionCatalogueService,
    private readonly pages: ExceptionCataloguePages,
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
  @AtMost(200)
  @Query(() => [ExceptionRuleChangeType], { description: 'Newest first; the last 200.' })
  exceptionRuleChanges(
    @Arg('code', () => ExceptionCode, { nullable: true }) code: ExceptionCode | null,
    @Ctx() { db }: RequestContext,
  ): Promise<ExceptionRuleChangeType[]> {
    return this.pages.changes(db, code);
  }

  @Allow('catalogue', 'propose')
  @AtMost(200)
  @Mutation(() => [ExceptionRuleChangeType], { description: 'The changes of this exception afterwards.' })
  async proposeExceptionRule(
    @Arg('input', () => ProposeExceptionRuleInput) input: ProposeExceptionRuleInput,
    @Ctx() { db }: RequestContext,
  ): Promise<ExceptionRuleChangeType[]> {
    await this.service.propose(db, input);
    return this.pages.changes(db, input.code);
  }

  @Allow('catalogue', 'approve')
  @AtMost(200)
  @Mutation(() => [ExceptionRuleChangeType], { description: 'All changes afterwards.' })
  async approveExceptionRule(
    @Arg('id', () => EntityId) id: string,
    @Ctx() { db }: RequestContext,
  ): Promise<ExceptionRuleChangeType[]> {
    await this.service.approve(db, id);
    return this.pages.changes(db, null);
  }

  @Allow('catalogue', 'withdraw')
  @AtMost(200)
  @Mutation(() => [ExceptionRuleChangeType], { description: 'All changes afterwards.' })
  async withdrawExceptionRule(
    @Arg('input', () => WithdrawExceptionRuleInput) input: WithdrawExceptionRuleInput,
    @Ctx() { db }: RequestContext,
  ): Promise<ExceptionRuleChangeType[]> {
    await this.service.withdraw(db, input);
    return this.pages.changes(db, null);
  }
}
