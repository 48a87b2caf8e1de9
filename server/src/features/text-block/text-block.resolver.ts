import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { ApplicationCode } from '../application/application.enums.ts';
import { DecisionOutcome } from '../exception-catalogue/exception-catalogue.enums.ts';
import { decisionTexts } from './text-block.readmodel.ts';
import { DecisionTextsType } from './text-block.type.ts';

@Resolver()
export class TextBlockResolver {
  constructor(private readonly parts: { readonly clock: Clock }) {}

  @Allow('catalogue', 'read')
  @Query(() => DecisionTextsType, {
    description: 'Grounds and law offered today for an outcome of an exception.',
  })
  decisionTexts(
    @Arg('code', () => ApplicationCode) code: ApplicationCode,
    @Arg('outcome', () => DecisionOutcome) outcome: DecisionOutcome,
    @Ctx() { db }: RequestContext,
  ): Promise<DecisionTextsType> {
    return decisionTexts(db, { code, outcome, day: osloDate(this.parts.clock.now()) });
  }
}
