import { countFields, pageInfoFields, staffRefFields } from '../../graphql/fragments.ts';
import { type FragmentOf, graphql } from '../../graphql/graphql.ts';

export const auditRowFields = graphql(
  `fragment AuditRowFields on AuditRow {
    id at kind actorLabel operation tableName rowId caseId caseNumber personId personCount fields purpose reason outcome requestId
    actor { ...StaffRefFields }
  }`,
  [staffRefFields],
);
export type AuditRow = FragmentOf<typeof auditRowFields>;

export const auditLogQuery = graphql(
  `
    query AuditLog($filter: AuditFilter, $page: PageInput) {
      auditLog(filter: $filter, page: $page) {
        rows { ...AuditRowFields }
        pageInfo { ...PageInfoFields }
        count { ...CountFields }
      }
    }
  `,
  [auditRowFields, pageInfoFields, countFields],
);
