/** Checks who is on the phone against Folkeregisteret, asked live: the agent learns yes or no, the desk keeps yes or no for each field, and nothing else. */

import type { Access } from '../../platform/access/access.ts';
import { logRead, logRefused } from '../../platform/audit/audit.ts';
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, invalid } from '../../platform/errors.ts';
import type { Folkeregisteret, RegisteredPerson } from '../../registers/folkeregisteret/folkeregisteret.ts';
import { addOrderEvent } from '../order/item-state.write.ts';
import { whoMayOrder } from '../order/who-may-order.readmodel.ts';
import type { OrdererAnswer } from '../order/who-may-order.rules.ts';
import { type NumberMode, parseNationalId } from '../person/national-id.rules.ts';
import { nationalIdIndexes, openNationalId, type StoredNationalId } from '../person/national-id.store.ts';
import { type CallSubject, callSubject } from './call-subject.readmodel.ts';
import { CallOutcome } from './caller.enums.ts';
import type { VerifyCallerInput } from './caller.input.ts';
import {
  CALLS_PER_HOUR,
  type CallJudgement,
  judgeCall,
  type Power,
  REFUSALS_PER_PERSON,
  type Registered,
} from './caller.rules.ts';
import { addCall } from './caller.write.ts';

export interface CallerParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly keys: Keys;
  readonly folkeregisteret: Folkeregisteret;
  readonly numberMode: NumberMode;
}

const VERIFY = { resource: 'caller', action: 'verify' };
const HOUR_MS = 3_600_000;

// Held until commit, so that calls at the same time cannot all take the hour's last one.
const HOLD_ACTOR = 'select id from staff_user where id = $1 for no key update';
const USED = `select count(*)::int as n from caller_verification where actor_id = $1 and at > $2 and outcome <> 'NO_ANSWER'`;
const REFUSED = `select count(*)::int as n from caller_verification where person_id = $1 and at > $2 and outcome = 'REFUSED'`;
const CALLER = 'select caller_person($1::bytea[])::text as id';
const STORED = `select id::text, national_id_enc as enc, national_id_key as "keyId", national_id_idx as idx from person where id = $1`;
const POWER = `select holder_name as "holderName", holder_birth_date::text as "holderBirthDate", scope, from_on::text as "fromOn",
  to_on::text as "toOn", withdrawn_at is not null as withdrawn from power_of_attorney where id = $1 and person_id = $2`;

interface Call {
  readonly input: VerifyCallerInput;
  readonly number: string;
  readonly subject: CallSubject;
  /** person.id of whoever calls, when the desk knows her. */
  readonly callerId: string | null;
  /** Number of the person concerned, to ask who her guardian is. */
  readonly ward: string | null;
  readonly power: Power | null;
}

interface Answers {
  readonly caller: RegisteredPerson | 'UNKNOWN' | 'SILENT';
  readonly ward: RegisteredPerson | 'UNKNOWN' | 'SILENT' | null;
}

export class CallerService {
  constructor(private readonly parts: CallerParts) {}

  /**
   * The register is asked outside any transaction. @returns caller_verification.id
   * @throws AppError VALIDATION_FAILED, NOT_FOUND, CALLER_LIMIT
   */
  async verifyCaller(db: Db, input: VerifyCallerInput): Promise<string> {
    const number = this.#checked(input);
    const call = await this.#limited(db, tx => this.#begin(tx, db, { input, number }));
    const answers = await this.#ask(call);
    return this.#limited(db, tx => this.#conclude(tx, db, { call, answers }));
  }

  #checked({ nationalId, capacity, powerOfAttorneyId, ...said }: VerifyCallerInput): string {
    const parsed = parseNationalId(nationalId, this.parts.numberMode);
    if (!parsed.ok) throw invalid({ nationalId: parsed.code });
    const empty = (['name', 'street', 'postcode'] as const).filter(field => said[field].trim() === '');
    if (empty.length > 0) throw invalid(Object.fromEntries(empty.map(field => [field, 'REQUIRED'])));
    if ((capacity === 'POWER_OF_ATTORNEY') !== Boolean(powerOfAttorneyId))
      throw invalid({ powerOfAttorneyId: 'REQUIRED' });
    return parsed.number;
  }

  async #limited<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await db.transaction(work);
    } catch (error) {
      const entry = { table: 'caller_verification', fields: ['outcome'], operation: 'verifyCaller' };
      if (error instanceof AppError) await logRefused(db, entry, error.code);
      throw error;
    }
  }

  async #begin(tx: Tx, db: Db, { input, number }: Pick<Call, 'input' | 'number'>): Promise<Call> {
    const subject = await callSubject(tx, input);
    const organisationId = subject.organisationId ?? db.principal.organisationId ?? undefined;
    this.parts.access.require(db.principal, VERIFY, { organisationId });
    const caller = await tx.one<{ id: string | null }>(CALLER, [nationalIdIndexes(this.parts.keys, number)]);
    const call = { input, number, subject, callerId: caller?.id ?? null };
    await this.#requireRoom(tx, db, call);
    const ward = input.capacity === 'GUARDIAN' ? await this.#numberOf(tx, subject.personId) : null;
    return { ...call, ward, power: await this.#power(tx, input, subject) };
  }

  async #power(
    tx: Tx,
    { powerOfAttorneyId }: VerifyCallerInput,
    { personId }: CallSubject,
  ): Promise<Power | null> {
    if (!powerOfAttorneyId) return null;
    const power = await tx.one<Power & Record<string, unknown>>(POWER, [powerOfAttorneyId, personId]);
    if (!power) throw new AppError('NOT_FOUND');
    return power;
  }

  async #numberOf(tx: Tx, personId: string | null): Promise<string | null> {
    const stored = personId
      ? await tx.one<StoredNationalId & Record<string, unknown>>(STORED, [personId])
      : null;
    return stored && openNationalId(this.parts.keys, stored);
  }

  /** @throws AppError CALLER_LIMIT */
  async #requireRoom(
    tx: Tx,
    db: Db,
    { callerId, subject }: Pick<Call, 'callerId' | 'subject'>,
  ): Promise<void> {
    const { actorId } = db.principal;
    const since = new Date(this.parts.clock.now().getTime() - HOUR_MS);
    await tx.query(HOLD_ACTOR, [actorId]);
    const used = await tx.one<{ n: number }>(USED, [actorId, since]);
    const refused = await tx.one<{ n: number }>(REFUSED, [subject.personId ?? callerId, since]);
    if ((used?.n ?? 0) >= CALLS_PER_HOUR || (refused?.n ?? 0) >= REFUSALS_PER_PERSON)
      throw new AppError('CALLER_LIMIT');
  }

  async #ask({ number, callerId, ward, subject }: Call): Promise<Answers> {
    const ask = async (nationalId: string, personId: string | null) => {
      const answer = await this.parts.folkeregisteret.person({ nationalId, personId: personId ?? undefined });
      if (answer.kind === 'UNAVAILABLE') return 'SILENT' as const;
      return answer.kind === 'PERSON' ? answer.person : ('UNKNOWN' as const);
    };
    const [caller, concerned] = await Promise.all([
      ask(number, callerId),
      ward === null ? null : ask(ward, subject.personId),
    ]);
    return { caller, ward: concerned };
  }

  async #conclude(tx: Tx, db: Db, { call, answers }: { call: Call; answers: Answers }): Promise<string> {
    await this.#requireRoom(tx, db, call);
    const silent = answers.caller === 'SILENT' || answers.ward === 'SILENT';
    const orderer = silent ? null : await this.#orderer(tx, call);
    const judgement = silent ? null : this.#judge(call, { answers, orderer });
    const id = await this.#keep(tx, db, { call, judgement, orderer });
    const personId = concernedOf(call);
    if (judgement?.outcome === 'VERIFIED' && personId)
      await logRead(tx, db, {
        ...{ table: 'person', rowId: personId, personIds: [personId], fields: ['name'] },
        ...{ purpose: 'CALLER_VERIFIED', operation: 'verifyCaller' },
      });
    return id;
  }

  async #orderer(tx: Tx, { input, subject, callerId }: Call): Promise<OrdererAnswer | null> {
    if (input.capacity !== 'FIRM' || !subject.firmId || !callerId) return null;
    const day = osloDate(this.parts.clock.now());
    return whoMayOrder(tx, { firm: subject.firmId, personId: callerId, day, scheme: subject.scheme });
  }

  #judge(
    call: Call,
    { answers, orderer }: { answers: Answers; orderer: OrdererAnswer | null },
  ): CallJudgement {
    const { input, number, power } = call;
    const ward = typeof answers.ward === 'object' ? answers.ward : null;
    return judgeCall({
      claim: input,
      registered: typeof answers.caller === 'object' ? toRegistered(answers.caller) : null,
      capacity: input.capacity,
      day: osloDate(this.parts.clock.now()),
      isConcerned: isConcerned(call),
      mayOrder: orderer?.may ?? false,
      isGuardian: ward?.guardian?.nationalId === number,
      power,
    });
  }

  async #keep(
    tx: Tx,
    db: Db,
    {
      call,
      judgement,
      orderer,
    }: { call: Call; judgement: CallJudgement | null; orderer: OrdererAnswer | null },
  ): Promise<string> {
    const { input, subject } = call;
    const at = this.parts.clock.now();
    const { organisationId } = db.principal;
    const outcome = judgement?.outcome ?? CallOutcome.NO_ANSWER;
    const { firmId, orderItemId, cardId } = subject;
    const id = await addCall(tx, {
      ...{
        organisationId,
        at,
        capacity: input.capacity,
        personId: concernedOf(call),
        firmId,
        orderItemId,
        cardId,
      },
      powerOfAttorneyId: input.powerOfAttorneyId ?? null,
      delegationId: orderer?.may ? orderer.delegationId : null,
      roleCode: orderer?.may ? orderer.roleCode : null,
      ...{ matches: judgement?.matches ?? null, outcome, fault: judgement?.fault ?? null },
    });
    await tell(tx, call, { outcome, at });
    return id;
  }
}

/** On the timeline of the order or card; what a caller who was refused wanted is not. */
async function tell(
  tx: Tx,
  { input, subject }: Call,
  { outcome, at }: { outcome: CallOutcome; at: Date },
): Promise<void> {
  const { orderId, orderItemId: itemId, cardId } = subject;
  if (!(orderId || cardId)) return;
  const note = outcome === CallOutcome.VERIFIED ? input.asksAbout?.trim() || null : null;
  const event = { type: `CALLER_${outcome}`, at, itemId, cardId, newValue: input.capacity, note };
  await addOrderEvent(tx, { organisation_id: subject.organisationId ?? 0, order_id: orderId }, event);
}

/** For a firm it is about the firm, whoever calls; without a subject about herself. */
function concernedOf({ input, subject, callerId }: Call): string | null {
  if (input.capacity === 'FIRM') return null;
  return subject.personId ?? (hasSubject(subject) ? null : callerId);
}

const hasSubject = ({ personId, firmId, cardId }: CallSubject) => Boolean(personId ?? firmId ?? cardId);

const isConcerned = ({ subject, callerId }: Call) =>
  hasSubject(subject) ? callerId !== null && subject.personId === callerId : true;

function toRegistered({ name, birthDate, status, address }: RegisteredPerson): Registered {
  return { name, birthDate, deceased: status === 'DECEASED', address };
}
