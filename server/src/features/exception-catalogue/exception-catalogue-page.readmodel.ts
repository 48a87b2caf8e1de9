/** The catalogue as the console shows it: the rules of a day, and every change with who proposed and approved it. */
import type { QueryResultRow } from 'pg';
import type { Access } from '../../platform/access/access.ts';
import { addDays, type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { Language } from '../../platform/language.ts';
import type { ExceptionCode } from '../exception/exception.enums.ts';
import { allowedActions } from '../setting/setting.policy.ts';
import { changeState } from '../setting/setting.rules.ts';
import { initialsOf } from '../staff/staff.rules.ts';
import { DOCUMENT_KINDS } from './document-kind.wording.ts';
import { DocumentKind } from './exception-catalogue.enums.ts';
import { RULE_ROWS } from './exception-catalogue.readmodel.ts';
import {
  catalogueFrom,
  EXCEPTION_CODES,
  type ExceptionRule,
  type RuleRow,
  ruleOn,
} from './exception-catalogue.rules.ts';
import type {
  ExceptionCatalogueType,
  ExceptionRuleChangeType,
  ExceptionRuleType,
} from './exception-catalogue.type.ts';
import { ruleBody } from './exception-rule.shape.ts';

interface PersonRow {
  id: string;
  name: string;
}
interface ChangeRow
  extends Omit<
      ExceptionRuleChangeType,
      'state' | 'rule' | 'before' | 'proposedBy' | 'approvedBy' | 'withdrawnBy' | 'allowedActions'
    >,
    QueryResultRow {
  body: unknown;
  proposedBy: PersonRow;
  approvedBy: PersonRow | null;
  withdrawnBy: PersonRow | null;
}

const person = (alias: string) =>
  `case when ${alias}.id is not null then json_build_object('id', ${alias}.id::text, 'name', ${alias}.name) end`;
const CHANGES = `select s.id::text, s.code, s.body, s.valid_from::text as "validFrom", s.grounds,
  ${person('p')} as "proposedBy", s.proposed_at as "proposedAt", ${person('a')} as "approvedBy", s.approved_at as "approvedAt",
  ${person('w')} as "withdrawnBy", s.withdrawn_at as "withdrawnAt", s.withdrawn_reason as "withdrawnReason"
from (select * from exception_rule where ($1::text is null or code = $1) and code = any($2) order by id desc limit 30) s
join staff_user p on p.id = s.proposed_by
left join staff_user a on a.id = s.approved_by left join staff_user w on w.id = s.withdrawn_by order by s.id desc`;

const KINDS = Object.values(DocumentKind).map(kind => ({
  kind,
  label: Object.fromEntries(
    Object.values(Language).map(language => [language, DOCUMENT_KINDS[language][kind]]),
  ) as Record<Language, string>,
}));

export class ExceptionCataloguePages {
  constructor(private readonly parts: { readonly access: Access; readonly clock: Clock }) {}

  /** @param on null: today */
  async page(db: Db, on: LocalDate | null): Promise<ExceptionCatalogueType> {
    const day = on ?? osloDate(this.parts.clock.now());
    const rows = await db.read<RuleRow & QueryResultRow>(RULE_ROWS);
    return { day, rules: Object.values(catalogueFrom(rows, day)).map(shown), documentKinds: KINDS };
  }

  /** Newest first, the last 30. @param code null: of every exception */
  async changes(db: Db, code: ExceptionCode | null): Promise<ExceptionRuleChangeType[]> {
    const [rows = [], changes = []] = await db.readAll<RuleRow & ChangeRow>([
      [RULE_ROWS, []],
      [CHANGES, [code, EXCEPTION_CODES]],
    ]);
    return changes.map(change => this.#change(db, change, rows));
  }

  #change(db: Db, { body, ...row }: ChangeRow, rows: readonly RuleRow[]): ExceptionRuleChangeType {
    const { code, validFrom, approvedAt, withdrawnAt, proposedBy, approvedBy, withdrawnBy } = row;
    const today = osloDate(this.parts.clock.now());
    const facts = { validFrom, approved: approvedAt !== null, withdrawn: withdrawnAt !== null, today };
    const state = changeState(facts);
    const about = { of: 'catalogue', state, proposedBy: proposedBy.id } as const;
    return {
      ...row,
      state,
      rule: shown({ ...ruleBody.parse(body), code, id: row.id, validFrom }),
      before: shown(ruleOn(code, rows, addDays(validFrom, -1))),
      proposedBy: withInitials(proposedBy),
      approvedBy: approvedBy && withInitials(approvedBy),
      withdrawnBy: withdrawnBy && withInitials(withdrawnBy),
      allowedActions: allowedActions(this.parts.access, db.principal, about),
    };
  }
}

const withInitials = (someone: PersonRow) => ({ ...someone, initials: initialsOf(someone.name) });

/** A rule as the schema shows it: each kind of requirement and validity with the same fields. */
function shown({ validity, requirements, thresholds, ...rule }: ExceptionRule): ExceptionRuleType {
  const lasts = { months: null, deleteAfter: false, roles: [], date: null, ...validity };
  const asked = requirements.map(one => ({ fact: null, alternatives: [], ...one }));
  return { ...rule, ...thresholds, validity: lasts, requirements: asked };
}
