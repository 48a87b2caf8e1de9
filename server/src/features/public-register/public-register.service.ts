/** Answers anyone who asks about approved firms: one firm, a page of those that match, and what has changed. One statement each. */
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { likeAnywhere } from '../../platform/db/like.ts';
import { encodeCursor, type Keyset } from '../../platform/graphql/page.ts';
import type { ApprovalRegister } from '../firm-approval/firm-approval.enums.ts';
import type { ChangesAsked, FirmsAsked } from './public-register.ask.ts';
import { entryOf, type RegisterEntry, type ToldEntry } from './public-register.rules.ts';

export interface FirmAnswer {
  /** As it was asked for; the firm's own may be that of its main unit. */
  readonly orgNumber: string;
  readonly firm: Pick<RegisterEntry, 'orgNumber' | 'name' | 'place' | 'firmStatus'> | null;
  readonly registers: readonly Pick<
    RegisterEntry,
    'register' | 'status' | 'since' | 'validTo' | 'lawfulToBuy'
  >[];
}

export interface FirmsAnswer {
  readonly firms: readonly RegisterEntry[];
  /** What to ask for next; null at the end. */
  readonly next: string | null;
}

/** What holds now; of a firm that has left the register, no more than that. */
export interface Change extends Partial<Omit<RegisterEntry, 'status'>> {
  readonly changedAt: string;
  readonly orgNumber: string;
  readonly register: ApprovalRegister;
  readonly status: RegisterEntry['status'] | null;
}

export interface ChangesAnswer {
  readonly changes: readonly Change[];
  /** Where to go on, now or later. */
  readonly next: string;
  readonly more: boolean;
}

export type ToldRow = ToldEntry & Record<string, unknown>;
type ChangedRow = ToldRow & { readonly changed_at: string; readonly status: ToldEntry['status'] | null };

export const FIND = `select org_number, name, place, firm_status, register, status, since, valid_to
from find_approved_firms($1::jsonb, $2, $3, $4)`;
/** A day begins at midnight in Oslo. */
const CHANGED = `select changed_at, org_number, name, place, firm_status, register, status, since, valid_to
from approved_firm_changes(case when length($1) = 10 then $1::timestamp at time zone 'Europe/Oslo' else $1::timestamptz end, $2, $3, $4, $5)`;

/** A change is told when every change before it is done, so that nobody who goes on from it misses one. */
const SETTLED_MS = 30_000;

export class PublicRegisterService {
  constructor(private readonly clock: Clock) {}

  async firm(db: Db, orgNumber: string): Promise<FirmAnswer> {
    const rows = await db.read<ToldRow>(FIND, [JSON.stringify({ number: orgNumber }), '', '', 10]);
    const entries = rows.map(row => entryOf(row, this.#today()));
    const [first] = entries;
    return {
      orgNumber,
      firm: first
        ? { orgNumber: first.orgNumber, name: first.name, place: first.place, firmStatus: first.firmStatus }
        : null,
      registers: entries.map(({ register, status, since, validTo, lawfulToBuy }) => ({
        ...{ register, status, since, validTo, lawfulToBuy },
      })),
    };
  }

  async find(db: Db, { after, limit, name, ...asked }: FirmsAsked): Promise<FirmsAnswer> {
    const told = JSON.stringify({ ...asked, name: name && likeAnywhere(name) });
    const rows = await db.read<ToldRow>(FIND, [told, ...after, limit + 1]);
    const firms = rows.slice(0, limit).map(row => entryOf(row, this.#today()));
    const last = firms.at(-1);
    const next = rows.length > limit && last ? encodeCursor([last.orgNumber, last.register]) : null;
    return { firms, next };
  }

  async changes(db: Db, { after, limit }: ChangesAsked): Promise<ChangesAnswer> {
    const until = new Date(this.clock.now().getTime() - SETTLED_MS);
    const rows = await db.read<ChangedRow>(CHANGED, [...after, until, limit + 1]);
    const today = this.#today();
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const at: Keyset = last ? [last.changed_at, last.org_number, last.register] : after;
    const changes = shown.map(row => changeOf(row, today));
    return { changes, next: encodeCursor(at), more: rows.length > limit };
  }

  #today(): LocalDate {
    return osloDate(this.clock.now());
  }
}

function changeOf(row: ChangedRow, today: LocalDate): Change {
  const { changed_at: changedAt, org_number: orgNumber, register, status } = row;
  if (status === null) return { changedAt, orgNumber, register, status };
  return { changedAt, ...entryOf({ ...row, status }, today) };
}
