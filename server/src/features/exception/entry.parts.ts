/** Builds the pages of the exception registers, and the withdrawal of entries. */
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import { ProposeDecisionService } from '../decision/propose-decision.service.ts';
import { EntryReadModel } from './entry.readmodel.ts';
import { EntryResolver } from './entry.resolver.ts';
import { EntryPageReadModel } from './entry-page.readmodel.ts';
import { WithdrawEntriesService } from './withdraw-entries.service.ts';

export interface EntryWiring {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Pick<Config, 'MAIL_FROM' | 'MAIL_UNDO_SECONDS' | 'RESERVATION_MINUTES' | 'production'>;
}

export function entryInstances({ access, clock, config }: EntryWiring): object[] {
  const parts = {
    ...{ access, clock, reservationMinutes: config.RESERVATION_MINUTES },
    numberMode: config.production ? 'production' : 'test',
    undoSeconds: config.MAIL_UNDO_SECONDS,
    mailDomain: config.MAIL_FROM.split('@')[1] ?? 'localhost',
  } as const;
  const proposing = new ProposeDecisionService(parts);
  return [
    new EntryResolver({
      ...{ list: new EntryReadModel(parts), page: new EntryPageReadModel(parts) },
      withdrawing: new WithdrawEntriesService({ ...parts, proposing }),
    }),
  ];
}
