/** Rehearses a proposed rule on what was decided in twelve months and on what is open, without writing anything. */
import type { QueryResultRow } from 'pg';
import { addMonthsClamped, type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import type { ApplicationCode, ApplicationStatus } from '../application/application.enums.ts';
import type { ApplicationClaims } from '../application/application-state.write.ts';
import { conditionFacts } from '../firm-approval/condition.store.ts';
import type { ConditionFacts, SaidCondition } from './condition.rules.ts';
import { RULE_ROWS } from './exception-catalogue.readmodel.ts';
import { ALL_CODES, ruleOn } from './exception-catalogue.rules.ts';
import { ruleBody } from './exception-rule.shape.ts';
import type { RehearsalReason } from './rehearsal.enums.ts';
import { differences, type RehearsedApplication } from './rehearsal.rules.ts';
import type { RuleRehearsalType, UsualRehearsalType } from './rehearsal.type.ts';
import type { RuleRow } from './rule-versions.rules.ts';
import { type FirmKind, USUAL_CODES, usualDifference } from './usual.rules.ts';
import { usualBody } from './usual.shape.ts';

const MONTHS = 12;
/** Decisions of one exception in a year, and open cases; what goes beyond is said, not hidden. */
const MOST = 2_000;
const SHOWN = 50;

const CHANGE = `select code, body, valid_from::text as "validFrom" from exception_rule where id = $1 and withdrawn_at is null`;
const APPLICATION = `a.case_id::text as "caseId", a.number, a.status, a.channel, a.received_on::text as "receivedOn",
  a.evidence_ends_on::text as "evidenceEndsOn", f.registered_on::text as "firmRegisteredOn", a.person_id is not null as personal, a.claims,
  (select coalesce(json_agg(json_build_object('id', x.id::text, 'kind', x.kind)), '[]') from case_document x
    where x.case_id = a.case_id and x.struck_at is null) as documents, a.code, json_build_object('form', f.form, 'status', f.status,
  'employees', f.employees, 'inCompanyRegister', f.in_company_register, 'inVatRegister', f.in_vat_register) as firm,
  (select coalesce(json_agg(y), '[]') from (select distinct on (c.key) c.key, c.state, c.document_id::text as "documentId", null as comment, '' as "saidBy", '' as "saidAt"
    from approval_condition c where c.application_id = a.id order by c.key, c.id desc) y) as said`;
const DECIDED = `select ${APPLICATION}, d.decided_on::text as "decidedOn", json_build_object('outcome', d.outcome, 'signedTwice', d.approved_by is not null,
  'validFrom', d.valid_from, 'legalRefs', case jsonb_typeof(d.legal_refs) when 'array' then jsonb_array_length(d.legal_refs) else 0 end) as decision
from exception_application a join organisation f on f.id = a.firm_id join decision d on d.application_id = a.id
where a.code = $1 and a.decided_on >= $2 and d.decided_on >= $2 order by d.decided_on desc, d.id desc limit ${MOST + 1}`;
const OPEN = `select ${APPLICATION}, null as "decidedOn", null as decision from exception_application a join organisation f on f.id = a.firm_id
where a.code = $1 and a.status in ('UNDER_REVIEW', 'AWAITING_DOCUMENTS', 'CARD_ORDERING', 'FOR_APPROVAL') order by a.received_on, a.id limit ${MOST + 1}`;

/** The wall keeps the issuer's orders from the authority: what of them a leader may know is for the database to say. */
const LINES = `select number, line, ordered_on::text as "orderedOn", status in ('PENDING', 'IMAGE_REJECTED', 'READY') as open, firm_name as "firmName",
  org_number as "orgNumber", form, sector_code as "sectorCode", industry from lines_outside_vat($1, ${MOST + 1})`;

interface LineRow extends QueryResultRow, FirmKind {
  readonly number: string;
  readonly line: number;
  readonly orderedOn: LocalDate;
  readonly open: boolean;
  readonly firmName: string;
  readonly orgNumber: string;
}

interface Row extends QueryResultRow, Omit<RehearsedApplication, 'claims'> {
  readonly caseId: string;
  readonly number: string;
  readonly status: ApplicationStatus;
  readonly personal: boolean;
  readonly claims: ApplicationClaims;
  readonly decidedOn: LocalDate | null;
  readonly code: ApplicationCode;
  readonly firm: ConditionFacts['firm'];
  readonly said: readonly SaidCondition[];
}

export class RehearsalReadModel {
  constructor(private readonly parts: { readonly clock: Clock }) {}

  /** @throws AppError NOT_FOUND, ACTION_NOT_AVAILABLE for rules no decision rests on */
  async rehearse(db: Db, id: string): Promise<RuleRehearsalType> {
    const { code, body, since, validFrom } = await this.#change(db, id, ALL_CODES);
    const [rules = [], decided = [], open = []] = await db.readAll<RuleRow & Row>([
      [RULE_ROWS, []],
      [DECIDED, [code, since]],
      [OPEN, [code]],
    ]);
    const after = ruleBody.parse(body);
    const compare = (rows: readonly Row[]) =>
      rows.slice(0, MOST).flatMap(row => {
        const reasons = differences(applicationOf(row, validFrom), {
          before: ruleOn(code, rules, row.receivedOn),
          after,
        });
        return reasons.length > 0 ? [{ ...row, reasons }] : [];
      });
    const [differing, moving] = [compare(decided), compare(open)];
    return {
      since,
      decisions: Math.min(decided.length, MOST),
      openCases: Math.min(open.length, MOST),
      capped: decided.length > MOST || open.length > MOST,
      ...summary(differing, moving, ({ reasons }) => reasons),
    };
  }

  /** @throws AppError NOT_FOUND, ACTION_NOT_AVAILABLE for rules no order line rests on */
  async rehearseUsual(db: Db, id: string): Promise<UsualRehearsalType> {
    const { code, body, since } = await this.#change(db, id, USUAL_CODES);
    const [rules = [], found = []] = await db.readAll<RuleRow & LineRow>([
      [RULE_ROWS, []],
      [LINES, [since]],
    ]);
    const after = { code, body: usualBody.parse(body) };
    const lines: readonly LineRow[] = found.slice(0, MOST);
    const compare = (rows: readonly LineRow[]) =>
      rows.flatMap(row => {
        const reason = usualDifference(row, after, { rows: rules, day: row.orderedOn });
        return reason ? [{ ...row, reason }] : [];
      });
    const { true: open = [], false: done = [] } = Object.groupBy(lines, row => `${row.open}`);
    return {
      ...{ since, lines: done.length, openLines: open.length, capped: found.length > MOST },
      ...summary(compare(done), compare(open), ({ reason }) => [reason]),
    };
  }

  async #change<C extends string>(db: Db, id: string, codes: readonly C[]) {
    const [change] = await db.read<{ code: C; body: unknown; validFrom: LocalDate }>(CHANGE, [id]);
    if (!change) throw notFound();
    if (!codes.includes(change.code)) throw new AppError('ACTION_NOT_AVAILABLE');
    return { ...change, since: addMonthsClamped(osloDate(this.parts.clock.now()), -MONTHS) };
  }
}

function applicationOf({ claims, personal, ...row }: Row, ruleFrom: LocalDate): RehearsedApplication {
  const { vatProvision = null, foreignStaff = null } = claims;
  const { code, firm, said, receivedOn } = row;
  const claimsOn = (day: LocalDate) => ({
    ...{ person: personal, firm: true, vatProvision, foreignStaff },
    conditions: conditionFacts({ code, claims, received_on: day }, firm, said),
  });
  const then = receivedOn > ruleFrom ? receivedOn : ruleFrom;
  return { ...row, claims: claimsOn(receivedOn), claimsThen: claimsOn(then) };
}

function summary<T>(
  differing: readonly T[],
  moving: readonly T[],
  reasonsOf: (one: T) => readonly RehearsalReason[],
) {
  const groups = Map.groupBy([...differing, ...moving].flatMap(reasonsOf), reason => reason);
  return {
    ...{ differCount: differing.length, moveCount: moving.length },
    reasons: [...groups].map(([reason, all]) => ({ reason, count: all.length })),
    ...{ differing: differing.slice(0, SHOWN), moving: moving.slice(0, SHOWN) },
  };
}
