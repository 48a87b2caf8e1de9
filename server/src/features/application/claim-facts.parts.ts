/** Builds what stands the registers beside a claim. */
import { type AskFactsParts, AskFactsService } from './ask-facts.service.ts';
import { ClaimFactsReadModel } from './claim-facts.readmodel.ts';
import { ClaimFactsResolver } from './claim-facts.resolver.ts';

export const claimFactsInstances = (parts: AskFactsParts): object[] => [
  new ClaimFactsResolver(new ClaimFactsReadModel(parts), new AskFactsService(parts)),
];
