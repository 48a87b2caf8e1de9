import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import { CaseVersionInput } from '../case/case.input.ts';
import type { CaseDetailReadModel } from '../case/case-detail.readmodel.ts';
import { CaseDetailType } from '../case/case-detail.type.ts';
import type { CardTipReadModel } from './card-tip.readmodel.ts';
import { TipCardType } from './card-tip.type.ts';
import type { TipCaseService } from './tip-case.service.ts';

export interface CardTipResolverParts {
  readonly cards: CardTipReadModel;
  readonly details: Pick<CaseDetailReadModel, 'caseDetail'>;
  readonly tips: TipCaseService;
}

@Resolver()
export class CardTipResolver {
  constructor(private readonly parts: CardTipResolverParts) {}

  @Allow('case', 'read')
  @Query(() => TipCardType)
  tipCard(
    @Arg('caseId', () => EntityId) caseId: string,
    @Ctx() { db }: RequestContext,
  ): Promise<TipCardType> {
    return this.parts.cards.card(db, caseId);
  }

  @Allow('case', 'work')
  @Mutation(() => CaseDetailType)
  async tellEmployerOfTip(
    @Arg('input', () => CaseVersionInput) input: CaseVersionInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.tips.tellEmployer(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }

  @Allow('case', 'work')
  @Mutation(() => CaseDetailType)
  async askIssuerToBlock(
    @Arg('input', () => CaseVersionInput) input: CaseVersionInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.tips.askForBlock(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }
}
