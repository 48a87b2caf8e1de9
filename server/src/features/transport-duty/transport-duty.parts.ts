/** Builds what answers whether a worker needs a card. */
import type { Clock } from '../../platform/clock.ts';
import { TransportDutyReadModel } from './transport-duty.readmodel.ts';
import { TransportDutyResolver } from './transport-duty.resolver.ts';

export const transportDutyInstances = (parts: { readonly clock: Clock }): object[] => [
  new TransportDutyResolver(new TransportDutyReadModel(parts)),
];
