/** What the clock does to entries of the registers of exceptions: warns by letter before they end, notes their end, ends them with the role, deletes what must go. */
import { addDays, type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx, Values } from '../../platform/db/db.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import { type DueRow, MASKED_PERSON, sweepJob } from '../../platform/jobs/sweep.ts';
import { freeCases } from '../case/case.write.ts';
import { catalogueOn } from '../exception-catalogue/exception-catalogue.readmodel.ts';
import { bornRule, EXCEPTION_CODES } from '../exception-catalogue/exception-catalogue.rules.ts';
import type { ValidityRule } from '../exception-catalogue/exception-rule.shape.ts';
import { EARLY_WARNING_DAYS, LAST_WARNING_DAYS } from './entry.rules.ts';
import { endEntries, wakeLines } from './entry.write.ts';
import { type ToldEntry, tellEntry } from './entry-notice.write.ts';

export interface EntryJobParts {
  readonly clock: Clock;
  /** Right-hand side of Message-IDs. */
  readonly mailDomain: string;
}

const EVERY_SECONDS = 300;

const DUE = (
  reasons: string,
) => `select e.id::text, e.organisation_id, null as order_number, null as card_number,
  f.name as firm_name, e.person_id::text, ${MASKED_PERSON}, e.from_on::text, e.to_on::text, ${reasons} as reasons, e.case_id::text,
  e.application_id::text, e.firm_id::text, e.code
from exception_entry e join organisation f on f.id = e.firm_id
left join person p on p.id = e.person_id`;

/** A later entry for the same, in the same register, is why there is nothing to warn of. */
const FOLLOWED = `exists (select from exception_entry n where n.firm_id = e.firm_id and n.person_id is not distinct from e.person_id
  and n.register = e.register and n.ended_on is null and n.id <> e.id and (n.to_on is null or n.to_on > e.to_on))`;

/** On $4; the last warning takes the place of the first where both are due. */
const FIND_WARNED = `${DUE(`array[case when e.to_on <= $4::date + ${LAST_WARNING_DAYS} then 'ENDS_IN_7' else 'ENDS_IN_30' end]`)}
where e.ended_on is null and e.from_on <= $4::date and e.to_on between $4::date and $4::date + ${EARLY_WARNING_DAYS}
  and (e.warned_30_on is null or (e.warned_7_on is null and e.to_on <= $4::date + ${LAST_WARNING_DAYS}))
  and e.warned_7_on is null and not ${FOLLOWED}`;
const WARNED = `update exception_entry set warned_30_on = coalesce(warned_30_on, $2), warned_7_on = case when $3 then $2::date end, version = version + 1 where id = $1`;

/** The day of $4 is past the last one. */
const FIND_EXPIRED = `${DUE(`array['EXPIRED']`)} where e.ended_on is null and e.expiry_noted_on is null and e.to_on < $4::date`;
const EXPIRED = 'update exception_entry set expiry_noted_on = $2, version = version + 1 where id = $1';

/** Roles count only where the register told who holds them; $5 codes and $6 the roles each of them lasts with. */
const FIND_ROLE_GONE = `${DUE(`array['ROLE_ENDED']`)}
where e.while_role and e.ended_on is null and e.from_on <= $4::date and (e.to_on is null or e.to_on >= $4::date)
  and exists (select from firm_role r where r.firm_id = e.firm_id and r.person_id is not null)
  and not exists (select from firm_role r join unnest($5::text[], $6::text[]) w (code, role) on w.role = r.code
    where r.firm_id = e.firm_id and r.person_id = e.person_id and w.code = e.code)`;

/** Told of their end already, so that what rested on them has been asked about again. */
const FIND_DELETED = `${DUE(`array['DELETED']`)}
where e.delete_after and e.to_on < $4::date and (e.expiry_noted_on is not null or e.ended_on is not null)`;
const DELETED = 'delete from exception_entry where id = $1';

interface EntryRow extends DueRow, Omit<ToldEntry, 'organisation_id'> {
  from_on: LocalDate;
  to_on: LocalDate | null;
  application_id: string;
  firm_id: string;
}

interface Now {
  readonly at: Date;
  readonly today: LocalDate;
  readonly mailDomain: string;
}

type Deal = (tx: Tx, row: EntryRow, now: Now) => Promise<void>;
const onlyToday = async (_db: Db, now: Date): Promise<Values> => [osloDate(now)];

export function entryJobs({ clock, mailDomain }: EntryJobParts): JobDefinition[] {
  const job = (name: string, find: string, { deal, values = onlyToday }: Dealing) =>
    sweepJob<EntryRow>({
      ...{ name, find, values, clock, everySeconds: EVERY_SECONDS, key: 'e.id' },
      deal: (tx, rows, at) => each(tx, rows, { deal, now: { at, today: osloDate(at), mailDomain } }),
    });
  return [
    job('warn-exceptions', FIND_WARNED, { deal: warn }),
    job('expire-exceptions', FIND_EXPIRED, { deal: expire }),
    job('end-role-exceptions', FIND_ROLE_GONE, { deal: endWithRole, values: rolesOn }),
    job('delete-exceptions', FIND_DELETED, { deal: remove }),
  ];
}

interface Dealing {
  readonly deal: Deal;
  readonly values?: (db: Db, now: Date) => Promise<Values>;
}

/** What each code lasts with: by the catalogue of the day, or by the first one where it has turned to dates since. */
async function rolesOn(db: Db, now: Date): Promise<Values> {
  const today = osloDate(now);
  const catalogue = await catalogueOn(db, today);
  const pairs = EXCEPTION_CODES.flatMap(code => {
    const roles = rolesOf(catalogue[code].validity) ?? rolesOf(bornRule(code).validity) ?? [];
    return roles.map(role => [code, role] as const);
  });
  return [today, pairs.map(([code]) => code), pairs.map(([, role]) => role)];
}

const rolesOf = (validity: ValidityRule): readonly string[] | null =>
  validity.kind === 'WHILE_ROLE' ? validity.roles : null;

async function each(
  tx: Tx,
  rows: readonly EntryRow[],
  { deal, now }: { readonly deal: Deal; readonly now: Now },
): Promise<number> {
  const free = await freeCases(
    tx,
    rows.map(({ case_id }) => case_id),
  );
  const ready = rows.filter(({ case_id }) => free.has(case_id));
  for (const row of ready) await deal(tx, row, now);
  return ready.length;
}

async function warn(tx: Tx, row: EntryRow, { at, today, mailDomain }: Now): Promise<void> {
  const last = row.reasons.includes('ENDS_IN_7');
  await tx.query(WARNED, [row.id, today, last]);
  const days = String(last ? LAST_WARNING_DAYS : EARLY_WARNING_DAYS);
  const letter = { kind: 'ENTRY_EXPIRING', lastDay: row.to_on ?? today } as const;
  await tellEntry(tx, row, { type: 'ENTRY_WARNED', newValue: days, letter, at, mailDomain });
}

/** R14 does the rest: the lines that rest on it are asked about again within seconds, and their cards follow. */
async function expire(tx: Tx, row: EntryRow, { at, today, mailDomain }: Now): Promise<void> {
  await tx.query(EXPIRED, [row.id, today]);
  await wakeLines(tx, { personId: row.person_id, firmId: row.firm_id }, at);
  const type = 'ENTRY_EXPIRED';
  await tellEntry(tx, row, { type, journal: type, newValue: row.to_on ?? '', at, mailDomain });
}

async function endWithRole(tx: Tx, row: EntryRow, { at, today, mailDomain }: Now): Promise<void> {
  const ended = await endEntries(tx, row.application_id, {
    ...{ on: today, reason: 'ROLE_ENDED', decisionId: null, at },
  });
  if (!ended.includes(row.id)) return;
  const letter = { kind: 'ENTRY_ENDED', lastDay: lastDayOf(row, today) } as const;
  const type = 'ENTRY_ENDED';
  await tellEntry(tx, row, { type, journal: type, newValue: 'ROLE_ENDED', letter, at, mailDomain });
}

/** The day before it ended; one that ends on its first day has had none. */
function lastDayOf({ from_on }: EntryRow, ended: LocalDate): LocalDate {
  const before = addDays(ended, -1);
  return before < from_on ? from_on : before;
}

/** VAT_UNDER_50K_NEW (domain section 4): the row is gone, the log and the case remember it. */
async function remove(tx: Tx, row: EntryRow, { at, mailDomain }: Now): Promise<void> {
  await tx.query(DELETED, [row.id]);
  const type = 'ENTRY_DELETED';
  await tellEntry(tx, row, { type, journal: type, newValue: row.to_on ?? '', at, mailDomain });
}
