import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { LocalDateScalar, ShortText } from '../../platform/graphql/scalars.ts';
import { ChangeStandingType } from '../proposed-change/proposed-change.type.ts';
import { DecisionTextKind } from './decision-text.enums.ts';
import {
  DecisionTextRefInput,
  ProposeDecisionTextInput,
  WithdrawDecisionTextInput,
} from './decision-text.input.ts';
import type { DecisionTextReadModel } from './decision-text.readmodel.ts';
import type { DecisionTextService } from './decision-text.service.ts';
import { DecisionTextCatalogueType, DecisionTextHistoryType } from './decision-text.type.ts';

@Resolver()
export class DecisionTextResolver {
  constructor(
    private readonly service: DecisionTextService,
    private readonly texts: DecisionTextReadModel,
  ) {}

  @Allow('catalogue', 'read:changes')
  @Query(() => DecisionTextCatalogueType, {
    description: 'Every ground and every rule of law of a day; today when none is named.',
  })
  decisionTextCatalogue(
    @Arg('on', () => LocalDateScalar, { nullable: true }) on: string | null,
    @Ctx() { db }: RequestContext,
  ): Promise<DecisionTextCatalogueType> {
    return this.texts.page(db, on);
  }

  @Allow('catalogue', 'read:changes')
  @Query(() => DecisionTextHistoryType, { description: 'Without a code: changes of all of the kind.' })
  decisionTextHistory(
    @Arg('kind', () => DecisionTextKind) kind: DecisionTextKind,
    @Arg('code', () => ShortText, { nullable: true }) code: string | null,
    @Ctx() { db }: RequestContext,
  ): Promise<DecisionTextHistoryType> {
    return code === null || code === undefined
      ? this.texts.changes(db, kind)
      : this.texts.history(db, kind, code);
  }

  @Allow('catalogue', 'propose')
  @Mutation(() => ChangeStandingType)
  proposeDecisionText(
    @Arg('input', () => ProposeDecisionTextInput) input: ProposeDecisionTextInput,
    @Ctx() { db }: RequestContext,
  ): Promise<ChangeStandingType> {
    return this.service.propose(db, input);
  }

  @Allow('catalogue', 'approve')
  @Mutation(() => ChangeStandingType)
  approveDecisionText(
    @Arg('input', () => DecisionTextRefInput) input: DecisionTextRefInput,
    @Ctx() { db }: RequestContext,
  ): Promise<ChangeStandingType> {
    return this.service.approve(db, input);
  }

  @Allow('catalogue', 'withdraw')
  @Mutation(() => ChangeStandingType)
  withdrawDecisionText(
    @Arg('input', () => WithdrawDecisionTextInput) input: WithdrawDecisionTextInput,
    @Ctx() { db }: RequestContext,
  ): Promise<ChangeStandingType> {
    return this.service.withdraw(db, input);
  }
}
