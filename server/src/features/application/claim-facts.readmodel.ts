/** The registers beside the claim, for the caseworker's page: compared by the rule of the day the application was received. */

import type { QueryResultRow } from 'pg';
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import { RULE_ROWS } from '../exception-catalogue/exception-catalogue.readmodel.ts';
import { ruleOn } from '../exception-catalogue/exception-catalogue.rules.ts';
import type { RuleRow } from '../exception-catalogue/rule-versions.rules.ts';
import type { ApplicationCode } from './application.enums.ts';
import { compareFacts, type KnownFacts } from './claim-facts.rules.ts';
import type { ApplicationFactsType } from './claim-facts.type.ts';

const BESIDE = `select code, received_on::text as "receivedOn", facts, asked_at as "askedAt" from facts_beside_claim($1)`;

interface Beside {
  readonly code: ApplicationCode;
  readonly receivedOn: LocalDate;
  readonly facts: KnownFacts;
  readonly askedAt: Date | null;
}

export class ClaimFactsReadModel {
  constructor(private readonly parts: { readonly clock: Clock }) {}

  /** @throws AppError NOT_FOUND: no such application, or none of the caller's */
  async facts(db: Db, caseId: string): Promise<ApplicationFactsType> {
    const [found = [], rows = []] = await db.readAll<Beside & RuleRow & QueryResultRow>([
      [BESIDE, [caseId]],
      [RULE_ROWS, []],
    ]);
    const [beside] = found;
    if (!beside) throw notFound();
    const { code, receivedOn, facts, askedAt } = beside;
    const today = osloDate(this.parts.clock.now());
    const rule = ruleOn(code, rows, receivedOn);
    return { askedAt, facts: compareFacts({ rule, facts, receivedOn, today }) };
  }
}
