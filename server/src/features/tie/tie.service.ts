/** What each member of staff declares about herself: whom and what she is tied to, so that no such case is hers (fvl. § 6). Nobody else reads it; the database bars. */
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, invalid, notFound } from '../../platform/errors.ts';
import { parseOrgNumber } from '../organisation/org-number.rules.ts';
import { type NumberMode, parseNationalId } from '../person/national-id.rules.ts';
import { TieKind } from './tie.enums.ts';
import type { DeclareTieInput } from './tie.input.ts';
import type { StaffTieType } from './tie.type.ts';
import { sealTieNumber } from './tie-number.store.ts';

export interface TieParts {
  readonly clock: Clock;
  readonly keys: Keys;
  readonly numberMode: NumberMode;
}

/** More than anybody has. */
export const MOST_TIES = 100;

const MINE = `select t.id::text, t.kind, t.national_id_masked as "maskedNationalId", t.org_number as "orgNumber", f.name as "firmName", t.declared_at as "declaredAt"
from staff_tie t left join organisation f on f.org_number = t.org_number where t.staff_user_id = app_actor() and t.ended_at is null order by t.id limit ${MOST_TIES}`;
const NEXT = `select nextval('staff_tie_id_seq')::text as id, (select count(*)::int from staff_tie t where t.staff_user_id = app_actor() and t.ended_at is null) as held`;
const DECLARE = `insert into staff_tie (id, staff_user_id, kind, national_id_enc, national_id_key, national_id_idx, national_id_idx_others, national_id_masked, org_number, declared_at)
overriding system value values ($1, app_actor(), $2, $3, $4, $5, $6::bytea[], $7, $8, $9) on conflict do nothing returning id::text`;
const END = `update staff_tie set ended_at = $2 where id = $1 and staff_user_id = app_actor() and ended_at is null returning id::text`;

const TO_FIRM: ReadonlySet<TieKind> = new Set([TieKind.EMPLOYER, TieKind.INTEREST]);

/** A checked number, of one of the two sorts. */
interface Subject {
  readonly nationalId: string | null;
  readonly orgNumber: string | null;
}

export class TieService {
  constructor(private readonly parts: TieParts) {}

  mine(db: Db): Promise<StaffTieType[]> {
    return db.read<StaffTieType>(MINE);
  }

  /** From then on no case about them is hers, and what she has of them is released. @throws AppError VALIDATION_FAILED naming the field */
  async declare(db: Db, input: DeclareTieInput): Promise<StaffTieType> {
    const subject = this.#subjectOf(input);
    const id = await db.transaction(tx => this.#add(tx, input.kind, subject));
    const tie = (await this.mine(db)).find(one => one.id === id);
    if (!tie) throw notFound();
    return tie;
  }

  /** Whom it was to is forgotten at once, and its bars are lifted. @throws AppError NOT_FOUND */
  async end(db: Db, id: string): Promise<void> {
    const at = this.parts.clock.now();
    const ended = await db.transaction(tx => tx.one(END, [id, at]));
    if (!ended) throw notFound();
  }

  async #add(tx: Tx, kind: TieKind, { nationalId, orgNumber }: Subject): Promise<string> {
    const next = await tx.one<{ id: string; held: number }>(NEXT);
    if (!next || next.held >= MOST_TIES) throw new AppError('ACTION_NOT_AVAILABLE');
    const sealed = nationalId === null ? null : sealTieNumber(this.parts.keys, nationalId, next.id);
    const columns = sealed
      ? [sealed.enc, sealed.keyId, sealed.idx, sealed.others, sealed.masked]
      : [null, null, null, null, null];
    const values = [next.id, kind, ...columns, orgNumber, this.parts.clock.now()];
    const added = await tx.one<{ id: string }>(DECLARE, values);
    const field = kind === TieKind.SELF ? 'kind' : sealed ? 'nationalId' : 'orgNumber';
    if (!added) throw invalid({ [field]: 'DECLARED_ALREADY' });
    return added.id;
  }

  #subjectOf({ kind, nationalId, orgNumber }: DeclareTieInput): Subject {
    const { numberMode } = this.parts;
    if (TO_FIRM.has(kind)) {
      const firm = parseOrgNumber(orgNumber ?? '', numberMode);
      if (!firm.ok) throw invalid({ orgNumber: firm.code });
      return { nationalId: null, orgNumber: firm.number };
    }
    const person = parseNationalId(nationalId ?? '', numberMode);
    if (!person.ok) throw invalid({ nationalId: person.code });
    return { nationalId: person.number, orgNumber: null };
  }
}
