/** Wires the intake of mail that came back. */
import { randomUUID } from 'node:crypto';
import type { Config } from '../../config.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import { Db, type DbParts } from '../../platform/db/db.ts';
import { SYSTEM } from '../../platform/db/principal.ts';
import type { Log } from '../../platform/log.ts';
import { type ReportIntake, startReportIntake } from '../../platform/mail/report-intake.ts';
import { BounceService } from './bounce.service.ts';
import { failureIn, mailOfReturnPath } from './return-path.ts';

export interface BounceWiring {
  readonly clock: Clock;
  readonly config: Pick<Config, 'HOST' | 'BOUNCE_PORT' | 'BOUNCE_ADDRESS'>;
  readonly keys: Keys;
  readonly dbParts: DbParts;
  readonly log: Log;
}

/** Null when no port is set. */
export async function startBounces({
  clock,
  config,
  keys,
  dbParts,
  log,
}: BounceWiring): Promise<ReportIntake | null> {
  const { HOST: host, BOUNCE_PORT: port, BOUNCE_ADDRESS: address } = config;
  if (port === undefined || address === undefined) return null;
  const service = new BounceService(clock);
  return startReportIntake({
    host,
    port,
    mailOf: given => mailOfReturnPath(keys, address, given),
    async onReport(mailId, report) {
      const code = failureIn(report);
      if (code === null) return;
      const info = { requestId: randomUUID(), operation: 'bounce', address: null };
      const changed = await service.bounced(new Db(dbParts, SYSTEM, info), { mailId, code });
      log.info('mail', { id: mailId, code: changed ? 'BOUNCED' : 'BOUNCED_BEFORE' });
    },
  });
}
