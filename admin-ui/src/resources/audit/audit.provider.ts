import { request } from '../../graphql/client.ts';
import type { VariablesOf } from '../../graphql/graphql.ts';
import { auditLogQuery } from './audit.documents.ts';

export type AuditFilter = NonNullable<VariablesOf<typeof auditLogQuery>['filter']>;

interface AuditPage {
  filter: AuditFilter;
  first: number;
  after: string | null;
}

/** Who did or read what, newest first. Reading it is itself logged. */
export async function listAudit({ filter, first, after }: AuditPage, signal: AbortSignal) {
  return (await request(auditLogQuery, { filter, page: { first, after } }, { signal })).auditLog;
}
