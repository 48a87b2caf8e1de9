/** The pages of the registers of approved firms, for support and the authority: who is what, where, and which application is open. */
import type { Access } from '../../platform/access/access.ts';
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Values } from '../../platform/db/db.ts';
import { likeAnywhere } from '../../platform/db/like.ts';
import { invalid } from '../../platform/errors.ts';
import {
  cappedCount,
  decodeCursor,
  FIRST_PAGE,
  type PageAsk,
  pageOf,
  ROW_ID,
} from '../../platform/graphql/page.ts';
import { type CaseScope, caseScope, SCOPE_SQL } from '../case/case.policy.ts';
import { recogniseText } from '../case/case-text.rules.ts';
import type { ApprovalRegister } from './firm-approval.enums.ts';
import { isLapsed } from './firm-approval.rules.ts';
import type { ApprovedFirmFilter } from './firm-register.input.ts';
import type { ApprovedFirmCountType, ApprovedFirmPageType, ApprovedFirmType } from './firm-register.type.ts';

export interface FirmRegisterAsk {
  readonly register: ApprovalRegister;
  readonly filter?: ApprovedFirmFilter | null;
  readonly page?: PageAsk | null;
}

interface Row extends Omit<ApprovedFirmType, 'lapsed' | 'firm'> {
  firmId: string;
  orgNumber: string;
  firmName: string;
}

const COUNTY = 'left(o.municipality, 2)';
/** $1: the register, $2: an organisation number, $3: part of a name. A sub-unit's number finds its main unit. */
const FOUND = `from firm_approval a join organisation o on o.id = a.firm_id where a.register = $1 and a.to_at is null
  and ($2::text is null or o.id = (select coalesce(u.parent_id, u.id) from organisation u where u.org_number = $2))
  and ($3::text is null or fold(o.name) like fold($3))`;
const PAGE_SIZES = [25, 50, 100];
const MOST_ID = '9223372036854775807';

/** $4: statuses, $5: county, $6: organisation of the actor, $7: id to go on from. */
export const firmRegisterSql = (
  scope: CaseScope,
  { up, size }: { readonly up: boolean; readonly size: number },
) => `select a.id::text, a.firm_id::text as "firmId", o.org_number as "orgNumber", o.name as "firmName", o.status as "firmStatus",
  a.register, a.status, (a.from_at at time zone 'Europe/Oslo')::date::text as since, a.valid_to::text as "validTo", ${COUNTY} as county,
  (select json_build_object('id', c.id::text, 'number', c.number) from desk_case c where c.subject_organisation_id = a.firm_id
    and c.kind = 'APPROVAL' and c.closed_at is null and ($6::smallint is null or true) and ${SCOPE_SQL[scope].replaceAll('$1', '$6')}
    order by c.id desc limit 1) as "openCase"
from (select a.* ${FOUND} and ($4::text[] is null or a.status = any ($4)) and ($5::text is null or ${COUNTY} = $5)
  and a.id ${up ? '>' : '<'} $7::bigint order by a.id ${up ? '' : 'desc'} limit ${size + 1}) a
join organisation o on o.id = a.firm_id order by a.id ${up ? '' : 'desc'}`;

/** Facets and overview are this one table, added up. */
export const FIRM_REGISTER_OVERVIEW = `select ${COUNTY} as county, a.status, count(*)::int as firms ${FOUND} group by 1, 2 order by 1, 2 limit 200`;

export class FirmRegisterReadModel {
  constructor(private readonly parts: { readonly access: Access; readonly clock: Clock }) {}

  /** Whoever changed last stands first. @throws AppError VALIDATION_FAILED */
  async page(db: Db, { register, filter, page: asked }: FirmRegisterAsk): Promise<ApprovedFirmPageType> {
    const page = asked ?? FIRST_PAGE;
    const { status, county } = soundFilter(filter ?? {});
    const up = Boolean(page.before);
    const cursor = page.before ?? page.after;
    const from = cursor ? decodeCursor(cursor, 1, ROW_ID) : [MOST_ID];
    const size = PAGE_SIZES.find(most => page.first <= most) ?? 100;
    const scope = caseScope(this.parts.access, db.principal);
    const found = [register, ...typed(filter?.text)];
    const values = [...found, status, county, db.principal.organisationId, ...from];
    const [rows = [], overview = []] = await db.readAll<object>([
      [firmRegisterSql(scope, { up, size }), values],
      [FIRM_REGISTER_OVERVIEW, found],
    ]);
    const today = osloDate(this.parts.clock.now());
    const kept = pageOf(rows as Row[], page, ({ id }) => [id]);
    const counts = overview as ApprovedFirmCountType[];
    const asks = (one: ApprovedFirmCountType) =>
      (status === null || status.includes(one.status)) && (county === null || one.county === county);
    const firms = counts.filter(asks).reduce((sum, one) => sum + one.firms, 0);
    return {
      rows: kept.rows.map(({ firmId, orgNumber, firmName, ...row }) => ({
        ...row,
        firm: { id: firmId, orgNumber, name: firmName },
        lapsed: isLapsed(row, today),
      })),
      pageInfo: kept.pageInfo,
      count: cappedCount(firms),
      overview: counts,
    };
  }
}

function soundFilter({ status, county }: ApprovedFirmFilter) {
  if (county && !/^\d{2}$/.test(county)) throw invalid({ county: 'NOT_POSSIBLE' });
  return { status: status && status.length > 0 ? status : null, county: county || null };
}

/** Organisation number and name, one of them or none; what is neither finds nothing. */
function typed(text: string | null | undefined): Values {
  if (!text || text.trim() === '') return [null, null];
  const found = recogniseText(text);
  if (found.kind === 'ORG_NUMBER') return [found.number, null];
  return found.kind === 'NAME' ? [null, likeAnywhere(found.name)] : ['', null];
}
