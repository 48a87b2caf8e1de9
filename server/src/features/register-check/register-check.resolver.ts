import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import { Language } from '../../platform/language.ts';
import type { CheckAgainService } from './check-again.service.ts';
import { CheckAgainInput } from './register-check.input.ts';
import type { RegisterCheckReadModel } from './register-check.readmodel.ts';
import { CheckedItemType, RegisterAnswerType } from './register-check.type.ts';

export interface RegisterCheckResolverParts {
  readonly checks: RegisterCheckReadModel;
  readonly again: CheckAgainService;
}

@Resolver()
export class RegisterCheckResolver {
  constructor(private readonly parts: RegisterCheckResolverParts) {}

  @Allow('order', 'read:answer')
  @Query(() => CheckedItemType)
  registerChecks(
    @Arg('orderItemId', () => EntityId) orderItemId: string,
    @Arg('language', () => Language) language: Language,
    @Ctx() { db }: RequestContext,
  ): Promise<CheckedItemType> {
    return this.parts.checks.checks(db, orderItemId, language);
  }

  @Allow('order', 'read:answer')
  @Query(() => RegisterAnswerType)
  registerAnswer(
    @Arg('checkId', () => EntityId) checkId: string,
    @Arg('language', () => Language) language: Language,
    @Ctx() { db }: RequestContext,
  ): Promise<RegisterAnswerType> {
    return this.parts.checks.answer(db, checkId, language);
  }

  @Allow('order', 'check')
  @Mutation(() => CheckedItemType, {
    description:
      'Asks every register about the line, or about the card that came of it, and answers within seconds.',
  })
  async checkAgain(
    @Arg('input', () => CheckAgainInput) input: CheckAgainInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CheckedItemType> {
    await this.parts.again.checkAgain(db, input);
    return this.parts.checks.checks(db, input.orderItemId, input.language);
  }
}
