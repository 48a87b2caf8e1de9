/** Builds what checks callers. */
import type { Config } from '../../config.ts';
import type { Registers } from '../../registers/registers.ts';
import { CallerReadModel } from './caller.readmodel.ts';
import { CallerResolver } from './caller.resolver.ts';
import { type CallerParts, CallerService } from './caller.service.ts';
import { PowerOfAttorneyService } from './power-of-attorney.service.ts';

export interface CallerWiring extends Pick<CallerParts, 'access' | 'clock' | 'keys'> {
  readonly config: Pick<Config, 'production'>;
  readonly registers: Pick<Registers, 'folkeregisteret'>;
}

export function callerInstances({ config, registers, ...parts }: CallerWiring): object[] {
  const numberMode = config.production ? 'production' : 'test';
  const { folkeregisteret } = registers;
  return [
    new CallerResolver({
      calls: new CallerReadModel(parts),
      service: new CallerService({ ...parts, folkeregisteret, numberMode }),
      powers: new PowerOfAttorneyService(parts),
    }),
  ];
}
