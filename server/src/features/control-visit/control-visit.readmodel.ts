/** Control visits at a firm with their notes and cases, for the authority alone. */
import type { Access, Permission } from '../../platform/access/access.ts';
import type { Db } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import { ApprovalCode } from '../application/application.enums.ts';
import { initialsOf } from '../staff/staff.rules.ts';
import type { ControlVisitsType, ControlVisitType } from './control-visit.type.ts';

export const RECORD_VISIT: Permission = { resource: 'visit', action: 'record' };

const CODES = Object.keys(ApprovalCode)
  .map(code => `'${code}'`)
  .join(', ');
const STAFF = (id: string) =>
  `(select json_build_object('id', s.id::text, 'name', s.name) from staff_user s where s.id = ${id})`;

/** The open one first, then the newest. `f.id` is the main unit. */
export const APPROVAL_CASE = `select c.id, c.number, c.closed_at from exception_application a join desk_case c on c.id = a.case_id
  where a.firm_id = f.id and a.code in (${CODES}) and a.status <> 'WRONG_CHANNEL' order by (c.closed_at is null) desc, a.id desc limit 1`;

const VISITS = `select json_agg(json_build_object('id', v.id::text, 'visitedOn', v.visited_on, 'place', v.place, 'outcome', v.outcome,
    'findings', v.findings, 'replacesId', v.replaces_id::text, 'reason', v.reason, 'recordedBy', ${STAFF('v.recorded_by')},
    'recordedAt', to_char(v.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'unit', case when u.id is not null then json_build_object('id', u.id::text, 'orgNumber', u.org_number, 'name', u.name) end,
    'visitors', (select json_agg(json_build_object('id', s.id::text, 'name', s.name) order by s.name, s.id) from staff_user s where s.id = any (v.visitor_ids)),
    'case', case when c.id is not null then json_build_object('id', c.id::text, 'number', c.number) end,
    'documentId', (select d.id::text from case_document d where d.id = v.document_id and d.struck_at is null),
    'standing', not exists (select from control_visit r where r.replaces_id = v.id)) order by v.visited_on desc, v.id desc)
  from (select * from control_visit w where w.firm_id = f.id order by w.visited_on desc, w.id desc limit 100) v
  left join organisation u on u.id = v.unit_id left join desk_case c on c.id = v.case_id`;

/** $1: organisation number of a main unit or of one of its sub-units. */
const PAGE = `select f.id::text as "firmId", app_is_tied_to('{}', array[f.id]) as tied, (${VISITS}) as visits,
  (select json_build_object('id', x.id::text, 'number', x.number) from (${APPROVAL_CASE}) x) as "approvalCase"
from (select coalesce(o.parent_id, o.id) as id from organisation o where o.org_number = $1) f`;

type Row = Omit<ControlVisitsType, 'mayRecord' | 'visits'> & { readonly visits: ControlVisitType[] | null };

export class ControlVisitReadModel {
  constructor(private readonly parts: { readonly access: Access }) {}

  /** @throws AppError NOT_FOUND */
  async ofFirm(db: Db, orgNumber: string): Promise<ControlVisitsType> {
    const [row] = await db.read<Row>(PAGE, [orgNumber.replaceAll(' ', '')]);
    if (!row) throw notFound();
    const { principal: actor } = db;
    const may = this.parts.access.may(actor, RECORD_VISIT, {
      organisationId: actor.organisationId ?? undefined,
    });
    return { ...row, mayRecord: may && !row.tied, visits: (row.visits ?? []).map(withInitials) };
  }
}

const withInitial = <T extends { name: string }>(staff: T) => ({
  ...staff,
  initials: initialsOf(staff.name),
});

const withInitials = (visit: ControlVisitType): ControlVisitType => ({
  ...visit,
  visitors: visit.visitors.map(withInitial),
  recordedBy: withInitial(visit.recordedBy),
});
