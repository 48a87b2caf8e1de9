/** Staff as the administrator's list shows them: one statement a page, sorted by name. */
import type { Access } from '../../platform/access/access.ts';
import type { Db } from '../../platform/db/db.ts';
import { likeAnywhere } from '../../platform/db/like.ts';
import { notFound } from '../../platform/errors.ts';
import {
  cappedCount,
  decodeCursor,
  type Page,
  type PageAsk,
  pageOf,
  ROW_ID,
} from '../../platform/graphql/page.ts';
import type { StaffOrganisationType, StaffRefType } from './me.type.ts';
import type { StaffFilter } from './staff.input.ts';
import { initialsOf } from './staff.rules.ts';
import type { StaffPageType, StaffUserType } from './staff.type.ts';
import { allowedActions } from './staff-grant.policy.ts';
import type { StaffGrantType } from './staff-grant.type.ts';

type PersonRow = Omit<StaffRefType, 'initials'>;

interface GrantRow extends Omit<StaffGrantType, 'proposedBy' | 'decidedBy' | 'allowedActions'> {
  proposedBy: PersonRow;
  decidedBy: PersonRow | null;
}

interface StaffRow extends Omit<StaffUserType, 'lastGrant'> {
  lastGrant: GrantRow | null;
  sort_name: string;
}

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const LAST_GRANT = `select json_build_object('id', g.id::text, 'roles', g.roles, 'activates', g.activates,
  'proposedBy', json_build_object('id', p.id::text, 'name', p.name), 'proposedAt', ${instant('g.proposed_at')}, 'outcome', g.outcome,
  'decidedBy', case when d.id is not null then json_build_object('id', d.id::text, 'name', d.name) end,
  'decidedAt', ${instant('g.decided_at')}, 'reason', g.reason) as last_grant
from staff_grant g join staff_user p on p.id = g.proposed_by left join staff_user d on d.id = g.decided_by
where g.staff_user_id = u.id order by g.id desc limit 1`;

const COLUMNS = `u.id, u.name, u.email, u.roles, u.active, u.last_seen_at as "lastSeenAt", u.version, left(u.name, 30) as sort_name,
  json_build_object('id', o.id::text, 'kind', o.kind, 'name', o.name) as organisation, l.last_grant as "lastGrant"
from staff_user u join staff_organisation o on o.id = u.organisation_id left join lateral (${LAST_GRANT}) l on true`;
const MATCHES = `($1::text is null or u.name ilike $1 or u.email ilike $1) and ($2::boolean is null or u.active = $2) and ($3::text is null or $3 = any (u.roles))
  and ($4::boolean is null or $4 = exists (select 1 from staff_grant w where w.staff_user_id = u.id and w.outcome is null))`;
const AFTER = `select ${COLUMNS} where ${MATCHES} and ($5::text is null or (left(u.name, 30), u.id) > ($5, $6::bigint)) order by left(u.name, 30), u.id limit 101`;
const BEFORE = `select ${COLUMNS} where ${MATCHES} and (left(u.name, 30), u.id) < ($5, $6::bigint) order by left(u.name, 30) desc, u.id desc limit 101`;
const COUNT = `select count(*)::int as n from (select 1 from staff_user u where ${MATCHES} limit 1001) x`;
const ONE = `select ${COLUMNS} where u.id = $1`;
const ORGANISATIONS = 'select id::text, kind, name from staff_organisation order by id';

export class StaffReadModel {
  constructor(private readonly access: Access) {}

  async page(db: Db, filter: StaffFilter, page: PageAsk): Promise<StaffPageType> {
    const matching = [
      filter.text?.trim() ? likeAnywhere(filter.text.trim()) : null,
      filter.active ?? null,
      filter.role ?? null,
      filter.waiting ?? null,
    ];
    const cursor = page.before ?? page.after;
    const from = cursor ? decodeCursor(cursor, 2, ROW_ID) : [null, null];
    const [rows = [], counted = []] = await db.readAll<StaffRow & { n: number }>([
      [page.before ? BEFORE : AFTER, [...matching, ...from]],
      [COUNT, matching],
    ]);
    const found: Page<StaffRow> = pageOf(rows, page, row => [row.sort_name, row.id]);
    return {
      ...found,
      rows: found.rows.map(row => this.#shown(db, row)),
      count: cappedCount(counted[0]?.n ?? 0),
    };
  }

  /** @throws AppError NOT_FOUND */
  async one(db: Db, id: string): Promise<StaffUserType> {
    const [row] = await db.read<StaffRow>(ONE, [id]);
    if (!row) throw notFound();
    return this.#shown(db, row);
  }

  organisations(db: Db): Promise<StaffOrganisationType[]> {
    return db.read<StaffOrganisationType>(ORGANISATIONS);
  }

  #shown(db: Db, { lastGrant: grant, ...row }: StaffRow): StaffUserType {
    if (!grant) return { ...row, lastGrant: null };
    const about = { staffUserId: row.id, proposedBy: grant.proposedBy.id };
    const lastGrant = {
      ...grant,
      proposedBy: withInitials(grant.proposedBy),
      decidedBy: grant.decidedBy && withInitials(grant.decidedBy),
      allowedActions: grant.outcome ? [] : allowedActions(this.access, db.principal, about),
    };
    return { ...row, lastGrant };
  }
}

const withInitials = (person: PersonRow): StaffRefType => ({ ...person, initials: initialsOf(person.name) });
