/** Finds the application a mail names by proof: it answers a mail of ours, or goes to an address of our making. Two different ones are none. */
import type { Tx } from '../../platform/db/db.ts';
import type { MailTarget } from './inbound-mail.rules.ts';

/** In which another paper is still of use. */
const OPEN = `('REGISTERED', 'UNDER_REVIEW', 'AWAITING_DOCUMENTS', 'FOR_APPROVAL', 'APPEALED')`;

const NAMED = `select a.case_id::text as "caseId", a.person_id is not null as personal, a.status in ${OPEN} as open,
  case when s.case_id is not null then 'HEADER' else 'REFERENCE' end as "matchedBy"
from exception_application a
left join (select distinct case_id from outbox_mail where message_id = any ($1::text[]) and case_id is not null) s on s.case_id = a.case_id
where s.case_id is not null or a.number = any ($2::text[])
limit 2`;

export interface MailReferences {
  /** In-Reply-To and References. */
  readonly messageIds: readonly string[];
  /** From addresses whose proof is ours. */
  readonly caseNumbers: readonly string[];
}

/** Null when nothing names one, or when what it names does not agree. */
export async function mailTarget(
  tx: Tx,
  { messageIds, caseNumbers }: MailReferences,
): Promise<MailTarget | null> {
  if (messageIds.length + caseNumbers.length === 0) return null;
  const named = await tx.query<MailTarget & Record<string, unknown>>(NAMED, [messageIds, caseNumbers]);
  return named.length === 1 ? (named[0] ?? null) : null;
}
