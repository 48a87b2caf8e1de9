import { request } from '../../graphql/client.ts';
import type { VariablesOf } from '../../graphql/graphql.ts';
import { clockPageQuery, jobRehearsalQuery, jobRunsQuery, runJobMutation } from './clock.documents.ts';

export async function getClock(signal: AbortSignal) {
  return (await request(clockPageQuery, {}, { signal })).clockPage;
}

/** The newest fifty. */
export async function getRuns(job: string, signal: AbortSignal) {
  return (await request(jobRunsQuery, { job }, { signal })).jobRuns;
}

/** @param on the day; now when null */
export async function rehearseJob(job: string, on: string | null, signal: AbortSignal) {
  return (await request(jobRehearsalQuery, { job, on }, { signal })).jobRehearsal;
}

/** A server that runs jobs starts it within seconds. */
export async function runJob(input: VariablesOf<typeof runJobMutation>['input']) {
  return (await request(runJobMutation, { input })).runJob;
}
