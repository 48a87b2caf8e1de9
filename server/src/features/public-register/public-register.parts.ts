/** Builds the public register of approved firms: what anyone may ask, and the files anyone may take along. */
import { randomUUID } from 'node:crypto';
import type { Express } from 'express';
import type { Config } from '../../config.ts';
import type { Clock } from '../../platform/clock.ts';
import { Db, type DbParts } from '../../platform/db/db.ts';
import { ANONYMOUS } from '../../platform/db/principal.ts';
import { RateLimit } from '../../platform/http/rate-limit.ts';
import type { Log } from '../../platform/log.ts';
import { machineContexts } from '../../platform/machine/machine-context.ts';
import { BulkRegister } from './bulk-file.ts';
import { FILE_BUDGET, publicRegisterRoutes } from './public-register.routes.ts';
import { PublicRegisterService } from './public-register.service.ts';

export interface PublicRegisterWiring {
  readonly clock: Clock;
  readonly config: Config;
  readonly dbParts: DbParts;
  readonly limit: RateLimit;
  readonly log: Log;
}

export function mountPublicRegister(
  http: Express,
  { clock, config, dbParts, limit, log }: PublicRegisterWiring,
): void {
  // Nobody is known here, whatever token is sent along.
  const contexts = machineContexts({ dbParts, log, findMachine: () => Promise.resolve(null) });
  const nobody = { ...ANONYMOUS, checking: true };
  const info = () => ({ requestId: randomUUID(), operation: 'makeApprovedFirmsFile', address: null });
  const bulk = new BulkRegister({ clock, db: () => new Db(dbParts, nobody, info()) });
  // Without a limit on requests (tests, benches) there is none on files.
  const bulkLimit = new RateLimit(config.REQUEST_BUDGET === 0 ? 0 : FILE_BUDGET);
  const register = new PublicRegisterService(clock);
  http.use('/api/v1', publicRegisterRoutes({ contexts, limit, bulkLimit, log, register, bulk }));
}
