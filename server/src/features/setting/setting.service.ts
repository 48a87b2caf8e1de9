/** Changes of the scheme's rules: one administrator proposes a value from a day on, another one approves it; the day itself is never reached back over. */
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import { requireFresh } from '../../platform/access/fresh.ts';
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, forbidden, invalid, notFound } from '../../platform/errors.ts';
import type { SettingAction } from './setting.enums.ts';
import type { ProposeSettingInput, WithdrawSettingInput } from './setting.input.ts';
import { isOffered, mayDecide } from './setting.policy.ts';
import {
  beginsTooEarly,
  changeState,
  definitionOf,
  readValue,
  valueFault,
  writeValue,
} from './setting.rules.ts';

export interface SettingParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Pick<Config, 'STEP_UP_MINUTES'>;
}

interface Held {
  proposedBy: string;
  validFrom: LocalDate;
  approved: boolean;
  withdrawn: boolean;
}

const PROPOSE = `insert into scheme_setting (key, scheme, value, valid_from, grounds, proposed_by, proposed_at)
values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`;
const LOCK = `select proposed_by as "proposedBy", valid_from::text as "validFrom", approved_at is not null as approved,
  withdrawn_at is not null as withdrawn from scheme_setting where id = $1 for update`;
const APPROVE = 'update scheme_setting set approved_by = $2, approved_at = $3 where id = $1';
const WITHDRAW =
  'update scheme_setting set withdrawn_by = $2, withdrawn_at = $3, withdrawn_reason = $4 where id = $1';

export class SettingService {
  constructor(private readonly parts: SettingParts) {}

  /** @throws AppError VALIDATION_FAILED (scheme, value, validFrom, grounds), SETTING_DATE_TAKEN, STEP_UP_REQUIRED */
  async propose(db: Db, input: ProposeSettingInput): Promise<void> {
    const now = this.#fresh(db);
    const { key, scheme = null, validFrom } = input;
    const value = checked(input, osloDate(now));
    const values = [key, scheme, value, validFrom, input.grounds.trim(), db.principal.actorId, now];
    const taken = await db.transaction(async tx => (await tx.one(PROPOSE, values)) === null);
    if (taken) throw new AppError('SETTING_DATE_TAKEN');
  }

  /** @throws AppError FORBIDDEN for who proposed it, SETTING_DECIDED, SETTING_TOO_LATE, STEP_UP_REQUIRED */
  async approve(db: Db, id: string): Promise<void> {
    const now = this.#fresh(db);
    await db.transaction(async tx => {
      await this.#held(db, tx, { id, action: 'APPROVE', today: osloDate(now) });
      await tx.query(APPROVE, [id, db.principal.actorId, now]);
    });
  }

  /** Also of what is approved, until its day has come: what holds goes on. @throws AppError SETTING_DECIDED, VALIDATION_FAILED, STEP_UP_REQUIRED */
  async withdraw(db: Db, { id, reason }: WithdrawSettingInput): Promise<void> {
    const now = this.#fresh(db);
    if (reason.trim() === '') throw invalid({ reason: 'REQUIRED' });
    await db.transaction(async tx => {
      await this.#held(db, tx, { id, action: 'WITHDRAW', today: osloDate(now) });
      await tx.query(WITHDRAW, [id, db.principal.actorId, now, reason.trim()]);
    });
  }

  #fresh(db: Db): Date {
    const { clock, config } = this.parts;
    const now = clock.now();
    requireFresh(db.principal, { now, minutes: config.STEP_UP_MINUTES });
    return now;
  }

  /** The change as it is now, whoever was waited for, and the caller's to decide on. */
  async #held(db: Db, tx: Tx, about: { id: string; action: SettingAction; today: LocalDate }): Promise<void> {
    const { id, action, today } = about;
    const held = await tx.one<Held>(LOCK, [id]);
    if (!held) throw notFound();
    const proposed = { of: 'setting', proposedBy: held.proposedBy } as const;
    if (!mayDecide(this.parts.access, db.principal, action)(proposed)) throw forbidden();
    const state = changeState({ ...held, today });
    if (isOffered(state, action)) return;
    throw new AppError(state === 'LAPSED' ? 'SETTING_TOO_LATE' : 'SETTING_DECIDED');
  }
}

/** @returns the value in its one way of writing. @throws AppError VALIDATION_FAILED naming each field that cannot stand */
function checked({ key, scheme, value, validFrom, grounds }: ProposeSettingInput, today: LocalDate): string {
  const definition = definitionOf(key);
  const faults = {
    scheme: scheme && !definition.perScheme ? 'NOT_POSSIBLE' : null,
    value: valueFault(definition, value),
    validFrom: beginsTooEarly(validFrom, today) ? 'DATE_NOT_LATER' : null,
    grounds: grounds.trim() === '' ? 'REQUIRED' : null,
  };
  const found = Object.entries(faults).flatMap(([field, fault]) => (fault ? [[field, fault] as const] : []));
  if (found.length > 0) throw invalid(Object.fromEntries(found));
  return writeValue(definition, readValue(definition, value));
}
