import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Language } from '../../platform/language.ts';
import { TransportDutyInput } from './transport-duty.input.ts';
import type { TransportDutyReadModel } from './transport-duty.readmodel.ts';
import { TransportDutyType } from './transport-duty.type.ts';

@Resolver()
export class TransportDutyResolver {
  constructor(private readonly duties: TransportDutyReadModel) {}

  @Allow('transport-duty', 'ask')
  @Query(() => TransportDutyType, {
    description: 'Does this worker need a card? Names nobody, keeps nothing.',
  })
  transportDuty(
    @Arg('input', () => TransportDutyInput) input: TransportDutyInput,
    @Arg('language', () => Language) language: Language,
    @Ctx() { db }: RequestContext,
  ): Promise<TransportDutyType> {
    return this.duties.ask(db, input, language);
  }
}
