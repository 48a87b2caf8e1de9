/** Staff as the administrator's list shows them: one statement a page, sorted by name. */
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
import type { StaffOrganisationType } from './me.type.ts';
import type { StaffFilter } from './staff.input.ts';
import type { StaffPageType, StaffUserType } from './staff.type.ts';

interface StaffRow extends Omit<StaffUserType, 'lastSeenAt'> {
  lastSeenAt: Date | null;
  sort_name: string;
}

const COLUMNS = `u.id, u.name, u.email, u.roles, u.active, u.last_seen_at as "lastSeenAt", u.version, left(u.name, 30) as sort_name,
  json_build_object('id', o.id::text, 'kind', o.kind, 'name', o.name) as organisation
from staff_user u join staff_organisation o on o.id = u.organisation_id`;
const MATCHES = `($1::text is null or u.name ilike $1 or u.email ilike $1) and ($2::boolean is null or u.active = $2) and ($3::text is null or $3 = any (u.roles))`;
const AFTER = `select ${COLUMNS} where ${MATCHES} and ($4::text is null or (left(u.name, 30), u.id) > ($4, $5::bigint)) order by left(u.name, 30), u.id limit 101`;
const BEFORE = `select ${COLUMNS} where ${MATCHES} and (left(u.name, 30), u.id) < ($4, $5::bigint) order by left(u.name, 30) desc, u.id desc limit 101`;
const COUNT = `select count(*)::int as n from (select 1 from staff_user u where ${MATCHES} limit 1001) x`;
const ONE = `select ${COLUMNS} where u.id = $1`;
const ORGANISATIONS = 'select id::text, kind, name from staff_organisation order by id';

export class StaffReadModel {
  async page(db: Db, filter: StaffFilter, page: PageAsk): Promise<StaffPageType> {
    const matching = [
      filter.text?.trim() ? likeAnywhere(filter.text.trim()) : null,
      filter.active ?? null,
      filter.role ?? null,
    ];
    const cursor = page.before ?? page.after;
    const from = cursor ? decodeCursor(cursor, 2, ROW_ID) : [null, null];
    const [rows = [], counted = []] = await db.readAll<StaffRow & { n: number }>([
      [page.before ? BEFORE : AFTER, [...matching, ...from]],
      [COUNT, matching],
    ]);
    const found: Page<StaffRow> = pageOf(rows, page, row => [row.sort_name, row.id]);
    return { ...found, count: cappedCount(counted[0]?.n ?? 0) };
  }

  /** @throws AppError NOT_FOUND */
  async one(db: Db, id: string): Promise<StaffUserType> {
    const [row] = await db.read<StaffRow>(ONE, [id]);
    if (!row) throw notFound();
    return row;
  }

  organisations(db: Db): Promise<StaffOrganisationType[]> {
    return db.read<StaffOrganisationType>(ORGANISATIONS);
  }
}
