/** Wires issuing invoices anew: proposals, approvals and the job. */
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Enqueue, JobDefinition } from '../../platform/jobs/jobs.ts';
import { ProposeReissueService } from './propose-reissue.service.ts';
import { reissueJobs } from './reissue.jobs.ts';
import { ReissueReadModel } from './reissue.readmodel.ts';
import { ReissueResolver } from './reissue.resolver.ts';
import type { Telling } from './reissue.write.ts';
import { SettleReissueService } from './settle-reissue.service.ts';

type Sending = Pick<Config, 'MAIL_FROM' | 'MAIL_UNDO_SECONDS'>;

export interface ReissueWiring {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Sending;
  readonly enqueue: Enqueue;
}

const tellingOf = ({ MAIL_FROM, MAIL_UNDO_SECONDS }: Sending): Telling => ({
  mailDomain: MAIL_FROM.split('@')[1] ?? 'localhost',
  undoSeconds: MAIL_UNDO_SECONDS,
});

export function reissueInstances({ config, ...parts }: ReissueWiring): object[] {
  const settling = new SettleReissueService({ ...parts, ...tellingOf(config) });
  const pages = new ReissueReadModel(parts);
  return [new ReissueResolver({ pages, proposing: new ProposeReissueService(parts), settling })];
}

export const reissueJobDefinitions = ({
  clock,
  config,
}: Pick<ReissueWiring, 'clock' | 'config'>): JobDefinition[] => reissueJobs({ clock, ...tellingOf(config) });
