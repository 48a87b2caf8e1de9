/** What the desk knows about a firm: the registers' facts, who may order for it, who works there, and what is going on. */
import type { Access } from '../../platform/access/access.ts';
import { listOf, readShown, type Shown } from '../../platform/audit/shown.ts';
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import {
  cappedCount,
  decodeCursor,
  FIRST_PAGE,
  type PageAsk,
  pageOf,
  ROW_ID,
} from '../../platform/graphql/page.ts';
import type { CallerReadModel } from '../caller/caller.readmodel.ts';
import { caseScope } from '../case/case.policy.ts';
import { orderScope } from '../order/order.policy.ts';
import { delegationState } from '../order/who-may-order.rules.ts';
import { SETTING_ROWS } from '../setting/setting.readmodel.ts';
import { type SettingRow, settingsFrom } from '../setting/setting.rules.ts';
import type { DelegationType, FirmDetailType, FirmEmployeePageType, FirmEmployeeType } from './firm.type.ts';
import { EMPLOYEE_COUNT, employeesSql, firmPageSql } from './firm-page.sql.ts';

export interface FirmReadParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly calls: CallerReadModel;
}

interface DelegationRow extends Omit<DelegationType, 'state' | 'revocable'> {
  revoked: boolean;
  organisationId: number;
  grantedById: string | null;
}
type Named = { personId: string | null; personName?: string | null };
type Computed =
  | 'units'
  | 'unitCount'
  | 'roles'
  | 'delegations'
  | 'approvals'
  | 'cases'
  | 'openCases'
  | 'cards'
  | 'ordersUnderWay'
  | 'calls';
interface FirmRow extends Omit<FirmDetailType, Computed> {
  units: FirmDetailType['units'] | null;
  roles: Omit<FirmDetailType['roles'][number], 'orders'>[] | null;
  delegations: DelegationRow[] | null;
  approvals: FirmDetailType['approvals'] | null;
  cases: (FirmDetailType['cases'][number] & Named)[] | null;
  unit_count: number;
  open_cases: number;
  cards: number;
  under_way: number;
}

const REVOKE = { resource: 'delegation', action: 'revoke' };
const READ_CALLS = ['caller', 'read'] as const;
/** After every name; a character no name begins with. */
const AFTER_ALL = '\u{10FFFD}';
const MOST_ID = '9223372036854775807';
const PAGE_SIZES = [25, 50, 100];
const FIRM = 'select id from organisation where org_number = $1';
type EmployeeRow = FirmEmployeeType & { n?: number };

export class FirmPageReadModel {
  constructor(private readonly parts: FirmReadParts) {}

  /** @throws AppError NOT_FOUND */
  async firm(db: Db, orgNumber: string): Promise<FirmDetailType> {
    const { access, calls } = this.parts;
    const { principal: actor } = db;
    const today = osloDate(this.parts.clock.now());
    const scope = { cases: caseScope(access, actor), orders: orderScope(access, actor) };
    const statements = [
      [firmPageSql(scope), [actor.organisationId, orgNumber.replaceAll(' ', ''), today]],
      [SETTING_ROWS, []],
    ] as const;
    const [[found] = [], settings = []] = await readShown<object>(db, statements, ([rows]) =>
      shownOf(rows?.[0] as FirmRow | undefined),
    );
    if (!found) throw notFound();
    const row = found as FirmRow;
    const readsCalls = access.mayEver(actor, ...READ_CALLS);
    return {
      ...this.#detail(db, row, settings as SettingRow[]),
      calls: readsCalls ? await calls.ofFirm(db, row.id) : [],
    };
  }

  /** @throws AppError NOT_FOUND */
  async employees(db: Db, ask: { orgNumber: string; page?: PageAsk | null }): Promise<FirmEmployeePageType> {
    const page = ask.page ?? FIRST_PAGE;
    const cursor = page.before ?? page.after;
    const up = !page.before;
    const size = PAGE_SIZES.find(most => page.first <= most) ?? 100;
    const from = cursor ? decodeCursor(cursor, 2, ROW_ID) : up ? ['', '0'] : [AFTER_ALL, MOST_ID];
    const firm = [ask.orgNumber.replaceAll(' ', ''), osloDate(this.parts.clock.now())];
    const statements = [
      [employeesSql({ up, size }), [...firm, ...from]],
      [EMPLOYEE_COUNT, firm],
      [FIRM, [firm[0]]],
    ] as const;
    const keyset = (row: EmployeeRow) => [row.personName, row.id];
    const [rows = [], counted, known = []] = await readShown<EmployeeRow>(db, statements, ([found = []]) =>
      listOf([...new Set(pageOf(found, page, keyset).rows.map(({ personId }) => personId))]),
    );
    if (known.length === 0) throw notFound();
    return { ...pageOf(rows, page, keyset), count: cappedCount(Number(counted?.[0]?.n)) };
  }

  #detail(db: Db, row: FirmRow, settings: readonly SettingRow[]): Omit<FirmDetailType, 'calls'> {
    const today = osloDate(this.parts.clock.now());
    const { orderingRoles } = settingsFrom(settings, today);
    const { unit_count, open_cases, under_way, ...firm } = row;
    return {
      ...firm,
      units: row.units ?? [],
      unitCount: cappedCount(unit_count),
      roles: (row.roles ?? []).map(role => ({ ...role, orders: orderingRoles.includes(role.code) })),
      delegations: (row.delegations ?? []).map(one => this.#delegation(db, one, today)),
      approvals: row.approvals ?? [],
      cases: row.cases ?? [],
      openCases: cappedCount(open_cases),
      cards: cappedCount(row.cards),
      ordersUnderWay: cappedCount(under_way),
    };
  }

  #delegation({ principal }: Db, row: DelegationRow, today: LocalDate): DelegationType {
    const { organisationId, revoked: _, grantedById: __, ...delegation } = row;
    const state = delegationState(row, today);
    const open = state === 'HOLDS' || state === 'COMING';
    return {
      ...delegation,
      state,
      revocable: open && this.parts.access.may(principal, REVOKE, { organisationId }),
    };
  }
}

/** Everyone named on the page whom the desk keeps as a person. */
function shownOf(row: FirmRow | undefined): Shown | null {
  if (!row) return null;
  const named = [...(row.roles ?? []), ...(row.delegations ?? []), ...(row.cases ?? [])];
  const granters = (row.delegations ?? []).map(({ grantedById }) => grantedById);
  const personIds = [
    ...new Set([...named.map(({ personId }) => personId), ...granters].filter(id => id !== null)),
  ];
  if (personIds.length === 0) return null;
  return { view: 'firm', table: 'organisation', rowId: row.id, personIds, fields: ['name'] };
}
