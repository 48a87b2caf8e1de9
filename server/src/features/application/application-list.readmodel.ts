/** The list of applications: all of the authority's for its caseworkers, for the issuer those it registered, without a paper. */
import type { Access } from '../../platform/access/access.ts';
import { foundByName, listOf, personsOf, readShown } from '../../platform/audit/shown.ts';
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Db, Values } from '../../platform/db/db.ts';
import {
  COUNT_CAP,
  cappedCount,
  decodeCursor,
  FIRST_PAGE,
  type PageAsk,
  pageOf,
  ROW_ID,
} from '../../platform/graphql/page.ts';
import { findsRestricted } from '../case/case.policy.ts';
import { applicationScope } from './application.policy.ts';
import { mayHandOver } from './application-detail.map.ts';
import type { ApplicationFilter, ApplicationPageType, ApplicationRowType } from './application-list.type.ts';
import { type ApplicationWhere, applicationWhere, asksForName } from './application-where.ts';

export interface ApplicationListAsk {
  readonly filter?: ApplicationFilter | null;
  readonly page?: PageAsk | null;
  readonly withCount?: boolean | null;
}

type Same = 'id' | 'number' | 'code' | 'register' | 'status' | 'channel' | 'version' | 'firm';
interface ListRow extends Pick<ApplicationRowType, Same> {
  case_id: string;
  registrar_organisation_id: number | null;
  received_on: LocalDate;
  handed_over_at: Date | null;
  decided_on: LocalDate | null;
  due_on: LocalDate | null;
  promised_on: LocalDate | null;
  person_id: string | null;
  person_name: string | null;
  n?: number;
}

const MOST_ID = '9223372036854775807';
/** One statement text per size; a page between two sizes takes the larger and is cut. */
const PAGE_SIZES = [25, 50, 100];

const selectRows = (
  applications: string,
  order: string,
) => `select a.id::text, a.case_id::text, a.registrar_organisation_id,
  a.number, a.code, a.register, a.status, a.channel, a.version, a.received_on::text, a.handed_over_at, a.decided_on::text,
  c.due_on::text, c.promised_on::text, p.id::text as person_id, p.name as person_name,
  json_build_object('id', f.id::text, 'orgNumber', f.org_number, 'name', f.name) as firm
from (${applications}) a join organisation f on f.id = a.firm_id left join person p on p.id = a.person_id
left join desk_case c on c.id = a.case_id order by ${order}`;

/** Newest first. Exported so that its plan can be looked at. @throws AppError VALIDATION_FAILED when the cursor is not one of ours */
export function applicationPage({ sql, values }: ApplicationWhere, page: PageAsk): readonly [string, Values] {
  const up = Boolean(page.before);
  const cursor = page.before ?? page.after;
  const [from] = cursor ? decodeCursor(cursor, 1, ROW_ID) : [MOST_ID];
  const order = up ? 'a.id' : 'a.id desc';
  const size = PAGE_SIZES.find(most => page.first <= most) ?? COUNT_CAP;
  const applications = `select a.* from exception_application a where ${sql}
  and a.id ${up ? '>' : '<'} $${values.length + 1}::bigint order by ${order} limit ${size + 1}`;
  return [selectRows(applications, order), [...values, from]];
}

const countStatement = ({ sql, values }: ApplicationWhere): readonly [string, Values] => [
  `select count(*)::int as n from (select 1 from exception_application a where ${sql} limit ${COUNT_CAP + 1}) x`,
  values,
];

const keyset = (row: ListRow) => [row.id];

export class ApplicationListReadModel {
  constructor(private readonly parts: { readonly access: Access }) {}

  async applications(db: Db, ask: ApplicationListAsk): Promise<ApplicationPageType> {
    const { access } = this.parts;
    const { organisationId } = db.principal;
    const scope = applicationScope(access, db.principal);
    const restricted = findsRestricted(access, db.principal);
    const where = applicationWhere({ scope, organisationId, restricted }, ask.filter ?? {});
    const page = ask.page ?? FIRST_PAGE;
    const statements = [applicationPage(where, page), ...(ask.withCount ? [countStatement(where)] : [])];
    const shown = asksForName(ask.filter) ? foundByName : listOf;
    const [rows = [], counted] = await readShown<ListRow>(db, statements, ([found = []]) =>
      shown(personsOf(pageOf(found, page, keyset).rows)),
    );
    const { rows: kept, pageInfo } = pageOf(rows, page, keyset);
    return {
      rows: kept.map(row => ({ ...toRow(row), mayHandOver: mayHandOver(row, access, db.principal) })),
      pageInfo,
      count: counted ? cappedCount(Number(counted[0]?.n)) : null,
    };
  }
}

function toRow(row: ListRow): Omit<ApplicationRowType, 'mayHandOver'> {
  const { id, number, code, register, status, channel, version, firm } = row;
  return {
    ...{ id, number, code, register, status, channel, version, firm },
    caseId: row.case_id,
    receivedOn: row.received_on,
    handedOverAt: row.handed_over_at,
    decidedOn: row.decided_on,
    dueOn: row.due_on,
    promisedOn: row.promised_on,
    personName: row.person_name,
  };
}
