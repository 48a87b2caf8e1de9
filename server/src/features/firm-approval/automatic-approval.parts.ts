/** Builds what approves agencies without a caseworker; for those who register applications, and for the clock. */
import type { Config } from '../../config.ts';
import type { Clock } from '../../platform/clock.ts';
import { Db, type DbParts } from '../../platform/db/db.ts';
import { SYSTEM } from '../../platform/db/principal.ts';
import type { Log } from '../../platform/log.ts';
import type { Registers } from '../../registers/registers.ts';
import { AutomaticApprovals } from './automatic-approval.service.ts';

export interface AutomaticWiring {
  readonly clock: Clock;
  readonly config: Pick<Config, 'MAIL_FROM' | 'MAIL_UNDO_SECONDS'>;
  readonly jobParts: DbParts;
  readonly log: Log;
  readonly registers: Pick<Registers, 'enhetsregisteret'>;
}

export const automaticApprovals = ({
  clock,
  config,
  jobParts,
  log,
  registers,
}: AutomaticWiring): AutomaticApprovals =>
  new AutomaticApprovals({
    ...{ clock, log, registers, undoSeconds: config.MAIL_UNDO_SECONDS },
    mailDomain: config.MAIL_FROM.split('@')[1] ?? 'localhost',
    asDesk: ({ info: { requestId, operation } }) =>
      new Db(jobParts, SYSTEM, { requestId, operation, address: null }),
  });
