/** What the registers say about an order line, and the evidence behind one check, for support and the auditor. */
import type { Access } from '../../platform/access/access.ts';
import { readShown } from '../../platform/audit/shown.ts';
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import type { Language } from '../../platform/language.ts';
import type { OrderItemStatus } from '../order/order.enums.ts';
import {
  CHECK_FACTS_OF_ITEM,
  CHECK_JSON,
  CHECKS_OF_ITEM,
  type CheckFacts,
  type CheckRow,
  shownCheck,
  shownChecks,
} from './check-row.readmodel.ts';
import { ANSWER_TO, READ_ANSWER } from './register-check.policy.ts';
import type { AnswerEntryType, CheckedItemType, RegisterAnswerType } from './register-check.type.ts';

export interface CheckReadParts {
  readonly access: Access;
  readonly clock: Clock;
}

/** $1 the line, $2 organisation or null for all. */
const ITEM = `select i.id::text, i.person_id::text, i.status, i.version, ${CHECKS_OF_ITEM('i')} as checks, ${CHECK_FACTS_OF_ITEM('i')} as facts
from order_item i where i.id = $1 and ($2::smallint is null or i.organisation_id = $2)`;

interface ItemRow {
  id: string;
  person_id: string;
  status: OrderItemStatus;
  version: number;
  checks: CheckRow[];
  facts: CheckFacts;
}

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const ENTRY = (a: string) =>
  `json_build_object('id', ${a}.id::text, 'at', ${utc(`${a}.at`)}, 'asked', ${a}.asked, 'answered', ${a}.answered, 'cause', ${a}.cause, 'source', ${a}.source, 'durationMs', ${a}.duration_ms)`;
const MOST_EARLIER = 20;

/** $1 the check, $2 organisation or null for all. */
const ANSWER = `select i.id::text as "itemId", i.person_id::text, ${CHECK_JSON('c')} as check, ${CHECK_FACTS_OF_ITEM('i')} as facts,
  case when a.id is not null then ${ENTRY('a')} end as answer,
  (select coalesce(json_agg(${ENTRY('e')} order by e.id desc), '[]') from (
    select * from register_answer o where o.register = a.register and o.id <> a.id and o.person_id is not distinct from a.person_id
      and o.firm_id is not distinct from a.firm_id order by o.id desc limit ${MOST_EARLIER}) e) as earlier
from register_check c join order_item i on i.id = c.order_item_id left join register_answer a on a.id = c.answer_id
where c.id = $1 and ($2::smallint is null or c.organisation_id = $2)`;

interface AnswerRow {
  itemId: string;
  person_id: string;
  check: CheckRow;
  facts: CheckFacts;
  answer: AnswerEntryType | null;
  earlier: AnswerEntryType[];
}

export class RegisterCheckReadModel {
  constructor(private readonly parts: CheckReadParts) {}

  /** @throws AppError NOT_FOUND */
  async checks(db: Db, orderItemId: string, language: Language): Promise<CheckedItemType> {
    const [[row] = []] = await readShown<ItemRow>(
      db,
      [[ITEM, [orderItemId, this.#organisation(db)]]],
      ([rows]) => shownIn('register-checks', rows?.[0], 'register_check'),
    );
    if (!row) throw notFound();
    const { id, status, version } = row;
    const checks = shownChecks(row.checks, { facts: row.facts, language, today: this.#today() });
    const silent = checks.filter(({ outcome }) => outcome === 'UNAVAILABLE').length;
    return { orderItemId: id, status, version, checks, silent };
  }

  /** One reading, one row in the log. @throws AppError NOT_FOUND */
  async answer(db: Db, checkId: string, language: Language): Promise<RegisterAnswerType> {
    const [[row] = []] = await readShown<AnswerRow>(
      db,
      [[ANSWER, [checkId, this.#organisation(db)]]],
      ([rows]) => shownIn('register-answer', rows?.[0], 'register_answer'),
    );
    if (!row) throw notFound();
    const { check, facts, itemId, answer, earlier } = row;
    const shown = shownCheck(check, { facts, language, today: this.#today() });
    return { check: shown, orderItemId: itemId, rulesOn: check.rulesOn, answer, earlier };
  }

  #organisation(db: Db): number | null {
    const scopes = this.parts.access.scopes(db.principal, READ_ANSWER.resource, READ_ANSWER.action);
    return scopes.has('any') ? null : db.principal.organisationId;
  }

  #today(): LocalDate {
    return osloDate(this.parts.clock.now());
  }
}

const shownIn = (view: string, row: { person_id: string } | undefined, table: string) =>
  row ? { view, table, personIds: [row.person_id], fields: ANSWER_TO } : null;
