/** One entry of a register of exceptions: its life from the application to its end, what rests on it, and whether it can be withdrawn. */
import type { Access } from '../../platform/access/access.ts';
import { readShown, type Shown } from '../../platform/audit/shown.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import { ENTRY_COLUMNS, ENTRY_TABLES, type EntryListRow, entryAsk, toEntryRow } from './entry.readmodel.ts';
import type { ExceptionEntryStepType, ExceptionEntryType, RestsOnEntryType } from './entry.type.ts';
import { type RefusalFacts, refusalColumns, refusalOf } from './withdrawal.rules.ts';

/** $1 organisation or null for all, $2 today, $3 the entry, $4 actor, $5 now. */
const ENTRY = `select ${ENTRY_COLUMNS}, e.delete_after as "deleteAfter", ${refusalColumns('$4', '$5')}
from exception_entry e ${ENTRY_TABLES} join desk_case c on c.id = e.case_id where e.id = $3 and ($1::smallint is null or e.organisation_id = $1)`;

const STEP = (kind: string, rest: string) => `select '${kind}' as kind, ${rest}`;
const NOBODY =
  'null::text as "decisionKind", null::text as by, null::text as "approvedBy", null::text as "entryId"';

/** $1 the entry, $2 today. */
const HISTORY = `with e as (select * from exception_entry where id = $1)
select kind, day::text as on, what, "decisionKind", by, "approvedBy", "entryId" from (
  ${STEP('APPLICATION', `a.received_on as day, a.channel as what, ${NOBODY}, 1 as place from e join exception_application a on a.id = e.application_id`)}
  union all (${STEP(
    'DOCUMENT',
    `d.received_on, d.kind, ${NOBODY}, 2 from e join case_document d on d.case_id = e.case_id
    where d.struck_at is null order by d.id limit 20`,
  )})
  union all (${STEP(
    'DECISION',
    `d.decided_on, d.outcome, d.kind, u.name, v.name, null, 3 from e join decision d on d.application_id = e.application_id
    join staff_user u on u.id = d.decided_by left join staff_user v on v.id = d.approved_by order by d.id limit 10`,
  )})
  union all ${STEP('BEGUN', `e.from_on, null, ${NOBODY}, 4 from e where e.from_on <= $2::date`)}
  union all ${STEP('WARNED', `e.warned_30_on, '30', ${NOBODY}, 5 from e where e.warned_30_on is distinct from e.warned_7_on and e.warned_30_on is not null`)}
  union all ${STEP('WARNED', `e.warned_7_on, '7', ${NOBODY}, 5 from e where e.warned_7_on is not null`)}
  union all (${STEP(
    'APPEAL',
    `l.received_on, case when l.late then 'LATE' else 'IN_TIME' end, ${NOBODY}, 6 from e
    join appeal l on l.application_id = e.application_id order by l.id limit 5`,
  )})
  union all (${STEP(
    'APPEAL_SETTLED',
    `(l.settled_at at time zone 'Europe/Oslo')::date, l.outcome, ${NOBODY}, 7 from e
    join appeal l on l.application_id = e.application_id where l.outcome is not null order by l.id limit 5`,
  )})
  union all ${STEP('EXPIRED', `e.to_on, null, ${NOBODY}, 8 from e where e.to_on < $2::date and e.ended_on is null`)}
  union all ${STEP('ENDED', `e.ended_on, e.end_reason, ${NOBODY}, 8 from e where e.ended_on is not null`)}
  union all (${STEP(
    'FOLLOWED',
    `n.from_on, n.code, null, null, null, n.id::text, 9 from e join exception_entry n on n.firm_id = e.firm_id
    and n.person_id is not distinct from e.person_id and n.register = e.register and n.id > e.id order by n.id limit 3`,
  )})
) steps order by day, place`;

const RESTS = `select order_number as "orderNumber", line, scheme, ordered_on::text as "orderedOn", status, outcome,
  card_number as "cardNumber", card_status as "cardStatus", card_expires_on::text as "cardExpiresOn" from rests_on_entry($1)`;

type Row = EntryListRow & RefusalFacts & { deleteAfter: boolean };

export class EntryPageReadModel {
  constructor(private readonly parts: { readonly access: Access; readonly clock: Clock }) {}

  /** @throws AppError NOT_FOUND also when it was deleted after its time */
  async entry(db: Db, id: string): Promise<ExceptionEntryType> {
    const { access, clock } = this.parts;
    const { organisationId, today } = entryAsk(this.parts, db);
    const [[found] = [], history = [], rests = []] = await readShown<object>(
      db,
      [
        [ENTRY, [organisationId, today, id, db.principal.actorId, clock.now()]],
        [HISTORY, [id, today]],
        [RESTS, [id]],
      ],
      ([rows]) => shownIn(rows?.[0] as Row | undefined),
    );
    if (!found) throw notFound();
    const { deleteAfter, barred, applicationStatus, reservedByOther, ...row } = found as Row;
    const refusal = refusalOf({ state: row.state, barred, applicationStatus, reservedByOther });
    return {
      row: toEntryRow(row, today),
      deleteAfter,
      history: history as ExceptionEntryStepType[],
      rests: rests as RestsOnEntryType[],
      mayWithdraw: refusal === null && access.mayEver(db.principal, 'decision', 'propose'),
      refusal,
    };
  }
}

/** Whoever the page shows stands in the log; an exception of a firm shows nobody. */
function shownIn(row: Row | undefined): Shown | null {
  if (!row?.person_id) return null;
  const what = { table: 'exception_entry', rowId: row.id, caseId: row.caseId, fields: ['name'] };
  return { view: 'exception-entry', ...what, personIds: [row.person_id] };
}
