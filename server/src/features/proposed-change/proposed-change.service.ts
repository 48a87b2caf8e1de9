/** Changes of rules and texts: one proposes a version from a day on, another approves it; the day itself is never reached back over. For every table of such versions. */
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import { requireFresh } from '../../platform/access/fresh.ts';
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, forbidden, invalid, notFound } from '../../platform/errors.ts';
import type { ChangeAction } from './proposed-change.enums.ts';
import { isOffered, mayDecide, type RulesOf } from './proposed-change.policy.ts';
import { beginsTooEarly, changeState } from './proposed-change.rules.ts';

export interface ChangeParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Pick<Config, 'STEP_UP_MINUTES'>;
}

/** A table of versions, and whose they are. */
export interface VersionTable {
  readonly table: 'scheme_setting' | 'exception_rule' | 'text_block' | 'statute';
  readonly of: RulesOf;
  /** What a version is, beside its day and its grounds. */
  readonly columns: readonly string[];
}

export type Faults = Readonly<Record<string, string>>;

/** A version as it would be kept, or what is wrong with it. */
export type Checked = { readonly values: readonly unknown[] } | { readonly faults: Faults };

interface Proposal {
  readonly validFrom: LocalDate;
  readonly grounds: string;
}

interface Held {
  proposedBy: string;
  validFrom: LocalDate;
  approved: boolean;
  withdrawn: boolean;
}

const propose = ({ table, columns }: VersionTable) => {
  const all = [...columns, 'valid_from', 'grounds', 'proposed_by', 'proposed_at'];
  return `insert into ${table} (${all.join(', ')}) values (${all.map((_, at) => `$${at + 1}`).join(', ')})
on conflict do nothing returning id::text`;
};
/** What nobody proposed the desk was born with: there is nothing to decide. */
const lock = (
  table: string,
) => `select proposed_by as "proposedBy", valid_from::text as "validFrom", approved_at is not null as approved,
  withdrawn_at is not null as withdrawn from ${table} where id = $1 and proposed_by is not null for update`;
const approve = (table: string) => `update ${table} set approved_by = $2, approved_at = $3 where id = $1`;
const withdraw = (table: string) =>
  `update ${table} set withdrawn_by = $2, withdrawn_at = $3, withdrawn_reason = $4 where id = $1`;

export class ProposedChanges {
  readonly #sql: Readonly<Record<'propose' | 'lock' | 'approve' | 'withdraw', string>>;

  constructor(
    private readonly parts: ChangeParts,
    private readonly about: VersionTable,
  ) {
    const { table } = about;
    this.#sql = {
      ...{ propose: propose(about), lock: lock(table) },
      ...{ approve: approve(table), withdraw: withdraw(table) },
    };
  }

  /** @returns its id. @throws AppError VALIDATION_FAILED naming each field, SETTING_DATE_TAKEN, STEP_UP_REQUIRED */
  async propose(db: Db, { validFrom, grounds }: Proposal, checked: Checked): Promise<string> {
    const now = this.#fresh(db);
    const faults: Faults = {
      ...('faults' in checked ? checked.faults : {}),
      ...(beginsTooEarly(validFrom, osloDate(now)) ? { validFrom: 'DATE_NOT_LATER' } : {}),
      ...(grounds.trim() === '' ? { grounds: 'REQUIRED' } : {}),
    };
    if ('faults' in checked || Object.keys(faults).length > 0) throw invalid(faults);
    const values = [...checked.values, validFrom, grounds.trim(), db.principal.actorId, now];
    const row = await db.transaction(tx => tx.one<{ id: string }>(this.#sql.propose, values));
    if (!row) throw new AppError('SETTING_DATE_TAKEN');
    return row.id;
  }

  /** @throws AppError FORBIDDEN for who proposed it, SETTING_DECIDED, SETTING_TOO_LATE, STEP_UP_REQUIRED */
  async approve(db: Db, id: string): Promise<void> {
    const now = this.#fresh(db);
    await db.transaction(async tx => {
      await this.#held(db, tx, { id, action: 'APPROVE', today: osloDate(now) });
      await tx.query(this.#sql.approve, [id, db.principal.actorId, now]);
    });
  }

  /** Also of what is approved, until its day has come: what holds goes on. @throws AppError SETTING_DECIDED, VALIDATION_FAILED, STEP_UP_REQUIRED */
  async withdraw(db: Db, { id, reason }: { readonly id: string; readonly reason: string }): Promise<void> {
    const now = this.#fresh(db);
    if (reason.trim() === '') throw invalid({ reason: 'REQUIRED' });
    await db.transaction(async tx => {
      await this.#held(db, tx, { id, action: 'WITHDRAW', today: osloDate(now) });
      await tx.query(this.#sql.withdraw, [id, db.principal.actorId, now, reason.trim()]);
    });
  }

  #fresh(db: Db): Date {
    const { clock, config } = this.parts;
    const now = clock.now();
    requireFresh(db.principal, { now, minutes: config.STEP_UP_MINUTES });
    return now;
  }

  /** The change as it is now, whoever was waited for, and the caller's to decide on. */
  async #held(db: Db, tx: Tx, about: { id: string; action: ChangeAction; today: LocalDate }): Promise<void> {
    const { id, action, today } = about;
    const held = await tx.one<Held>(this.#sql.lock, [id]);
    if (!held) throw notFound();
    const proposed = { of: this.about.of, proposedBy: held.proposedBy };
    if (!mayDecide(this.parts.access, db.principal, action)(proposed)) throw forbidden();
    const state = changeState({ ...held, today });
    if (isOffered(state, action)) return;
    throw new AppError(state === 'LAPSED' ? 'SETTING_TOO_LATE' : 'SETTING_DECIDED');
  }
}
