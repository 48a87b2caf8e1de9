/** Builds everything that decides applications for exceptions: asking for papers, the decision and its approval, appeals. */
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { DbParts } from '../../platform/db/db.ts';
import type { Log } from '../../platform/log.ts';
import type { Registers } from '../../registers/registers.ts';
import { AppealResolver } from '../appeal/appeal.resolver.ts';
import { AppealService } from '../appeal/appeal.service.ts';
import { AskDocumentsService } from '../application/ask-documents.service.ts';
import { DocumentRequestResolver } from '../application/document-request.resolver.ts';
import { CaseDetailReadModel } from '../case/case-detail.readmodel.ts';
import { automaticApprovals } from '../firm-approval/automatic-approval.parts.ts';
import { FirmApprovalResolver } from '../firm-approval/firm-approval.resolver.ts';
import { FirmApprovalService } from '../firm-approval/firm-approval.service.ts';
import { FirmRegisterReadModel } from '../firm-approval/firm-register.readmodel.ts';
import { FirmRegisterResolver } from '../firm-approval/firm-register.resolver.ts';
import { RegisterApprovalService } from '../firm-approval/register-approval.service.ts';
import { imageStorage } from '../image-review/image-storage.parts.ts';
import { DecisionResolver } from './decision.resolver.ts';
import { ProposalReadModel } from './proposal.readmodel.ts';
import { type DecisionParts, ProposeDecisionService } from './propose-decision.service.ts';
import { SettleProposalService } from './settle-proposal.service.ts';

/** What everybody who decides is built from. */
export interface DecidingWiring {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Pick<Config, 'MAIL_FROM' | 'MAIL_UNDO_SECONDS' | 'RESERVATION_MINUTES' | 'production'>;
}

export const decidingParts = ({ access, clock, config }: DecidingWiring): DecisionParts => ({
  access,
  clock,
  reservationMinutes: config.RESERVATION_MINUTES,
  numberMode: config.production ? 'production' : 'test',
  undoSeconds: config.MAIL_UNDO_SECONDS,
  mailDomain: config.MAIL_FROM.split('@')[1] ?? 'localhost',
});

export interface DecisionWiring extends DecidingWiring {
  readonly config: DecidingWiring['config'] & Pick<Config, 'dataDir'>;
  readonly keys: Keys;
  readonly registers: Registers;
  readonly jobParts: DbParts;
  readonly log: Log;
}

export function decisionInstances(wiring: DecisionWiring): object[] {
  const { access, clock, config, keys, registers } = wiring;
  const parts = decidingParts({ access, clock, config });
  const details = new CaseDetailReadModel({ access, clock });
  return [
    new FirmRegisterResolver(new FirmRegisterReadModel(parts)),
    new FirmApprovalResolver({
      approving: new FirmApprovalService(parts),
      registering: new RegisterApprovalService({
        ...{ ...parts, keys, registers },
        automatic: automaticApprovals(wiring),
      }),
      details,
    }),
    new DecisionResolver({
      proposing: new ProposeDecisionService(parts),
      settling: new SettleProposalService({ ...parts, storage: imageStorage(config.dataDir, keys) }),
      proposals: new ProposalReadModel({ access, clock }),
      details,
    }),
    new DocumentRequestResolver({ asking: new AskDocumentsService(parts), details }),
    new AppealResolver({ appeals: new AppealService(parts), details }),
  ];
}
