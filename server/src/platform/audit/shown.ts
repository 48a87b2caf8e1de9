/** One log row per page that shows persons, written before the page leaves; the same page seen again soon is covered by the first row. */
import { osloDate } from '../calendar/calendar.ts';
import type { Clock } from '../clock.ts';
import type { Db, Values } from '../db/db.ts';
import { AppError } from '../errors.ts';
import { logRefused, type ReadEntry, readStatement } from './audit.ts';

/** How long a row covers the same session's next look at the same (decision 0050). */
const COVERED_MS = 15 * 60_000;
/** A session's oldest memories go first; forgetting only means another row. */
const MOST_COVERED = 1_000;
const MOST_SESSIONS = 2_000;
/** Other servers' rows are counted in at least this often. */
const RECOUNT_MS = 5 * 60_000;

interface Day {
  readonly day: string;
  readonly countedAt: number;
  readonly persons: Set<string>;
}

export interface ShownParts {
  readonly clock: Clock;
  /** Persons one member of staff may be shown in a day. */
  readonly limit: number;
}

/** What this server knows to be on record: only ever filled after the row is committed. */
export class ShownMemory {
  readonly #sessions = new Map<string, Map<string, number>>();
  readonly #days = new Map<string, Day>();

  constructor(private readonly parts: ShownParts) {}

  /** Whether rows of the last quarter of an hour cover all of it. */
  covers(session: string | null, keys: readonly string[]): boolean {
    const known = session === null ? undefined : this.#sessions.get(session);
    const since = this.#now() - COVERED_MS;
    return known !== undefined && keys.length > 0 && keys.every(key => (known.get(key) ?? 0) > since);
  }

  remember(session: string | null, keys: readonly string[]): void {
    if (session === null) return;
    const known = this.#sessions.get(session) ?? new Map<string, number>();
    this.#sessions.delete(session);
    this.#sessions.set(session, known);
    const now = this.#now();
    for (const key of keys) {
      known.delete(key);
      known.set(key, now);
    }
    trim(known, MOST_COVERED);
    trim(this.#sessions, MOST_SESSIONS);
  }

  /** The day's count, read from the log when this server has none or an old one. */
  async count(db: Db): Promise<Set<string>> {
    const { actorId } = db.principal;
    if (actorId === null) return new Set();
    const today = osloDate(this.parts.clock.now());
    const known = this.#days.get(actorId);
    if (known?.day === today && known.countedAt > this.#now() - RECOUNT_MS) return known.persons;
    const rows = await db.read<{ id: string }>(PERSONS_TODAY, [actorId, today]);
    const seen = known?.day === today ? known.persons : new Set<string>();
    for (const { id } of rows) seen.add(id);
    this.#days.set(actorId, { day: today, countedAt: this.#now(), persons: seen });
    return seen;
  }

  /** @throws AppError DAILY_LIMIT when these persons would be too many */
  requireRoom(seen: ReadonlySet<string>, persons: readonly string[]): void {
    const fresh = persons.filter(id => !seen.has(id)).length;
    if (fresh > 0 && seen.size + fresh > this.parts.limit)
      throw new AppError('DAILY_LIMIT', { limit: this.parts.limit });
  }

  #now(): number {
    return this.parts.clock.now().getTime();
  }
}

const PERSONS_TODAY = `select distinct unnest(a.person_ids)::text as id from audit_log a
where a.actor_id = $1 and a.kind = 'READ'
  and a.at >= $2::date::timestamp at time zone 'Europe/Oslo'`;

function trim(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}

/** What a page shows; `view` names the kind of page, and a list has no case of its own. */
export interface Shown extends ReadEntry {
  readonly view: string;
  readonly personIds: readonly string[];
}

/**
 * Reads a screen that may show persons, in one transaction with the row that says so. Null from `shownOf`: nobody is shown.
 * @throws AppError DAILY_LIMIT; whatever the database says when the row cannot be written
 */
export async function readShown<R extends object>(
  db: Db,
  statements: readonly (readonly [string, Values])[],
  shownOf: (results: R[][]) => Shown | null,
): Promise<R[][]> {
  const memory = db.shown;
  const seen = await memory.count(db);
  let fresh: Shown | null = null;
  try {
    const results = await db.readThen<R>(statements, answers => {
      const shown = shownOf(answers);
      if (!shown || memory.covers(db.principal.sessionId, keysOf(shown))) return null;
      fresh = shown;
      memory.requireRoom(seen, shown.personIds);
      return readStatement(db, shown);
    });
    if (fresh) await noteShown(db, fresh, seen);
    return results;
  } catch (error) {
    if (error instanceof AppError && fresh) await logRefused(db, fresh, error.code);
    throw error;
  }
}

/**
 * Reads what is on record one by one, however often it is looked at (a file), in one transaction with its row. Null from
 * `entryOf`: nobody is shown. Counts as the lists do. @throws AppError DAILY_LIMIT
 */
export async function readLogged<R extends object>(
  db: Db,
  [sql, values]: readonly [string, Values],
  entryOf: (row: R) => ReadEntry | null,
): Promise<R | null> {
  const seen = await db.shown.count(db);
  let entry: ReadEntry | null = null;
  try {
    const [rows = []] = await db.readThen<R>([[sql, values]], ([found = []]) => {
      entry = found[0] ? entryOf(found[0]) : null;
      if (!entry) return null;
      db.shown.requireRoom(seen, entry.personIds ?? []);
      return readStatement(db, entry);
    });
    if (!entry) return null;
    await countShown(db, entry, seen);
    return rows[0] ?? null;
  } catch (error) {
    if (error instanceof AppError && entry) await logRefused(db, entry, error.code);
    throw error;
  }
}

function countShown(db: Db, { personIds = [] }: ReadEntry, seen: Set<string>): Promise<void> {
  return db.afterwards(async stands => {
    if (stands) for (const id of personIds) seen.add(id);
  });
}

/** Only once the row stands. */
function noteShown(db: Db, shown: Shown, seen: Set<string>): Promise<void> {
  return db.afterwards(async stands => {
    if (!stands) return;
    db.shown.remember(db.principal.sessionId, keysOf(shown));
    for (const id of shown.personIds) seen.add(id);
  });
}

const keysOf = ({ view, caseId, personIds }: Shown): string[] => [
  ...(caseId ? [`${view}|case ${caseId}`] : []),
  ...personIds.map(id => `${view}|${caseId ?? ''}|${id}`),
];

/** Rows of a list: each person once, in the order of the page. */
export function personsOf(rows: readonly { person_id: string | null }[]): string[] {
  return [...new Set(rows.flatMap(row => (row.person_id === null ? [] : [row.person_id])))];
}

/** A search for a name: it leaves a row also when nobody is found. */
export const foundByName = (personIds: readonly string[]): Shown => ({
  ...{ view: 'search', table: 'person', fields: ['name'], personIds, operation: 'searchName' },
});

/** A list that shows names; null when there is nobody in it. */
export function listOf(personIds: readonly string[], operation?: string): Shown | null {
  if (personIds.length === 0) return null;
  return { view: 'list', table: 'person', fields: ['name'], personIds, operation };
}
