/** The weekly review of who looked at whom: oddities in order, each with its rows, for a leader or the auditor. */
import type { Access } from '../../platform/access/access.ts';
import { readShown } from '../../platform/audit/shown.ts';
import {
  addDays,
  isWorkingDay,
  type LocalDate,
  osloDate,
  weekdayOf,
} from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Values } from '../../platform/db/db.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import { AUDIT_ROWS, type AuditRow, toAuditRow } from '../audit/audit-row.readmodel.ts';
import type { StaffOrganisationType } from '../staff/me.type.ts';
import { initialsOf } from '../staff/staff.rules.ts';
import type { AccessReviewArgs } from './access-review.input.ts';
import {
  evidenceOf,
  type FoundFacts,
  factsOf,
  type MarkRow,
  markOf,
  type SignedRow,
} from './access-review.map.ts';
import { type Oddity, odditiesOf, oddityKey } from './access-review.rules.ts';
import { ACTORS, DAYS, MARKS, NIGHTS, PERSONS, QUEUES, SIGNED, TOTALS } from './access-review.sql.ts';
import type { AccessOddityType, AccessReviewType } from './access-review.type.ts';

export interface AccessReviewParts {
  readonly access: Access;
  readonly clock: Clock;
}

/** Which review: one week of one organisation. */
export interface ReviewOf {
  readonly organisationId: number;
  /** Its Monday. */
  readonly weekOn: LocalDate;
}

interface Totals {
  reads: number;
  searches: number;
  refused: number;
  colleagues: number;
}

/** What a smallint holds: anything above it is no organisation. */
const MOST_ORGANISATIONS = 32_767;
const READ = { resource: 'access-review', action: 'read' } as const;
const SIGN = { resource: 'access-review', action: 'sign' } as const;
const ORGANISATIONS = 'select id::text as id, kind, name from staff_organisation order by id';
const NAMES = `select 'staff' as of, id::text, name from staff_user where id = any ($1::bigint[])
union all select 'person', id::text, name from person where id = any ($2::bigint[])`;
const ROWS = `${AUDIT_ROWS} where a.id = any ($1::bigint[]) order by a.id desc`;

export const mondayOf = (day: LocalDate): LocalDate => addDays(day, 1 - weekdayOf(day));

export class AccessReviewReadModel {
  constructor(private readonly parts: AccessReviewParts) {}

  /** @throws AppError NOT_FOUND for another organisation, VALIDATION_FAILED for a week to come */
  async review(db: Db, args: AccessReviewArgs): Promise<AccessReviewType> {
    const of = this.reviewOf(db, args);
    const organisations = await db.read<StaffOrganisationType>(ORGANISATIONS);
    const organisation = organisations.find(({ id }) => Number(id) === of.organisationId);
    if (!organisation) throw notFound();
    const { found, totals, marks, signed } = await this.#counted(db, of);
    const all = odditiesOf(found);
    const about = all.filter(({ actorId }) => actorId !== db.principal.actorId);
    const explained = await this.#explained(db, about, { found, marks });
    const facts = { organisationId: of.organisationId };
    const { access } = this.parts;
    return {
      weekOn: of.weekOn,
      organisation,
      organisations: organisations.filter(({ id }) =>
        access.may(db.principal, READ, { organisationId: Number(id) }),
      ),
      ...totals,
      ...explained,
      aboutReader: all.length - about.length,
      maySign: !signed && access.may(db.principal, SIGN, facts) && of.weekOn < mondayOf(this.#today()),
      signature: signed ? { by: staffRef(signed), at: signed.at, oddities: signed.oddities } : null,
    };
  }

  /** @throws AppError as `review` */
  reviewOf(db: Db, { weekOn, organisationId }: AccessReviewArgs): ReviewOf {
    const own = db.principal.organisationId;
    const asked = organisationId ? Number(organisationId) : own;
    if (
      asked === null ||
      asked > MOST_ORGANISATIONS ||
      !this.parts.access.may(db.principal, READ, { organisationId: asked })
    )
      throw notFound();
    const thisWeek = mondayOf(this.#today());
    const monday = weekOn ? mondayOf(weekOn) : addDays(thisWeek, -7);
    if (monday > thisWeek) throw invalid({ weekOn: 'DATE_TOO_FAR' });
    return { organisationId: asked, weekOn: monday };
  }

  /** The oddities as they stand, without their rows. */
  async oddities(db: Db, of: ReviewOf): Promise<Oddity[]> {
    return odditiesOf((await this.#counted(db, of)).found);
  }

  async #counted(db: Db, { organisationId, weekOn }: ReviewOf) {
    const week = [organisationId, midnight(weekOn), midnight(addDays(weekOn, 7))];
    const closed = [0, 1, 2, 3, 4, 5, 6].map(n => addDays(weekOn, n)).filter(day => !isWorkingDay(day));
    const results = await db.readAll<object>([
      [PERSONS, week],
      [DAYS, week],
      [NIGHTS, [...week, closed]],
      [QUEUES, week],
      [ACTORS, week],
      [TOTALS, week],
      [MARKS, [organisationId, weekOn]],
      [SIGNED, [organisationId, weekOn]],
    ]);
    const [persons, days, nights, queues, actors, [totals] = [], marks, [signed] = []] = results;
    return {
      found: factsOf({ persons, days, nights, queues, actors } as unknown as FoundFacts),
      totals: totals as Totals,
      marks: marks as unknown as MarkRow[],
      signed: (signed as SignedRow | undefined) ?? null,
    };
  }

  /** With names and rows: from here on persons are shown, so the row about it comes first. */
  async #explained(
    db: Db,
    oddities: readonly Oddity[],
    { found, marks }: { found: FoundFacts; marks: readonly MarkRow[] },
  ): Promise<Pick<AccessReviewType, 'oddities' | 'rows'>> {
    if (oddities.length === 0) return { oddities: [], rows: [] };
    const evidence = new Map(oddities.map(oddity => [oddityKey(oddity), evidenceOf(oddity, found)]));
    const personIds = oddities.flatMap(oddity => evidence.get(oddityKey(oddity))?.personId ?? []);
    const rowIds = [...evidence.values()].flatMap(({ rows }) => rows);
    const statements: [string, Values][] = [
      [NAMES, [oddities.map(({ actorId }) => actorId), personIds]],
      [ROWS, [rowIds]],
    ];
    const [names = [], rows = []] = await readShown<object>(db, statements, () => ({
      ...{ view: 'access-review', table: 'audit_log', fields: ['access_log'] },
      personIds: [...new Set(personIds)],
    }));
    const nameOf = namesBy(names as unknown as NameRow[]);
    const explained = oddities.map((oddity): AccessOddityType => {
      const key = oddityKey(oddity);
      const { rows: rowIds, personId = null, ...when } = evidence.get(key) ?? evidenceOf(oddity, found);
      const actorName = nameOf('staff', oddity.actorId);
      const { kind, score, count, usual, actorId } = oddity;
      return {
        ...{ key, kind, score, count, usual, ...when, personId },
        actor: { id: actorId, name: actorName, initials: initialsOf(actorName) },
        personName: personId ? nameOf('person', personId) || null : null,
        rowIds: [...rowIds],
        mark: markOf(marks, key),
      };
    });
    return { oddities: explained, rows: (rows as unknown as AuditRow[]).map(toAuditRow) };
  }

  #today(): LocalDate {
    return osloDate(this.parts.clock.now());
  }
}

interface NameRow {
  of: 'staff' | 'person';
  id: string;
  name: string;
}

function namesBy(rows: readonly NameRow[]) {
  const names = new Map(rows.map(({ of, id, name }) => [`${of} ${id}`, name]));
  return (of: NameRow['of'], id: string) => names.get(`${of} ${id}`) ?? '';
}

const staffRef = ({ byId, byName }: { byId: string; byName: string }) => ({
  ...{ id: byId, name: byName, initials: initialsOf(byName) },
});

/** A calendar day's first moment in Oslo, as PostgreSQL reads it. */
const midnight = (day: LocalDate) => `${day} 00:00 Europe/Oslo`;
