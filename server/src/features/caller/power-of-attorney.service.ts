/** Registers written powers of attorney, with scope and period, for those who take calls from their holders. */
import type { Access } from '../../platform/access/access.ts';
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, invalid, notFound, stale } from '../../platform/errors.ts';
import type { RegisterPowerInput, WithdrawPowerInput } from './caller.input.ts';

const VERIFY = { resource: 'caller', action: 'verify' };
const PERSON = 'select id from person where id = $1';
const ADD = `insert into power_of_attorney (organisation_id, person_id, holder_name, holder_birth_date, scope, from_on, to_on,
  received_on, registered_by_id, registered_at) values ($1, $2, $3, $4, $5, $6, $7, $8, app_actor(), $9)`;
const LOCK = `select id, organisation_id, person_id::text, withdrawn_at, version from power_of_attorney where id = $1 for update`;
const WITHDRAW =
  'update power_of_attorney set withdrawn_at = $2, withdrawn_by_id = app_actor(), version = version + 1 where id = $1';

interface Held {
  organisation_id: number;
  person_id: string;
  withdrawn_at: Date | null;
  version: number;
}

export class PowerOfAttorneyService {
  constructor(private readonly parts: { readonly access: Access; readonly clock: Clock }) {}

  /** @returns person.id. @throws AppError VALIDATION_FAILED, NOT_FOUND */
  async register(db: Db, input: RegisterPowerInput): Promise<string> {
    const now = this.parts.clock.now();
    requireSound(input, osloDate(now));
    const { organisationId } = db.principal;
    this.parts.access.require(db.principal, VERIFY, { organisationId: organisationId ?? undefined });
    const { personId, holderName, holderBirthDate, scope, fromOn, toOn, receivedOn } = input;
    await db.transaction(async tx => {
      if (!(await tx.one(PERSON, [personId]))) throw notFound();
      const paper = [holderName.trim(), holderBirthDate, scope, fromOn, toOn, receivedOn];
      await tx.query(ADD, [organisationId, personId, ...paper, now]);
    });
    return personId;
  }

  /** @returns person.id. @throws AppError NOT_FOUND, STALE, ACTION_NOT_AVAILABLE */
  async withdraw(db: Db, { id, expectedVersion }: WithdrawPowerInput): Promise<string> {
    return db.transaction(async tx => {
      const held = await this.#held(tx, db, id);
      if (held.version !== expectedVersion) throw stale(held.version);
      if (held.withdrawn_at) throw new AppError('ACTION_NOT_AVAILABLE');
      await tx.query(WITHDRAW, [id, this.parts.clock.now()]);
      return held.person_id;
    });
  }

  async #held(tx: Tx, db: Db, id: string): Promise<Held> {
    const held = await tx.one<Held & Record<string, unknown>>(LOCK, [id]);
    if (!held) throw notFound();
    this.parts.access.require(db.principal, VERIFY, { organisationId: held.organisation_id });
    return held;
  }
}

function requireSound(
  { holderName, holderBirthDate, fromOn, toOn, receivedOn }: RegisterPowerInput,
  today: LocalDate,
) {
  const faults = {
    holderName: holderName.trim().includes(' ') ? null : 'FULL_NAME',
    holderBirthDate: holderBirthDate < today ? null : 'DATE_AHEAD',
    toOn: toOn < fromOn ? 'DATE_BEFORE_START' : toOn < today ? 'DATE_PASSED' : null,
    receivedOn: receivedOn > today ? 'DATE_AHEAD' : null,
  };
  const found = Object.entries(faults).flatMap(([field, fault]) => (fault ? [[field, fault] as const] : []));
  if (found.length > 0) throw invalid(Object.fromEntries(found));
}
