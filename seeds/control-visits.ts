/** Control visits of the demo: those with a note among the papers of a case of approval, some at other firms of the registers, and a few that were corrected. */
import type pg from 'pg';

/** Tuva, Erik and those who lead them take turns, one or two together. */
const WORKERS = `(select array_agg(s.id order by s.id) from staff_user s where s.organisation_id = 2 and s.demo and s.roles && array['CASEWORKER', 'CASEWORKER_LEAD'])`;
const BY = (id: string) => `w.all[1 + ((${id}) % cardinality(w.all))::int]`;
const COLUMNS =
  'organisation_id, firm_id, place, visited_on, visitor_ids, outcome, findings, case_id, document_id, recorded_by, recorded_at';
const FOUND: Readonly<Record<string, string>> = {
  FINDINGS: 'Én av fem renholdere hadde ikke kortet med seg. Arbeidsavtalene lå på stedet og var i orden.',
  ORDER_GIVEN: 'Tre av fem manglet HMS-kort. Virksomheten har fått pålegg om å bestille innen fire uker.',
  STOPPED: 'Ingen av de seks på stedet hadde HMS-kort, og arbeidsavtaler manglet. Arbeidet ble stanset.',
};
const findings = (outcome: string) =>
  `case ${outcome} ${Object.entries(FOUND)
    .map(([of, text]) => `when '${of}' then '${text}'`)
    .join(' ')} end`;

/** Of every note, the visit it is from. */
const NOTED = `insert into control_visit (${COLUMNS})
select 2, a.firm_id, null, v.received_on, array[${BY('v.id')}], v.outcome, ${findings('v.outcome')}, v.case_id, v.id, ${BY('v.id')}, v.created_at
from (select w.all from (select ${WORKERS} as all) w) w, (select d.*, case d.id % 3 when 0 then 'NO_FINDINGS' when 1 then 'FINDINGS' else 'ORDER_GIVEN' end as outcome
  from case_document d where d.kind = 'INSPECTION_NOTE') v join exception_application a on a.case_id = v.case_id`;

/** $1: now. A firm in fifteen, some weeks after it got the status it has. */
const OTHERS = `insert into control_visit (${COLUMNS})
select 2, v.firm_id, case v.firm_id % 4 when 0 then 'Kjøpesenteret i sentrum' end, (v.at at time zone 'Europe/Oslo')::date,
  case when v.firm_id % 2 = 0 then array[${BY('v.id')}] else array[${BY('v.id')}, ${BY('v.id + 1')}] end, v.outcome, ${findings('v.outcome')}, null, null, ${BY('v.id')}, v.at
from (select ${WORKERS} as all) w, (select h.*, date_trunc('day', h.from_at at time zone 'Europe/Oslo') at time zone 'Europe/Oslo' + interval '13 hours' + (20 + h.id % 90) * interval '1 day' as at,
    case when h.status = 'NOT_APPROVED' then case h.firm_id % 2 when 0 then 'STOPPED' else 'ORDER_GIVEN' end
      when h.id % 4 = 0 then 'FINDINGS' else 'NO_FINDINGS' end as outcome
  from firm_approval h where h.to_at is null and h.firm_id % 15 = 0) v where v.at < $1`;

/** Somebody looked at her own notes again. */
const CORRECTED = `insert into control_visit (${COLUMNS}, replaces_id, reason)
select v.organisation_id, v.firm_id, v.place, v.visited_on, v.visitor_ids, 'FINDINGS', v.findings, v.case_id, v.document_id, v.recorded_by, v.recorded_at + interval '2 hours',
  v.id, 'Pålegg ble ikke gitt. Virksomheten rettet det mens vi var der.'
from control_visit v where v.outcome = 'ORDER_GIVEN' and v.id % 5 = 0 and v.recorded_at + interval '2 hours' < $1`;

export async function seedControlVisits(client: pg.ClientBase, now: Date): Promise<void> {
  await client.query(NOTED);
  await client.query(OTHERS, [now]);
  await client.query(CORRECTED, [now]);
}
