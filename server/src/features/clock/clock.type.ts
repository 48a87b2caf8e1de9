import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { CappedCountType } from '../../platform/graphql/page.type.ts';
import { DateTime, EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { StaffRefType } from '../staff/me.type.ts';
import { JobRunState } from './clock.enums.ts';

registerEnumType(JobRunState, { name: 'JobRunState' });

@ObjectType('JobRun', { simpleResolvers: true })
export class JobRunType {
  @Field(() => EntityId) id: string;
  @Field(() => JobRunState) state: JobRunState;
  @Field(() => DateTime, {
    description: 'Of the first of them, when several that found nothing share a row.',
  })
  startedAt: Date;
  @Field(() => DateTime, { description: 'Of the last of them.' }) begunAt: Date;
  @Field(() => DateTime, { nullable: true }) endedAt: Date | null;
  @Field(() => Int) runs: number;
  @Field(() => Int, { description: 'Rows dealt with.' }) touched: number;
  @Field(() => String, { nullable: true, description: 'Kind and code of what stopped it.' })
  error: string | null;
  @Field(() => String) server: string;
}

@ObjectType('JobRequest', { simpleResolvers: true, description: 'A run somebody asked for out of turn.' })
export class JobRequestType {
  @Field(() => String) reason: string;
  @Field(() => StaffRefType) askedBy: StaffRefType;
  @Field(() => DateTime) askedAt: Date;
  @Field(() => DateTime, { nullable: true, description: 'Null: no server has seen it yet.' })
  startedAt: Date | null;
}

@ObjectType('Job', { simpleResolvers: true, description: 'Something the clock does by itself.' })
export class JobType {
  @Field(() => String) name: string;
  @Field(() => Int) everySeconds: number;
  @Field(() => Boolean, { description: 'Whether one can see beforehand what a run would do.' })
  canRehearse: boolean;
  @Field(() => JobRunType, { nullable: true }) lastRun: JobRunType | null;
  @Field(() => JobRunType, { nullable: true, description: 'The last one that found something.' })
  lastUseful: JobRunType | null;
  @Field(() => JobRunType, { nullable: true, description: 'Of the last seven days.' })
  lastFailure: JobRunType | null;
  @Field(() => DateTime, { nullable: true, description: 'When the next run comes at the latest.' })
  nextAt: Date | null;
  @Field(() => Int, { description: 'Rows dealt with in the last 24 hours.' }) touchedLately: number;
  @Field(() => JobRequestType, { nullable: true }) lastRequest: JobRequestType | null;
}

@ObjectType('JobDueRow', { simpleResolvers: true })
export class JobDueRowType {
  @Field(() => EntityId) id: string;
  @Field(() => String, { nullable: true }) orderNumber: string | null;
  @Field(() => String, { nullable: true }) cardNumber: string | null;
  @Field(() => String, { nullable: true }) firmName: string | null;
  @Field(() => String, { nullable: true, description: 'Initials; none for protected persons.' })
  person: string | null;
  @AtMost(12)
  @Field(() => [String], { description: 'Codes of why.' })
  reasons: string[];
  @Field(() => LocalDateScalar, { nullable: true, description: 'Day 0 of what has run out.' })
  fromOn: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Its last day.' }) toOn: string | null;
  @Field(() => Int, { nullable: true, description: 'Working days from day 0 to the last day.' })
  workingDays: number | null;
}

@ObjectType('JobRehearsal', {
  simpleResolvers: true,
  description: 'What the job would deal with if it ran then; nothing is changed.',
})
export class JobRehearsalType {
  @Field(() => String) job: string;
  @Field(() => LocalDateScalar) on: string;
  @Field(() => CappedCountType) count: CappedCountType;
  @AtMost(200)
  @Field(() => [JobDueRowType], { description: 'The first 200.' })
  rows: JobDueRowType[];
}

@ObjectType('ClockPage', { simpleResolvers: true })
export class ClockPageType {
  @Field(() => DateTime) now: Date;
  @AtMost(60)
  @Field(() => [JobType])
  jobs: JobType[];
}
