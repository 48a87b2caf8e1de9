import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { ShortText } from '../../platform/graphql/scalars.ts';
import { RecordControlVisitInput } from './control-visit.input.ts';
import type { ControlVisitReadModel } from './control-visit.readmodel.ts';
import type { ControlVisitService } from './control-visit.service.ts';
import { ControlVisitsType } from './control-visit.type.ts';

export interface ControlVisitResolverParts {
  readonly visits: ControlVisitReadModel;
  readonly recording: ControlVisitService;
}

@Resolver()
export class ControlVisitResolver {
  constructor(private readonly parts: ControlVisitResolverParts) {}

  @Allow('visit', 'read')
  @Query(() => ControlVisitsType, { description: 'Control visits at a firm, the last one first.' })
  controlVisits(
    @Arg('orgNumber', () => ShortText) orgNumber: string,
    @Ctx() { db }: RequestContext,
  ): Promise<ControlVisitsType> {
    return this.parts.visits.ofFirm(db, orgNumber);
  }

  @Allow('visit', 'record')
  @Mutation(() => ControlVisitsType, {
    description: 'It stands as it was written; a correction takes its place, and both are kept.',
  })
  async recordControlVisit(
    @Arg('input', () => RecordControlVisitInput) input: RecordControlVisitInput,
    @Ctx() { db }: RequestContext,
  ): Promise<ControlVisitsType> {
    await this.parts.recording.record(db, input);
    return this.parts.visits.ofFirm(db, input.orgNumber);
  }
}
