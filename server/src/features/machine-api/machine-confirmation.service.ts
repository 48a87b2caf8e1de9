/** The yearly confirmation a machine sends: a portal for whoever is signed in there, a firm's own system for its firm and no other; the answer is the receipt. */
import type { Config } from '../../config.ts';
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, invalid } from '../../platform/errors.ts';
import type { MachineCall } from '../../platform/machine/machine-route.ts';
import type { ApplicationStatus } from '../application/application.enums.ts';
import { takeOverApproval } from '../confirmation/confirmation.store.ts';
import { type ToldConfirmation, writeConfirmation } from '../confirmation/confirmation.write.ts';
import { knownFirm, type SoughtFirm } from '../firm-approval/new-firm.store.ts';
import { parseOrgNumber } from '../organisation/org-number.rules.ts';
import type { ConfirmationReceipt, ConfirmBody } from './confirmation.schemas.ts';
import { requireNamedSender } from './machine-intake.ts';
import type { SenderCheck } from './sender-check.ts';

export interface MachineConfirmationParts {
  readonly clock: Clock;
  readonly config: Pick<Config, 'production'>;
  readonly senders: SenderCheck;
  readonly forFirm: (db: Db, firmId: string) => Db;
  readonly asDesk: (db: Db) => Db;
}

const REGISTER = { CLEANING_FIRM: 'CLEANING_APPROVAL', CAR_CARE_FIRM: 'CAR_CARE_APPROVAL' } as const;
const FIELD = 'firm';

/** $1 firm, $2 register, $3 year. A campaign is closed by the next one. */
const ASKED = `select k.id::text, k.case_id::text as "caseId", g.due_on::text as "dueOn",
  exists (select from confirmation_campaign n where n.register = g.register and n.year > g.year) as closed
from annual_confirmation k join confirmation_campaign g on g.id = k.campaign_id where k.firm_id = $1 and g.register = $2 and g.year = $3`;
const LOCK_CASE = 'select id::text, organisation_id from desk_case where id = $1 for update';
const LOCK = `select k.confirmed_at is not null as confirmed, a.status, f.name as "firmName" from annual_confirmation k
join exception_application a on a.id = k.application_id join organisation f on f.id = k.firm_id where k.id = $1 for update of k`;

interface Asked extends Record<string, unknown> {
  readonly id: string;
  readonly caseId: string | null;
  readonly dueOn: string;
  readonly closed: boolean;
}
interface Locked extends Record<string, unknown> {
  readonly confirmed: boolean;
  readonly status: ApplicationStatus;
  readonly firmName: string;
}
type CaseRow = { id: string; organisation_id: number };

/** While a withdrawal waits for its second signature the firm can still be heard. */
const HOLDS: readonly ApplicationStatus[] = ['GRANTED', 'FOR_APPROVAL'];

export class MachineConfirmationService {
  constructor(private readonly parts: MachineConfirmationParts) {}

  /** @throws AppError VALIDATION_FAILED, ORDERER_NOT_ALLOWED, CONFIRMATION_NOT_ASKED, CONFIRMATION_CLOSED, CONFIRMATION_GIVEN */
  async confirm({ db, once }: MachineCall, body: ConfirmBody): Promise<ConfirmationReceipt> {
    requireNamedSender(db, body);
    const own = db.principal.machine?.firmId;
    const firm = await this.#firm(db, body.firm);
    const firmDb = own ? db : this.parts.forFirm(db, firm.id);
    if (body.sender) await this.parts.senders.require(firmDb, firm, body.sender);
    return once(firmDb, () =>
      this.parts
        .asDesk(db)
        .transaction(tx => this.#write(tx, { firm, body, channel: own ? 'API' : 'PORTAL' })),
    );
  }

  async #write(tx: Tx, { firm, body, channel }: Sent): Promise<ConfirmationReceipt> {
    const at = this.parts.clock.now();
    const { code, year, employees, statements } = body;
    const register = REGISTER[code];
    const asked = await tx.one<Asked>(ASKED, [firm.id, register, year]);
    if (!asked) throw new AppError('CONFIRMATION_NOT_ASKED');
    const caseId = asked.caseId ?? (await takeOverApproval(tx, { firmId: firm.id, register }, at));
    if (asked.closed || caseId === null) throw new AppError('CONFIRMATION_CLOSED');
    const row = await tx.one<CaseRow>(LOCK_CASE, [caseId]);
    const held = await tx.one<Locked>(LOCK, [asked.id]);
    if (!row || !held) throw new AppError('CONFIRMATION_NOT_ASKED');
    if (held.confirmed) throw new AppError('CONFIRMATION_GIVEN');
    if (!HOLDS.includes(held.status)) throw new AppError('CONFIRMATION_CLOSED');
    const told: ToldConfirmation = { at, receivedOn: osloDate(at), channel, employees, statements };
    const receipt = await writeConfirmation(tx, { id: asked.id, row, firmName: held.firmName, year }, told);
    const { dueOn } = asked;
    const { receivedOn } = told;
    return { receipt, code, firm: firm.orgNumber, year, dueOn, receivedOn, employees, statements };
  }

  /** Another firm than the system's own is like one that does not exist. */
  async #firm(db: Db, typed: string): Promise<KnownFirm> {
    const parsed = parseOrgNumber(typed, this.parts.config.production ? 'production' : 'test');
    if (!parsed.ok) throw invalid({ [FIELD]: parsed.code });
    const known = await knownFirm(db, parsed.number);
    const own = db.principal.machine?.firmId;
    if (!known?.id || (own && known.id !== own)) throw invalid({ [FIELD]: 'UNKNOWN' });
    return { id: known.id, orgNumber: known.orgNumber };
  }
}

interface KnownFirm extends Pick<SoughtFirm, 'orgNumber'> {
  readonly id: string;
}

interface Sent {
  readonly firm: KnownFirm;
  readonly body: ConfirmBody;
  readonly channel: 'PORTAL' | 'API';
}
