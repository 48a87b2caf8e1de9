/** The audit log as the auditor reads it, newest first; every reading of it is a row of its own. */
import { logRead } from '../../platform/audit/audit.ts';
import type { Db } from '../../platform/db/db.ts';
import { likeAnywhere } from '../../platform/db/like.ts';
import { cappedCount, decodeCursor, type PageAsk, pageOf, ROW_ID } from '../../platform/graphql/page.ts';
import type { AuditFilter } from './audit.input.ts';
import type { AuditPageType } from './audit.type.ts';
import { AUDIT_ROWS, type AuditRow, toAuditRow } from './audit-row.readmodel.ts';

type Condition = readonly [given: unknown, sql: (parameter: string) => string];

/** Only what is asked for becomes part of the text, so that each combination gets the plan that fits its index. */
function conditionsOf(filter: AuditFilter): Condition[] {
  const operation = filter.operation?.trim();
  return [
    [filter.kind?.length ? filter.kind : null, p => `a.kind = any (${p}::text[])`],
    [filter.actorId, p => `a.actor_id = ${p}`],
    [filter.caseNumber?.trim(), p => `a.case_id = (select id from desk_case where number = ${p})`],
    [filter.personId, p => `a.id in (select log_about(${p}::bigint))`],
    [operation ? likeAnywhere(operation) : null, p => `a.operation ilike ${p}`],
    // Only the planner needs to be told that a search names nobody: the value is there to be present.
    [
      filter.noHits ? 'searchName' : null,
      p =>
        `a.kind = 'READ' and a.operation in ('searchName', 'searchNationalId') and a.person_ids = '{}' and ${p}::text <> ''`,
    ],
    [filter.from, p => `a.at >= ${p}::date::timestamp at time zone 'Europe/Oslo'`],
    [filter.to, p => `a.at < (${p}::date + 1)::timestamp at time zone 'Europe/Oslo'`],
  ];
}

function whereOf(filter: AuditFilter, page?: PageAsk): { where: string; values: unknown[] } {
  const conditions = conditionsOf(filter);
  if (page?.before) conditions.push([decodeCursor(page.before, 1, ROW_ID)[0], p => `a.id > ${p}`]);
  else if (page?.after) conditions.push([decodeCursor(page.after, 1, ROW_ID)[0], p => `a.id < ${p}`]);
  const asked = conditions.filter(([given]) => given !== null && given !== undefined && given !== '');
  const parts = asked.map(([, sql], index) => sql(`$${index + 1}`));
  return { where: parts.join(' and ') || 'true', values: asked.map(([given]) => given) };
}

export class AuditReadModel {
  page(db: Db, filter: AuditFilter, page: PageAsk): Promise<AuditPageType> {
    const { where, values } = whereOf(filter, page);
    const counted = whereOf(filter);
    const rowsSql = `${AUDIT_ROWS} where ${where} order by a.id ${page.before ? 'asc' : 'desc'} limit 101`;
    const countSql = `select count(*)::int as n from (select 1 from audit_log a where ${counted.where} limit 1001) x`;
    return db.transaction(async tx => {
      await logRead(tx, db, {
        table: 'audit_log',
        fields: ['*'],
        personIds: filter.personId ? [filter.personId] : [],
      });
      const rows = await tx.query<AuditRow>(rowsSql, values);
      const count = await tx.one<{ n: number }>(countSql, counted.values);
      const found = pageOf(rows, page, row => [row.id]);
      return { ...found, rows: found.rows.map(toAuditRow), count: cappedCount(count?.n ?? 0) };
    });
  }
}
