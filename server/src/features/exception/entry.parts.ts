/** Builds the pages of the exception registers, and the withdrawal of entries. */
import { type DecidingWiring, decidingParts } from '../decision/decision.parts.ts';
import { ProposeDecisionService } from '../decision/propose-decision.service.ts';
import { EntryReadModel } from './entry.readmodel.ts';
import { EntryResolver } from './entry.resolver.ts';
import { EntryPageReadModel } from './entry-page.readmodel.ts';
import { WithdrawEntriesService } from './withdraw-entries.service.ts';

export function entryInstances(wiring: DecidingWiring): object[] {
  const parts = decidingParts(wiring);
  const proposing = new ProposeDecisionService(parts);
  return [
    new EntryResolver({
      ...{ list: new EntryReadModel(parts), page: new EntryPageReadModel(parts) },
      withdrawing: new WithdrawEntriesService({ ...parts, proposing }),
    }),
  ];
}
