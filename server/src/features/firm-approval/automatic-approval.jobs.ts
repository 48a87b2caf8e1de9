/** Judges the applications of agencies that could not be judged when they came: the server went down in between, or was busy. */
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { AutomaticApprovals } from './automatic-approval.service.ts';

const EVERY_SECONDS = 60;
const WAITING = 'select number from exception_application where judge_at is not null order by id limit 200';

export const automaticApprovalJobs = (approvals: AutomaticApprovals): JobDefinition[] => [
  {
    name: 'agency-approvals',
    everySeconds: EVERY_SECONDS,
    run: async (db, stopping) => {
      let judged = 0;
      for (const { number } of await db.read<{ number: string }>(WAITING))
        if (!stopping() && (await approvals.judge(db, number))) judged += 1;
      return judged;
    },
  },
];
