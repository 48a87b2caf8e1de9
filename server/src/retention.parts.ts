/** Wires the nightly erasure, for the job and for its rehearsal. */
import { sealKeys } from './audit.parts.ts';
import type { Config } from './config.ts';
import { imageStorage } from './features/image-review/image-storage.parts.ts';
import { Retention } from './features/retention/retention.job.ts';
import { LogErasure } from './platform/audit/erasure.ts';
import type { Clock } from './platform/clock.ts';
import type { Keys } from './platform/crypto/keys.ts';
import type { Log } from './platform/log.ts';

export interface RetentionWiring {
  readonly clock: Clock;
  readonly config: Config;
  readonly keys: Keys;
  readonly log: Log;
}

export function retentionOf({ clock, config, keys, log }: RetentionWiring): Retention {
  const files = imageStorage(config.dataDir, keys);
  return new Retention({ clock, log, files, erasure: new LogErasure(sealKeys(config)) });
}
