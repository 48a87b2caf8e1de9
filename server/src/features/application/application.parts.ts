/** Builds what registers applications and shows them. */
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import { ApplicationResolver } from './application.resolver.ts';
import { ApplicationDetailReadModel } from './application-detail.readmodel.ts';
import { ApplicationListReadModel } from './application-list.readmodel.ts';
import { ApplicationOptionsReadModel } from './application-options.readmodel.ts';
import { PrecedentReadModel } from './precedent.readmodel.ts';
import { RegisterApplicationService } from './register-application.service.ts';

export interface ApplicationFeatureParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Pick<Config, 'production'>;
  readonly keys: Keys;
}

export function applicationInstances({ config, ...parts }: ApplicationFeatureParts): object[] {
  const numberMode = config.production ? 'production' : 'test';
  const resolver = new ApplicationResolver({
    detail: new ApplicationDetailReadModel(parts),
    list: new ApplicationListReadModel(parts),
    options: new ApplicationOptionsReadModel(parts),
    precedents: new PrecedentReadModel(parts),
    registering: new RegisterApplicationService({ ...parts, numberMode }),
  });
  return [resolver];
}
