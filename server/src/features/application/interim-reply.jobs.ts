/** forvaltningsloven § 11 a: whoever has waited a month for an answer is told once why, and when it will come (decision 0502). */
import { addWorkingDays, type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import { type DueRow, MASKED_PERSON, sweepJob } from '../../platform/jobs/sweep.ts';
import { addEvent, freeCases, saveCase } from '../case/case.write.ts';
import { decisionBasis } from '../decision/decision-basis.store.ts';
import { letterOfClock } from '../decision/plain-letter.write.ts';
import { extraDaysOff, type Settings } from '../setting/setting.rules.ts';
import { lockApplication } from './application-state.write.ts';

export interface InterimReplyParts {
  readonly clock: Clock;
  /** Right-hand side of Message-IDs. */
  readonly mailDomain: string;
}

const EVERY_SECONDS = 300;

/** The letter that asked for papers was such a reply: the month begins anew with the last paper that came. */
const COUNTS_FROM = `case when exists (select from letter l where l.application_id = a.id and l.kind = 'DEFICIENCY' and l.status <> 'CANCELLED')
  then greatest(a.received_on, (select max(d.received_on) from case_document d where d.case_id = a.case_id)) else a.received_on end`;

/** On $4; while we wait for papers of theirs they know what we wait for. */
const FIND = `select a.id::text, a.organisation_id, null as order_number, null as card_number, f.name as firm_name, a.person_id::text, ${MASKED_PERSON},
  (${COUNTS_FROM})::text as from_on, null as to_on, array['UNANSWERED'] as reasons, a.case_id::text
from exception_application a join organisation f on f.id = a.firm_id left join person p on p.id = a.person_id
where a.status in ('UNDER_REVIEW', 'FOR_APPROVAL') and a.decided_on is null and a.interim_reply_on is null
  and a.received_on <= $4::date - 28 and (${COUNTS_FROM}) + interval '1 month' <= $4::date`;
const DAYS = 'select due_on::text, promised_on::text from desk_case where id = $1';
const REPLIED = 'update exception_application set interim_reply_on = $2 where id = $1';

interface Unanswered extends DueRow {
  case_id: string;
}

interface CaseDays extends Record<string, unknown> {
  due_on: LocalDate;
  promised_on: LocalDate | null;
}

export function interimReplyJobs({ clock, mailDomain }: InterimReplyParts): JobDefinition[] {
  const sweep = sweepJob<Unanswered>({
    ...{ name: 'interim-replies', find: FIND, key: 'a.id', clock, everySeconds: EVERY_SECONDS },
    values: async (_db, now) => [osloDate(now)],
    deal: async (tx, rows, at) => {
      const free = await freeCases(
        tx,
        rows.map(({ case_id }) => case_id),
      );
      const ready = rows.filter(({ case_id }) => free.has(case_id));
      for (const { case_id } of ready) await reply(tx, case_id, { at, mailDomain });
      return ready.length;
    },
  });
  return [sweep];
}

async function reply(
  tx: Tx,
  caseId: string,
  { at, mailDomain }: { readonly at: Date; readonly mailDomain: string },
): Promise<void> {
  const today = osloDate(at);
  const application = await lockApplication(tx, caseId);
  const days = await tx.one<CaseDays>(DAYS, [caseId]);
  await tx.query(REPLIED, [application.id, today]);
  const basis = await decisionBasis(tx, application, today);
  const deadlineOn = answerDay(days, today, basis.settings);
  await letterOfClock(tx, basis, {
    ...{ kind: 'INTERIM_REPLY', date: today, signer: null, deadlineOn, sendAfter: at, mailDomain },
  });
  const before = days?.promised_on ?? null;
  if (before === deadlineOn) return;
  await saveCase(tx, { id: caseId }, { promised_on: deadlineOn });
  const about = { id: caseId, organisation_id: application.organisation_id };
  await addEvent(tx, about, { type: 'PROMISE_CHANGED', oldValue: before, newValue: deadlineOn });
}

/** What was promised already, or our own deadline; where both are over, as long again as an application may take. */
function answerDay(days: CaseDays | null, today: LocalDate, settings: Settings): LocalDate {
  const ahead = [days?.promised_on, days?.due_on].find(day => day && day > today);
  return ahead ?? addWorkingDays(today, settings.exceptionDueDays, extraDaysOff(settings));
}
