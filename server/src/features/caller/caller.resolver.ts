import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { AtMost, Weight } from '../../platform/graphql/cost.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import { RegisterPowerInput, VerifyCallerInput, WithdrawPowerInput } from './caller.input.ts';
import type { CallerReadModel } from './caller.readmodel.ts';
import type { CallerService } from './caller.service.ts';
import { CallType, PowerOfAttorneyType } from './caller.type.ts';
import type { PowerOfAttorneyService } from './power-of-attorney.service.ts';

export interface CallerResolverParts {
  readonly calls: CallerReadModel;
  readonly service: CallerService;
  readonly powers: PowerOfAttorneyService;
}

@Resolver()
export class CallerResolver {
  constructor(private readonly parts: CallerResolverParts) {}

  @Allow('caller', 'verify')
  @Weight(200)
  @Mutation(() => CallType)
  async verifyCaller(
    @Arg('input', () => VerifyCallerInput) input: VerifyCallerInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CallType> {
    return this.parts.calls.call(db, await this.parts.service.verifyCaller(db, input));
  }

  @Allow('caller', 'verify')
  @AtMost(10)
  @Query(() => [CallType], { description: 'My verified calls that still stand.' })
  myCalls(@Ctx() { db }: RequestContext): Promise<CallType[]> {
    return this.parts.calls.standing(db);
  }

  @Allow('caller', 'verify')
  @AtMost(20)
  @Query(() => [PowerOfAttorneyType])
  powersOfAttorney(
    @Arg('personId', () => EntityId) personId: string,
    @Ctx() { db }: RequestContext,
  ): Promise<PowerOfAttorneyType[]> {
    return this.parts.calls.powers(db, personId);
  }

  @Allow('caller', 'verify')
  @AtMost(20)
  @Mutation(() => [PowerOfAttorneyType])
  async registerPowerOfAttorney(
    @Arg('input', () => RegisterPowerInput) input: RegisterPowerInput,
    @Ctx() { db }: RequestContext,
  ): Promise<PowerOfAttorneyType[]> {
    return this.parts.calls.powers(db, await this.parts.powers.register(db, input));
  }

  @Allow('caller', 'verify')
  @AtMost(20)
  @Mutation(() => [PowerOfAttorneyType])
  async withdrawPowerOfAttorney(
    @Arg('input', () => WithdrawPowerInput) input: WithdrawPowerInput,
    @Ctx() { db }: RequestContext,
  ): Promise<PowerOfAttorneyType[]> {
    return this.parts.calls.powers(db, await this.parts.powers.withdraw(db, input));
  }
}
