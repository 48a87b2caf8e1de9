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
import { DocumentKind, type UsualCode } from './exception-catalogue.enums.ts';
import { RULE_ROWS, ruleRows } from './exception-catalogue.readmodel.ts';
import { catalogueFrom, EXCEPTION_CODES, type ExceptionRule, ruleOn } from './exception-catalogue.rules.ts';
import type {
  ExceptionCatalogueType,
  ExceptionRuleChangeType,
  ExceptionRuleType,
  UsualRuleChangeType,
} from './exception-catalogue.type.ts';
import { ruleBody } from './exception-rule.shape.ts';
import type { RuleRow } from './rule-versions.rules.ts';
import { USUAL_CODES, usualFrom, usualOn } from './usual.rules.ts';
import { usualBody } from './usual.shape.ts';

interface PersonRow {
  id: string;
  name: string;
}
interface ChangeRow
  extends Pick<
      ExceptionRuleChangeType,
      'id' | 'validFrom' | 'grounds' | 'proposedAt' | 'approvedAt' | 'withdrawnAt' | 'withdrawnReason'
    >,
    QueryResultRow {
  code: string;
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
from (select * from exception_rule where code = any($1) order by id desc limit 30) s
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
    const rows = await ruleRows(db);
    const rules = Object.values(catalogueFrom(rows, day)).map(shownRule);
    return { day, rules, usual: usualFrom(rows, day), documentKinds: KINDS };
  }

  /** Newest first, the last 30. @param code null: of every exception */
  async changes(db: Db, code: ExceptionCode | null): Promise<ExceptionRuleChangeType[]> {
    const { rows, changes } = await this.#read(db, code ? [code] : EXCEPTION_CODES);
    return changes.map(({ body, ...row }) => {
      const [of, day] = [row.code as ExceptionCode, row.validFrom];
      return {
        ...this.#change(db, row),
        code: of,
        rule: shownRule({ ...ruleBody.parse(body), code: of, id: row.id, validFrom: day }),
        before: shownRule(ruleOn(of, rows, addDays(day, -1))),
      };
    });
  }

  async usualChanges(db: Db): Promise<UsualRuleChangeType[]> {
    const { rows, changes } = await this.#read(db, USUAL_CODES);
    return changes.map(({ body, ...row }) => {
      const [of, day] = [row.code as UsualCode, row.validFrom];
      return {
        ...this.#change(db, row),
        code: of,
        rule: { ...usualBody.parse(body), code: of, id: row.id, validFrom: day },
        before: usualOn(of, rows, addDays(day, -1)),
      };
    });
  }

  async #read(db: Db, codes: readonly string[]) {
    const [rows = [], changes = []] = await db.readAll<RuleRow & ChangeRow>([
      [RULE_ROWS, []],
      [CHANGES, [codes]],
    ]);
    return { rows: rows as readonly RuleRow[], changes: changes as readonly ChangeRow[] };
  }

  #change(db: Db, row: Omit<ChangeRow, 'body'>) {
    const { id, validFrom, grounds, proposedAt, approvedAt, withdrawnAt, withdrawnReason } = row;
    const { proposedBy, approvedBy, withdrawnBy } = row;
    const today = osloDate(this.parts.clock.now());
    const facts = { validFrom, approved: approvedAt !== null, withdrawn: withdrawnAt !== null, today };
    const state = changeState(facts);
    const about = { of: 'catalogue', state, proposedBy: proposedBy.id } as const;
    return {
      ...{ id, validFrom, grounds, proposedAt, approvedAt, withdrawnAt, withdrawnReason, state },
      proposedBy: withInitials(proposedBy),
      approvedBy: approvedBy && withInitials(approvedBy),
      withdrawnBy: withdrawnBy && withInitials(withdrawnBy),
      allowedActions: allowedActions(this.parts.access, db.principal, about),
    };
  }
}

const withInitials = (someone: PersonRow) => ({ ...someone, initials: initialsOf(someone.name) });

/** A rule as the schema shows it: each kind of requirement and validity with the same fields. */
export function shownRule({ validity, requirements, thresholds, ...rule }: ExceptionRule): ExceptionRuleType {
  const lasts = { months: null, deleteAfter: false, roles: [], date: null, ...validity };
  const asked = requirements.map(one => ({ fact: null, alternatives: [], ...one }));
  return { ...rule, ...thresholds, validity: lasts, requirements: asked };
}
