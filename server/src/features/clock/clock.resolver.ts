import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { AtMost } from '../../platform/graphql/cost.ts';
import { LocalDateScalar, ShortText } from '../../platform/graphql/scalars.ts';
import { RunJobInput } from './clock.input.ts';
import type { ClockReadModel } from './clock.readmodel.ts';
import type { ClockService } from './clock.service.ts';
import { ClockPageType, JobRehearsalType, JobRunType } from './clock.type.ts';

@Resolver()
export class ClockResolver {
  constructor(
    private readonly service: ClockService,
    private readonly pages: ClockReadModel,
  ) {}

  @Allow('clock', 'read')
  @Query(() => ClockPageType, { description: 'What the desk does by itself, and when.' })
  clockPage(@Ctx() { db }: RequestContext): Promise<ClockPageType> {
    return this.pages.page(db);
  }

  @Allow('clock', 'read')
  @AtMost(50)
  @Query(() => [JobRunType], { description: 'The newest runs of a job.' })
  jobRuns(@Arg('job', () => ShortText) job: string, @Ctx() { db }: RequestContext): Promise<JobRunType[]> {
    return this.pages.runs(db, job);
  }

  @Allow('clock', 'rehearse')
  @Query(() => JobRehearsalType, {
    description: 'What the job would deal with if it ran now, or on a later day.',
  })
  jobRehearsal(
    @Arg('job', () => ShortText) job: string,
    @Arg('on', () => LocalDateScalar, { nullable: true }) on: string | null,
    @Ctx() { db }: RequestContext,
  ): Promise<JobRehearsalType> {
    return this.service.rehearse(db, job, on);
  }

  @Allow('clock', 'run')
  @Mutation(() => ClockPageType)
  async runJob(
    @Arg('input', () => RunJobInput) input: RunJobInput,
    @Ctx() { db }: RequestContext,
  ): Promise<ClockPageType> {
    await this.service.run(db, input);
    return this.pages.page(db);
  }
}
