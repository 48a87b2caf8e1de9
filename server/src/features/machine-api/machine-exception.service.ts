/** Applications for exceptions that machines send: a portal for whoever is signed in there, a firm's own system for its firm; and how they stand. */
import type { Config } from '../../config.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import type { MachineCall } from '../../platform/machine/machine-route.ts';
import type { ApplicationCode } from '../application/application.enums.ts';
import { newApplication, type RegisteredApplication } from '../application/new-application.write.ts';
import { isPersonal, requireFilledIn, toldBy } from '../application/told-application.store.ts';
import { ExceptionCode } from '../exception/exception.enums.ts';
import { parseOrgNumber } from '../organisation/org-number.rules.ts';
import type { ApplicationView, ApplyBody } from './exception.schemas.ts';
import type { Arrival, MachineIntake } from './machine-intake.ts';
import type { MachineOrderService, OrdererGiven } from './machine-order.service.ts';
import { findOrAddPerson } from './machine-person.store.ts';
import type { FirmOfSender } from './sender-check.ts';

export interface MachineExceptionParts {
  readonly config: Pick<Config, 'production'>;
  readonly keys: Keys;
  readonly intake: MachineIntake;
  readonly orders: MachineOrderService;
}

const FIRM = 'select coalesce(parent_id, id)::text as id from organisation where org_number = $1';
const VIEW = `select a.number, a.code, a.status, to_char(a.status_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "statusAt",
  o.org_number as firm, a.received_on::text as "receivedOn", a.decided_on::text as "decidedOn"
from exception_application a join organisation o on o.id = a.firm_id where a.number = $1 and a.code = any ($2)`;

type Somebody = NonNullable<ApplyBody['applicant']>;

export class MachineExceptionService {
  readonly codes: readonly ApplicationCode[] = Object.values(ExceptionCode);

  constructor(private readonly parts: MachineExceptionParts) {}

  /** Papers and application together, or nothing. @throws AppError VALIDATION_FAILED, ORDERER_NOT_ALLOWED, FILE_REFUSED */
  async apply(call: MachineCall, body: ApplyBody): Promise<ApplicationView> {
    const firmId = await this.#firm(call.db, body.firm);
    const { sender, documents } = body;
    const sent = { firmId, sender, documents };
    const number = await this.parts.intake.take(call, sent, (tx, arrival) =>
      this.#register(tx, { firmId, body, arrival }),
    );
    return this.view(call.db, number);
  }

  /** What somebody else sent is not there. @throws AppError NOT_FOUND */
  async view(db: Db, number: string): Promise<ApplicationView> {
    const [row] = await db.read<ApplicationView & Record<string, unknown>>(VIEW, [number, this.codes]);
    if (!row) throw notFound();
    return row;
  }

  /** @throws AppError ORDERER_NOT_ALLOWED */
  async requireSender(db: Db, { id }: FirmOfSender, orderer: OrdererGiven): Promise<void> {
    await db.transaction(tx => this.parts.orders.requireOrderer(tx, id ?? '', { orderer, scheme: null }));
  }

  async #register(
    tx: Tx,
    { firmId, body, arrival }: { firmId: string; body: ApplyBody; arrival: Arrival },
  ): Promise<RegisteredApplication> {
    const { at, today, channel } = arrival;
    await this.#requireSender(tx, firmId, body);
    const input = { ...body, orgNumber: body.firm, channel, receivedOn: today };
    requireFilledIn(input, today);
    const personal = await isPersonal(tx, input);
    const personId = personal ? await this.#person(tx, 'applicant', body.applicant) : null;
    const relatedPersonId = await this.#person(tx, 'related', body.related);
    if (relatedPersonId !== null && relatedPersonId === personId)
      throw invalid({ 'related.nationalId': 'SAME_PERSON' });
    const whose = { personId, relatedPersonId, firmId };
    return newApplication(tx, { ...toldBy(input), ...whose }, { at, today });
  }

  /** Whoever is signed in asks for herself, or may order for the firm. */
  async #requireSender(tx: Tx, firmId: string, { sender, applicant }: ApplyBody): Promise<void> {
    if (!sender || digitsOf(sender.nationalId) === digitsOf(applicant?.nationalId ?? '')) return;
    await this.parts.orders.requireOrderer(tx, firmId, { orderer: sender, scheme: null });
  }

  /** Another firm than the system's own is like one that does not exist. */
  async #firm(db: Db, typed: string): Promise<string> {
    const parsed = parseOrgNumber(typed, this.#mode());
    if (!parsed.ok) throw invalid({ firm: parsed.code });
    const [firm] = await db.read<{ id: string }>(FIRM, [parsed.number]);
    const own = db.principal.machine?.firmId;
    if (!firm || (own && own !== firm.id)) throw invalid({ firm: 'UNKNOWN' });
    return firm.id;
  }

  async #person(tx: Tx, field: string, told: Somebody | undefined): Promise<string | null> {
    return told ? findOrAddPerson(tx, this.parts, { field, told }) : null;
  }

  #mode() {
    return this.parts.config.production ? 'production' : 'test';
  }
}

const digitsOf = (text: string) => text.replaceAll(/\s/g, '');
