/** Builds the campaigns of yearly confirmations and what follows from them. */
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import { ProposeDecisionService } from '../decision/propose-decision.service.ts';
import { CampaignReadModel } from './campaign.readmodel.ts';
import { ConfirmationResolver } from './confirmation.resolver.ts';
import { ConfirmationLettersService } from './confirmation-letters.service.ts';
import { ConfirmationWithdrawalService } from './confirmation-withdrawal.service.ts';

export interface ConfirmationWiring {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Pick<Config, 'MAIL_FROM' | 'MAIL_UNDO_SECONDS' | 'RESERVATION_MINUTES' | 'production'>;
}

export function confirmationInstances({ access, clock, config }: ConfirmationWiring): object[] {
  const parts = {
    ...{ access, clock, reservationMinutes: config.RESERVATION_MINUTES },
    numberMode: config.production ? 'production' : 'test',
    undoSeconds: config.MAIL_UNDO_SECONDS,
    mailDomain: config.MAIL_FROM.split('@')[1] ?? 'localhost',
  } as const;
  const proposing = new ProposeDecisionService(parts);
  return [
    new ConfirmationResolver({
      campaigns: new CampaignReadModel(parts),
      letters: new ConfirmationLettersService(parts),
      withdrawing: new ConfirmationWithdrawalService({ ...parts, proposing }),
    }),
  ];
}
