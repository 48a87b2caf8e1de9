/** Builds what serves the register checks. */

import type { Access } from '../../platform/access/access.ts';
import type { DbParts } from '../../platform/db/db.ts';
import { CheckAgainService } from './check-again.service.ts';
import { type CheckRunWiring, checkRunOf } from './check-run.parts.ts';
import { RegisterCheckReadModel } from './register-check.readmodel.ts';
import { RegisterCheckResolver } from './register-check.resolver.ts';

export interface RegisterCheckWiring extends CheckRunWiring {
  readonly access: Access;
  readonly jobParts: DbParts;
}

export function registerCheckInstances(wiring: RegisterCheckWiring): object[] {
  const { access, clock, jobParts } = wiring;
  const again = new CheckAgainService({ access, clock, checks: checkRunOf(wiring), jobParts });
  return [new RegisterCheckResolver({ checks: new RegisterCheckReadModel({ access, clock }), again })];
}
