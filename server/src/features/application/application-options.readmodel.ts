/** Where an application about an order line begins, for the agent on the phone: whom it is about, and which exceptions could cure the line. */
import type { Access } from '../../platform/access/access.ts';
import { readShown, type Shown } from '../../platform/audit/shown.ts';
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import type { Language } from '../../platform/language.ts';
import type { ExceptionCode } from '../exception/exception.enums.ts';
import { exceptionsFor } from '../exception/exception.rules.ts';
import { exceptionWordings } from '../exception/reason-catalogue.ts';
import { ORDER_SCOPE_SQL, type OrderScope, orderScope } from '../order/order.policy.ts';
import {
  CHECK_FACTS_OF_ITEM,
  type CheckFacts,
  exceptionFactsOf,
} from '../register-check/check-row.readmodel.ts';
import type { CheckReason } from '../register-check/register-check.enums.ts';
import type { ApplicationOptionsType, ApplicationProposalType } from './application-options.type.ts';

interface OptionsRow extends Omit<ApplicationOptionsType, 'proposals' | 'earlier'> {
  reasons: CheckReason[] | null;
  facts: CheckFacts;
  earlier: ApplicationOptionsType['earlier'] | null;
}

/** $1 organisation of the actor, $2 the line. */
const optionsSql = (
  scope: OrderScope,
) => `select i.id::text as "orderItemId", i.order_number as "orderNumber", i.line,
  json_build_object('id', p.id::text, 'name', p.name, 'birthDate', p.birth_date, 'maskedNationalId', p.national_id_masked,
    'dNumber', p.d_number, 'restricted', p.restricted) as person,
  json_build_object('id', f.id::text, 'orgNumber', f.org_number, 'name', f.name) as firm, ${CHECK_FACTS_OF_ITEM('i')} as facts,
  (select json_agg(k.reason order by k.id) from register_check k where k.order_item_id = i.id and k.outcome = 'REJECTED') as reasons,
  (select json_agg(json_build_object('caseId', e.case_id::text, 'number', e.number, 'code', e.code, 'status', e.status) order by e.id desc)
    from (select * from exception_application e where e.firm_id = i.main_unit_id and (e.person_id = i.person_id or e.person_id is null)
      order by e.id desc limit 5) e) as earlier
from order_item i join person p on p.id = i.person_id join organisation f on f.id = i.main_unit_id
where i.id = $2 and ${ORDER_SCOPE_SQL[scope]}`;

export class ApplicationOptionsReadModel {
  constructor(private readonly parts: { readonly access: Access; readonly clock: Clock }) {}

  /** @throws AppError NOT_FOUND, also when the line is not the actor's to see */
  async options(db: Db, { orderItemId, language }: { orderItemId: string; language: Language }) {
    const scope = orderScope(this.parts.access, db.principal);
    const statement = [optionsSql(scope), [db.principal.organisationId, orderItemId]] as const;
    const [[row] = []] = await readShown<OptionsRow>(db, [statement], ([rows]) => shownOf(rows?.[0]));
    if (!row) throw notFound();
    const { reasons, facts, earlier, ...line } = row;
    const today = osloDate(this.parts.clock.now());
    const proposals = proposalsOf(reasons ?? [], exceptionFactsOf(facts, today), language);
    return { ...line, proposals, earlier: earlier ?? [] };
  }
}

function shownOf(row: OptionsRow | undefined): Shown | null {
  if (!row) return null;
  const about = { table: 'order_item', rowId: row.orderItemId, personIds: [row.person.id] };
  return { view: 'application-options', ...about, fields: ['order'] };
}

/** Each once, those nothing speaks against first. */
function proposalsOf(
  reasons: readonly CheckReason[],
  facts: Parameters<typeof exceptionsFor>[1],
  language: Language,
): ApplicationProposalType[] {
  const { ruledOut: why } = exceptionWordings(language);
  const found = new Map<ExceptionCode, ApplicationProposalType>();
  for (const { code, ruledOut } of reasons.flatMap(reason => exceptionsFor(reason, facts)))
    found.set(code, { code, ruledOut: ruledOut && why[ruledOut] });
  return [...found.values()].sort((a, b) => Number(a.ruledOut !== null) - Number(b.ruledOut !== null));
}
