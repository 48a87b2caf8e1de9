/** Applications for approval that machines send: Altinn or another portal for whoever is signed in there, a firm's own system for its firm; and how they stand. */
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import type { MachineCall } from '../../platform/machine/machine-route.ts';
import type { Registers } from '../../registers/registers.ts';
import { type ApplicationCode, ApprovalCode } from '../application/application.enums.ts';
import { newApplication, type RegisteredApplication } from '../application/new-application.write.ts';
import type { AutomaticApprovals } from '../firm-approval/automatic-approval.service.ts';
import { namedBy, requireNameable } from '../firm-approval/named-workers.store.ts';
import { firmIn, knownFirm, type SoughtFirm, seekFirm } from '../firm-approval/new-firm.store.ts';
import { requireSoundApproval, toldApproval } from '../firm-approval/told-approval.store.ts';
import { parseOrgNumber } from '../organisation/org-number.rules.ts';
import type { ApplyForApprovalBody, ApprovalView } from './approval.schemas.ts';
import { type Arrival, type MachineIntake, requireNamedSender } from './machine-intake.ts';
import type { OrdererGiven } from './machine-order.service.ts';
import { findOrAddPerson, type PersonParts } from './machine-person.store.ts';
import type { FirmOfSender, SenderCheck } from './sender-check.ts';

export interface MachineApprovalParts extends PersonParts {
  readonly clock: Clock;
  readonly intake: MachineIntake;
  readonly registers: Pick<Registers, 'enhetsregisteret'>;
  readonly senders: SenderCheck;
  readonly forFirm: (db: Db, firmId: string) => Db;
  readonly automatic: Pick<AutomaticApprovals, 'atOnce'>;
}

const VIEW = `select a.number, a.code, a.status, to_char(a.status_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "statusAt",
  o.org_number as firm, a.received_on::text as "receivedOn", a.decided_on::text as "decidedOn",
  (select h.status from firm_approval h where h.firm_id = a.firm_id and h.register = a.register and h.to_at is null) as approval
from exception_application a join organisation o on o.id = a.firm_id where a.number = $1 and a.code = any ($2)`;
const FIELD = 'firm';

interface Sent {
  readonly firmId: string;
  readonly body: ApplyForApprovalBody;
  readonly arrival: Arrival;
}

export class MachineApprovalService {
  readonly codes: readonly ApplicationCode[] = Object.values(ApprovalCode);

  constructor(private readonly parts: MachineApprovalParts) {}

  /** A firm the desk has never met is fetched from Enhetsregisteret. @throws AppError VALIDATION_FAILED, ORDERER_NOT_ALLOWED, FILE_REFUSED */
  async apply(call: MachineCall, body: ApplyForApprovalBody): Promise<ApprovalView> {
    const { db } = call;
    const { sender, documents } = body;
    requireNamedSender(db, body);
    const receivedOn = osloDate(this.parts.clock.now());
    requireSoundApproval({ ...body, receivedOn }, receivedOn);
    const sought = await this.#firm(db, body.firm);
    requireNameable(body, sought.form);
    if (sender) await this.requireSender(this.#actingFor(db, sought.id), sought, sender);
    const firmId = await db.transaction(tx => firmIn(tx, sought, FIELD));
    const sent = { firmId, sender, documents };
    const number = await this.parts.intake.take(call, sent, (tx, arrival) =>
      this.#register(tx, { firmId, body, arrival }),
    );
    await this.parts.automatic.atOnce(db, number);
    return this.view(db, number);
  }

  /** What somebody else sent is not there. @throws AppError NOT_FOUND */
  async view(db: Db, number: string): Promise<ApprovalView> {
    const [row] = await db.read<ApprovalView & Record<string, unknown>>(VIEW, [number, this.codes]);
    if (!row) throw notFound();
    return row;
  }

  /** @throws AppError ORDERER_NOT_ALLOWED */
  requireSender(db: Db, firm: FirmOfSender, sender: OrdererGiven): Promise<void> {
    return this.parts.senders.require(db, firm, sender);
  }

  async #register(tx: Tx, { firmId, body, arrival }: Sent): Promise<RegisteredApplication> {
    const { at, today, channel } = arrival;
    const namedWorkers = await namedBy(body.namedWorkers, (field, told) =>
      findOrAddPerson(tx, this.parts, { field, told }),
    );
    const told = { ...body, channel, receivedOn: today };
    return newApplication(tx, toldApproval(told, { firmId, namedWorkers }), { at, today });
  }

  #actingFor(db: Db, firmId: string | null): Db {
    return db.principal.machine?.firmId || firmId === null ? db : this.parts.forFirm(db, firmId);
  }

  /** Another firm than the system's own is like one that does not exist. */
  async #firm(db: Db, typed: string): Promise<SoughtFirm> {
    const parsed = parseOrgNumber(typed, this.parts.config.production ? 'production' : 'test');
    if (!parsed.ok) throw invalid({ [FIELD]: parsed.code });
    const own = db.principal.machine?.firmId;
    if (!own) return seekFirm(db, parsed.number, { ...this.parts.registers, field: FIELD });
    const known = await knownFirm(db, parsed.number);
    if (known?.id !== own) throw invalid({ [FIELD]: 'UNKNOWN' });
    return known;
  }
}
