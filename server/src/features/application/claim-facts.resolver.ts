import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import type { AskFactsService } from './ask-facts.service.ts';
import type { ClaimFactsReadModel } from './claim-facts.readmodel.ts';
import { ApplicationFactsType } from './claim-facts.type.ts';

@Resolver()
export class ClaimFactsResolver {
  constructor(
    private readonly facts: ClaimFactsReadModel,
    private readonly asking: AskFactsService,
  ) {}

  @Allow('decision', 'read')
  @Query(() => ApplicationFactsType, { description: 'What the registers say beside the claim.' })
  applicationFacts(
    @Arg('caseId', () => EntityId) caseId: string,
    @Ctx() { db }: RequestContext,
  ): Promise<ApplicationFactsType> {
    return this.facts.facts(db, caseId);
  }

  @Allow('application', 'work')
  @Mutation(() => ApplicationFactsType, { description: 'Asks the registers again, now.' })
  async askApplicationFacts(
    @Arg('caseId', () => EntityId) caseId: string,
    @Ctx() { db }: RequestContext,
  ): Promise<ApplicationFactsType> {
    await this.asking.ask(db, caseId);
    return this.facts.facts(db, caseId);
  }
}
