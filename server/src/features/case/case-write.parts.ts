/** Builds everything that writes to cases. */
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import { CaseReadModel } from './case.readmodel.ts';
import { CaseService } from './case.service.ts';
import { CaseDetailReadModel } from './case-detail.readmodel.ts';
import type { CaseParts } from './case-gate.ts';
import { CaseWriteResolver } from './case-write.resolver.ts';
import { DraftResolver } from './draft.resolver.ts';
import { DraftService } from './draft.service.ts';
import { HoldService } from './hold.service.ts';
import { InquiryService } from './inquiry.service.ts';
import { LinkService } from './link.service.ts';
import { ReopenService } from './reopen.service.ts';
import { ReservationResolver } from './reservation.resolver.ts';
import { ReservationService } from './reservation.service.ts';
import { TakeNextService } from './take-next.service.ts';

export interface CaseWriteParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Pick<Config, 'RESERVATION_MINUTES' | 'production'>;
}

export function caseWriteInstances({ access, clock, config }: CaseWriteParts) {
  const parts: CaseParts = {
    access,
    clock,
    reservationMinutes: config.RESERVATION_MINUTES,
    numberMode: config.production ? 'production' : 'test',
  };
  const details = new CaseDetailReadModel({ access, clock });
  return [
    new ReservationResolver({
      takeNext: new TakeNextService(parts),
      reservations: new ReservationService(parts),
      rows: new CaseReadModel({ access, clock }),
      details,
    }),
    new CaseWriteResolver({
      cases: new CaseService(parts),
      holds: new HoldService(parts),
      links: new LinkService(parts),
      reopening: new ReopenService(parts),
      inquiries: new InquiryService(parts),
      details,
    }),
    new DraftResolver(new DraftService(parts)),
  ];
}
