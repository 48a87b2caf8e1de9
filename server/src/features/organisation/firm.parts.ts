/** Builds the firm page. */
import { CallerReadModel } from '../caller/caller.readmodel.ts';
import { DelegationService } from '../delegation/delegation.service.ts';
import { FirmResolver } from './firm.resolver.ts';
import { FirmPageReadModel, type FirmReadParts } from './firm-page.readmodel.ts';
import { type RefreshFirmParts, RefreshFirmService } from './refresh-firm.service.ts';

export function firmInstances(parts: Omit<FirmReadParts, 'calls'> & RefreshFirmParts): object[] {
  const calls = new CallerReadModel(parts);
  return [
    new FirmResolver({
      firms: new FirmPageReadModel({ ...parts, calls }),
      delegations: new DelegationService(parts),
      refreshing: new RefreshFirmService(parts),
    }),
  ];
}
