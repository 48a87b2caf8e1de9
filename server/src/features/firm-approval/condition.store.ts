/** Puts together what the conditions of an approval are judged by: what the application says, what the registers say, what caseworkers have said. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import { type ApplicationCode, isApproval } from '../application/application.enums.ts';
import type { ApplicationClaims } from '../application/application-state.write.ts';
import type { ConditionFacts, SaidCondition } from '../exception-catalogue/condition.rules.ts';

/** The newest word on each condition. $1: exception_application.id */
export const SAID_CONDITIONS = `select distinct on (c.key) c.key, c.state, c.document_id::text as "documentId", c.comment, s.name as "saidBy",
  to_char(c.said_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "saidAt"
from approval_condition c join staff_user s on s.id = c.said_by where c.application_id = $1 order by c.key, c.id desc`;

interface Applied {
  readonly code: ApplicationCode;
  readonly claims: ApplicationClaims;
  readonly received_on: LocalDate;
}

/** Undefined for an exception. */
export function conditionFacts(
  { code, claims, received_on: day }: Applied,
  firm: ConditionFacts['firm'],
  said: readonly SaidCondition[],
): ConditionFacts | undefined {
  if (!isApproval(code)) return undefined;
  const { employees = null, dischargeDuty = null } = claims;
  return { employees, dischargeDuty, day, firm, said };
}
