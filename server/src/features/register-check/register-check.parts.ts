/** Builds what serves the register checks. */

import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import { RegisterCheckReadModel } from './register-check.readmodel.ts';
import { RegisterCheckResolver } from './register-check.resolver.ts';

export interface RegisterCheckWiring {
  readonly access: Access;
  readonly clock: Clock;
}

export const registerCheckInstances = (wiring: RegisterCheckWiring): object[] => [
  new RegisterCheckResolver({ checks: new RegisterCheckReadModel(wiring) }),
];
