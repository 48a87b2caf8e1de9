import { countFields } from '../../graphql/fragments.ts';
import { graphql, type ResultOf } from '../../graphql/graphql.ts';

const runFields = graphql(
  `
    fragment JobRunFields on JobRun @_unmask { id state startedAt begunAt endedAt runs touched error server }
  `,
);
const pageFields = graphql(
  `
    fragment ClockPageFields on ClockPage @_unmask {
      now
      jobs {
        name everySeconds canRehearse nextAt touchedLately
        lastRun { ...JobRunFields } lastUseful { ...JobRunFields } lastFailure { ...JobRunFields }
        lastRequest { reason askedAt startedAt askedBy { id name initials } }
      }
    }
  `,
  [runFields],
);

export const clockPageQuery = graphql(
  `
    query ClockPage { clockPage { ...ClockPageFields } }
  `,
  [pageFields],
);
export type Job = ResultOf<typeof clockPageQuery>['clockPage']['jobs'][number];

export const jobRunsQuery = graphql(
  `
    query JobRuns($job: ShortText!) { jobRuns(job: $job) { ...JobRunFields } }
  `,
  [runFields],
);
export type JobRun = ResultOf<typeof jobRunsQuery>['jobRuns'][number];

export const jobRehearsalQuery = graphql(
  `
    query JobRehearsal($job: ShortText!, $on: LocalDate) {
      jobRehearsal(job: $job, on: $on) {
        job on count { ...CountFields }
        rows { id orderNumber cardNumber firmName person reasons fromOn toOn workingDays }
      }
    }
  `,
  [countFields],
);
export type Rehearsal = ResultOf<typeof jobRehearsalQuery>['jobRehearsal'];
export type DueRow = Rehearsal['rows'][number];

export const runJobMutation = graphql(
  `
    mutation RunJob($input: RunJobInput!) { runJob(input: $input) { ...ClockPageFields } }
  `,
  [pageFields],
);
