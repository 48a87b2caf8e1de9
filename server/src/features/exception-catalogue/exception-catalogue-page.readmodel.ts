/** The catalogue as the console shows it: the rules of a day, and every change with who proposed and approved it. */
import type { Access } from '../../platform/access/access.ts';
import { addDays, type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { Language } from '../../platform/language.ts';
import type { ApprovalCode } from '../application/application.enums.ts';
import type { ExceptionCode } from '../exception/exception.enums.ts';
import { type ChangeRow, changesOf, shownChange } from '../proposed-change/proposed-change.readmodel.ts';
import { DOCUMENT_KINDS } from './document-kind.wording.ts';
import { DocumentKind, type UsualCode } from './exception-catalogue.enums.ts';
import { RULE_ROWS, ruleRows } from './exception-catalogue.readmodel.ts';
import { APPROVAL_CODES, EXCEPTION_CODES, type ExceptionRule, ruleOn } from './exception-catalogue.rules.ts';
import type {
  ApplicationRuleType,
  ApprovalRuleChangeType,
  ExceptionCatalogueType,
  ExceptionRuleChangeType,
  ExceptionRuleType,
  UsualRuleChangeType,
} from './exception-catalogue.type.ts';
import { type Requirement, ruleBody } from './exception-rule.shape.ts';
import type { RuleRow } from './rule-versions.rules.ts';
import { USUAL_CODES, usualFrom, usualOn } from './usual.rules.ts';
import { usualBody } from './usual.shape.ts';

interface Row extends ChangeRow {
  readonly code: string;
  readonly body: unknown;
}

const CHANGES = changesOf(
  'select * from exception_rule where code = any($1) order by id desc limit 30',
  's.code, s.body',
);

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
    const rules = EXCEPTION_CODES.map(code => shownException(ruleOn(code, rows, day)));
    const approvals = APPROVAL_CODES.map(code => shownRule(ruleOn(code, rows, day)));
    return { day, rules, approvals, usual: usualFrom(rows, day), documentKinds: KINDS };
  }

  /** Newest first, the last 30. @param code null: of every exception */
  async changes(db: Db, code: ExceptionCode | null): Promise<ExceptionRuleChangeType[]> {
    const { rows, changes } = await this.#read(db, code ? [code] : EXCEPTION_CODES);
    const told = shownChange(this.parts, db, 'catalogue');
    return changes.map(row => {
      const [of, day] = [row.code as ExceptionCode, row.validFrom];
      return {
        ...told(row),
        code: of,
        rule: shownException({ ...ruleBody.parse(row.body), code: of, id: row.id, validFrom: day }),
        before: shownException(ruleOn(of, rows, addDays(day, -1))),
      };
    });
  }

  /** Newest first, the last six: each tells all its thresholds. @param code null: of every approval */
  async approvalChanges(db: Db, code: ApprovalCode | null): Promise<ApprovalRuleChangeType[]> {
    const { rows, changes } = await this.#read(db, code ? [code] : APPROVAL_CODES);
    const told = shownChange(this.parts, db, 'catalogue');
    return changes.slice(0, 6).map(row => {
      const [of, day] = [row.code as ApprovalCode, row.validFrom];
      return {
        ...told(row),
        code: of,
        rule: shownRule({ ...ruleBody.parse(row.body), code: of, id: row.id, validFrom: day }),
        before: shownRule(ruleOn(of, rows, addDays(day, -1))),
      };
    });
  }

  async usualChanges(db: Db): Promise<UsualRuleChangeType[]> {
    const { rows, changes } = await this.#read(db, USUAL_CODES);
    const told = shownChange(this.parts, db, 'catalogue');
    return changes.map(row => {
      const [of, day] = [row.code as UsualCode, row.validFrom];
      return {
        ...told(row),
        code: of,
        rule: { ...usualBody.parse(row.body), code: of, id: row.id, validFrom: day },
        before: usualOn(of, rows, addDays(day, -1)),
      };
    });
  }

  async #read(db: Db, codes: readonly string[]) {
    const [rows = [], changes = []] = await db.readAll<RuleRow & Row>([
      [RULE_ROWS, []],
      [CHANGES, [codes]],
    ]);
    return { rows: rows as readonly RuleRow[], changes: changes as readonly Row[] };
  }
}

/** A rule as the schema shows it: each kind of requirement and validity with the same fields. */
export function shownRule({
  validity,
  requirements,
  thresholds,
  ...rule
}: ExceptionRule): ApplicationRuleType {
  const lasts = { months: null, deleteAfter: false, roles: [], date: null, ...validity };
  const asked = requirements.map(shownRequirement);
  return { ...rule, ...thresholds, validity: lasts, requirements: asked };
}

function shownRequirement(one: Requirement): ApplicationRuleType['requirements'][number] {
  if (!('condition' in one)) return { fact: null, alternatives: [], condition: null, ...one };
  const { of, atLeast, duty, evidence, small } = one.condition;
  const condition = {
    ...{ of, atLeast, duty },
    ...{ smallBelow: small?.fewerThan ?? [], smallAlternatives: small?.evidence ?? [] },
  };
  return { key: one.key, label: one.label, fact: null, alternatives: evidence, condition };
}

/** Of an exception. */
export const shownException = (rule: ExceptionRule): ExceptionRuleType =>
  shownRule(rule) as ExceptionRuleType;
