/** Machines as the administrator's list and page show them: one statement each, newest first. */
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { likeAnywhere } from '../../platform/db/like.ts';
import { notFound } from '../../platform/errors.ts';
import { cappedCount, decodeCursor, type PageAsk, pageOf, ROW_ID } from '../../platform/graphql/page.ts';
import type { MachineClientFilter } from './machine-client.input.ts';
import type { MachineClientPageType, MachineClientType } from './machine-client.type.ts';

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
/** Secrets that work, and the last ones that did. */
const SECRETS = `select coalesce(json_agg(json_build_object('id', s.id::text, 'hint', s.hint, 'createdAt', ${instant('s.created_at')},
    'expiresAt', ${instant('s.expires_at')}, 'lastUsedAt', ${instant('s.last_used_at')},
    'live', s.expires_at is null or s.expires_at > $1) order by s.id desc), '[]') as secrets
  from (select id, hint, created_at, expires_at, last_used_at from machine_secret where client_id = c.id order by id desc limit 5) s`;
const COLUMNS = `select c.id, c.client_id as "clientId", c.name, c.kind, c.authentication, c.scopes, c.active, c.version, c.created_at as "createdAt",
  case when o.id is not null then json_build_object('id', o.id::text, 'orgNumber', o.org_number, 'name', o.name) end as firm,
  array(select coalesce(k ->> 'kid', k ->> 'kty') from jsonb_array_elements(c.jwks -> 'keys') k) as "keyIds", s.secrets,
  (select max(u.last_at) from machine_usage u where u.client_id = c.id) as "lastUsedAt",
  coalesce((select u.requests from machine_usage u where u.client_id = c.id and u.day = $2), 0) as "requestsToday"
from machine_client c left join organisation o on o.id = c.firm_id left join lateral (${SECRETS}) s on true`;
const MATCHES = `($1::text is null or c.name ilike $1 or o.org_number = $2) and ($3::text is null or c.kind = $3) and ($4::boolean is null or c.active = $4)`;
const PAGE_MATCHES = MATCHES.replaceAll(/\$(\d)/g, (_, n) => `$${Number(n) + 2}`);
const AFTER = `${COLUMNS} where ${PAGE_MATCHES} and ($7::bigint is null or c.id < $7) order by c.id desc limit 101`;
const BEFORE = `${COLUMNS} where ${PAGE_MATCHES} and c.id > $7::bigint order by c.id limit 101`;
const COUNT = `select count(*)::int as n from (select 1 from machine_client c left join organisation o on o.id = c.firm_id where ${MATCHES} limit 1001) x`;
const ONE = `${COLUMNS} where c.id = $3`;

export class MachineClientReadModel {
  constructor(private readonly parts: { readonly clock: Clock }) {}

  async page(db: Db, filter: MachineClientFilter, page: PageAsk): Promise<MachineClientPageType> {
    const text = filter.text?.trim();
    const matching = [
      text ? likeAnywhere(text) : null,
      text?.replaceAll(' ', '') ?? null,
      filter.kind ?? null,
      filter.active ?? null,
    ];
    const cursor = page.before ?? page.after;
    const from = cursor ? decodeCursor(cursor, 1, ROW_ID)[0] : null;
    const [rows = [], counted = []] = await db.readAll<MachineClientType & { n: number }>([
      [page.before ? BEFORE : AFTER, [...this.#times(), ...matching, from]],
      [COUNT, matching],
    ]);
    return { ...pageOf(rows, page, row => [row.id]), count: cappedCount(counted[0]?.n ?? 0) };
  }

  /** @throws AppError NOT_FOUND */
  async one(db: Db, id: string): Promise<MachineClientType> {
    const [row] = await db.read<MachineClientType & Record<string, unknown>>(ONE, [...this.#times(), id]);
    if (!row) throw notFound();
    return row;
  }

  #times(): [Date, string] {
    const now = this.parts.clock.now();
    return [now, osloDate(now)];
  }
}
