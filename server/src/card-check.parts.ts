/** Builds what checks cards: the routes anyone may ask, and the public keys a phone checks a QR code with. */
import type { Express } from 'express';
import type { Config } from './config.ts';
import { publicKeySet } from './features/card/qr-content.ts';
import { cardCheckRoutes } from './features/card-check/card-check.routes.ts';
import { CardCheckService } from './features/card-check/card-check.service.ts';
import { cardTipRoutes, TIP_BUDGET } from './features/card-tip/card-tip.routes.ts';
import { CardTipService } from './features/card-tip/card-tip.service.ts';
import { imageStorage } from './features/image-review/image-storage.parts.ts';
import { findMachine } from './features/machine-client/machine-entry.store.ts';
import type { Clock } from './platform/clock.ts';
import type { Keys } from './platform/crypto/keys.ts';
import type { DbParts } from './platform/db/db.ts';
import { RateLimit } from './platform/http/rate-limit.ts';
import type { Log } from './platform/log.ts';
import { machineContexts } from './platform/machine/machine-context.ts';

export interface CardCheckWiring {
  readonly clock: Clock;
  readonly config: Config;
  readonly dbParts: DbParts;
  readonly keys: Keys;
  readonly limit: RateLimit;
  readonly log: Log;
}

const HOUR = 'public, max-age=3600';

export function mountCardCheck(
  http: Express,
  { clock, config, dbParts, keys, limit, log }: CardCheckWiring,
): void {
  const contexts = machineContexts({
    dbParts,
    log,
    findMachine: (door, token) => findMachine(door, token, clock),
  });
  const files = imageStorage(config.dataDir, keys);
  const checks = new CardCheckService({ clock, files, keys, publicUrl: config.publicUrl });
  // Without a limit on requests (tests, benches) there is none on tips.
  const tipLimit = new RateLimit(config.REQUEST_BUDGET === 0 ? 0 : TIP_BUDGET);
  const tips = new CardTipService({ clock });
  http.use(
    '/api/v1/card-check',
    cardTipRoutes({ contexts, clock, limit, tips, tipLimit }),
    cardCheckRoutes({ contexts, checks, limit }),
  );
  http.get('/.well-known/card-jwks.json', async (_request, response) => {
    response
      .set({
        'Cache-Control': HOUR,
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      })
      .json(await publicKeySet(keys));
  });
}
