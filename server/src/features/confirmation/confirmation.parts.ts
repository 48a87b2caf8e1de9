/** Builds the campaigns of yearly confirmations and what follows from them. */
import { type DecidingWiring, decidingParts } from '../decision/decision.parts.ts';
import { ProposeDecisionService } from '../decision/propose-decision.service.ts';
import { CampaignReadModel } from './campaign.readmodel.ts';
import { ConfirmationResolver } from './confirmation.resolver.ts';
import { ConfirmationLettersService } from './confirmation-letters.service.ts';
import { ConfirmationWithdrawalService } from './confirmation-withdrawal.service.ts';

export function confirmationInstances(wiring: DecidingWiring): object[] {
  const parts = decidingParts(wiring);
  const proposing = new ProposeDecisionService(parts);
  return [
    new ConfirmationResolver({
      campaigns: new CampaignReadModel(parts),
      letters: new ConfirmationLettersService(parts),
      withdrawing: new ConfirmationWithdrawalService({ ...parts, proposing }),
    }),
  ];
}
