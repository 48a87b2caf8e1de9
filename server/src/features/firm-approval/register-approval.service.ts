/** Registers a firm's application for approval, for caseworkers who open the post (the issuer takes in none); from that moment the firm is in the register (R3). */
import type { Access } from '../../platform/access/access.ts';
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { invalid } from '../../platform/errors.ts';
import type { Registers } from '../../registers/registers.ts';
import { type ApplicantParts, findOrAddApplicant } from '../application/applicant.store.ts';
import { newApplication, type RegisteredApplication } from '../application/new-application.write.ts';
import { parseOrgNumber } from '../organisation/org-number.rules.ts';
import { requireUntied } from '../tie/tie.policy.ts';
import type { AutomaticApprovals } from './automatic-approval.service.ts';
import type { RegisterApprovalInput } from './firm-approval.input.ts';
import { namedBy, requireNameable, type ToldWorker } from './named-workers.store.ts';
import { firmIn, seekFirm } from './new-firm.store.ts';
import { requireSoundApproval, toldApproval } from './told-approval.store.ts';

export interface RegisterApprovalParts extends ApplicantParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly registers: Pick<Registers, 'enhetsregisteret'>;
  readonly automatic: Pick<AutomaticApprovals, 'atOnce'>;
}

const FIELD = 'orgNumber';

export class RegisterApprovalService {
  constructor(private readonly parts: RegisterApprovalParts) {}

  /** A firm the desk has never met is fetched from Enhetsregisteret. @throws AppError VALIDATION_FAILED naming the fields, FORBIDDEN */
  async register(db: Db, input: RegisterApprovalInput): Promise<RegisteredApplication> {
    const now = this.parts.clock.now();
    const today = osloDate(now);
    const facts = { organisationId: db.principal.organisationId ?? undefined };
    this.parts.access.require(db.principal, { resource: 'application', action: 'register:approval' }, facts);
    requireSoundApproval(input, today);
    const parsed = parseOrgNumber(input.orgNumber, this.parts.numberMode);
    if (!parsed.ok) throw invalid({ [FIELD]: parsed.code });
    const sought = await seekFirm(db, parsed.number, { ...this.parts.registers, field: FIELD });
    requireNameable(input, sought.form);
    const made = await db.transaction(async tx => {
      const firmId = await firmIn(tx, sought, FIELD);
      const namedWorkers = await namedBy(input.namedWorkers, (field, told) => this.#person(tx, field, told));
      await requireUntied(tx, { persons: namedWorkers.map(({ personId }) => personId), firms: [firmId] });
      return newApplication(tx, toldApproval(input, { firmId, namedWorkers }), { at: now, today });
    });
    await this.parts.automatic.atOnce(db, made.number);
    return made;
  }

  #person(tx: Tx, field: string, told: ToldWorker): Promise<string> {
    return findOrAddApplicant(tx, this.parts, { field, told });
  }
}
