/** Unmasks one national ID number for someone with the right and a reason; the log row comes before the number. */
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import { requireFresh } from '../../platform/access/fresh.ts';
import { logRead, logRefused, type ReadEntry } from '../../platform/audit/audit.ts';
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, invalid, notFound } from '../../platform/errors.ts';
import { addEvent, factsOf, type LockedCase, lockCase } from '../case/case.write.ts';
import { openNationalId } from './national-id.store.ts';
import type { RevealNationalIdInput } from './person.input.ts';
import type { NationalIdRevealType } from './person.type.ts';

export interface RevealParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly keys: Keys;
  readonly config: Pick<Config, 'REVEALS_PER_DAY' | 'STEP_UP_MINUTES'>;
}

interface PersonRow {
  id: string;
  national_id_enc: Buffer;
  national_id_key: string;
  national_id_idx: Buffer;
  restricted: boolean;
}

const REVEAL = { resource: 'person', action: 'reveal:nationalId' };
const OPERATION = 'revealNationalId';
const SHORTEST_REASON = 10;
const VISIBLE_SECONDS = 60;

const PERSON =
  'select id, national_id_enc, national_id_key, national_id_idx, restricted from person where id = $1';
// Held until commit, so that two windows of the same person cannot both take the day's last one.
const HOLD_ACTOR = 'select id from staff_user where id = $1 for no key update';
const USED = `select count(*)::int as n from audit_log where actor_id = $1 and operation = '${OPERATION}' and kind = 'READ' and at >= $2::date::timestamp at time zone 'Europe/Oslo'`;

export class RevealService {
  constructor(private readonly parts: RevealParts) {}

  /** @throws AppError STEP_UP_REQUIRED, NOT_FOUND, FORBIDDEN, VALIDATION_FAILED (reason), REVEAL_LIMIT with the day's limit */
  async revealNationalId(db: Db, input: RevealNationalIdInput): Promise<NationalIdRevealType> {
    const { clock, config } = this.parts;
    requireFresh(db.principal, { now: clock.now(), minutes: config.STEP_UP_MINUTES });
    const reason = input.reason.trim();
    if ([...reason].length < SHORTEST_REASON) throw invalid({ reason: 'REASON_TOO_SHORT' });
    const entry = entryOf(input, reason);
    try {
      return await db.transaction(tx => this.#reveal(tx, db, entry));
    } catch (error) {
      if (error instanceof AppError) await logRefused(db, entry, error.code);
      throw error;
    }
  }

  async #reveal(tx: Tx, db: Db, entry: RevealEntry): Promise<NationalIdRevealType> {
    const row = await lockCase(tx, entry.caseId, db.principal);
    const person = await this.#person(tx, db, { row, personId: entry.rowId });
    const usedToday = await this.#countUse(tx, db);
    await logRead(tx, db, entry);
    await addEvent(tx, row, { type: 'NATIONAL_ID_REVEALED', newValue: entry.purpose });
    const { national_id_enc: enc, national_id_key: keyId, national_id_idx: idx } = person;
    const nationalId = openNationalId(this.parts.keys, { id: person.id, enc, keyId, idx });
    const dailyLimit = this.parts.config.REVEALS_PER_DAY;
    return { nationalId, visibleSeconds: VISIBLE_SECONDS, usedToday, dailyLimit };
  }

  /** The case's own person, if the actor may unmask her; a protected person does not exist for those who may not. */
  async #person(tx: Tx, db: Db, of: { row: LockedCase; personId: string }): Promise<PersonRow> {
    const { access } = this.parts;
    const person = of.row.person_id === of.personId ? await tx.one<PersonRow>(PERSON, [of.personId]) : null;
    const facts = { ...factsOf(of.row), restricted: person?.restricted ?? false };
    if (facts.restricted && !access.may(db.principal, REVEAL, facts)) throw notFound();
    access.require(db.principal, REVEAL, facts);
    if (!person) throw notFound();
    return person;
  }

  /** @returns how many numbers this makes today. @throws AppError REVEAL_LIMIT */
  async #countUse(tx: Tx, db: Db): Promise<number> {
    const { actorId } = db.principal;
    const limit = this.parts.config.REVEALS_PER_DAY;
    await tx.query(HOLD_ACTOR, [actorId]);
    const used = await tx.one<{ n: number }>(USED, [actorId, osloDate(this.parts.clock.now())]);
    const usedToday = (used?.n ?? 0) + 1;
    if (usedToday > limit) throw new AppError('REVEAL_LIMIT', { limit });
    return usedToday;
  }
}

type RevealEntry = ReadEntry & { rowId: string; caseId: string; purpose: string };

function entryOf({ caseId, personId, purpose }: RevealNationalIdInput, reason: string): RevealEntry {
  return {
    ...{ table: 'person', rowId: personId, caseId, personIds: [personId] },
    ...{ fields: ['national_id'], purpose, reason, operation: OPERATION },
  };
}
