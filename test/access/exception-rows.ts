/** Rows of the exception catalogue for the matrix. */
import { APPROVALS } from '../../server/src/features/exception-catalogue/approval.catalogue.ts';
import { EXCEPTIONS } from '../../server/src/features/exception-catalogue/exception.catalogue.ts';
import { USUAL } from '../../server/src/features/exception-catalogue/usual.catalogue.ts';
import { type Bulk, freshId, type Row } from '../support/bulk.ts';
import { hoursAgo, inDays } from '../support/days.ts';
import type { CaseRows } from './case-rows.ts';

export const EXCEPTION_TABLES = ['exception_rule', 'text_block'];

const approved_at = hoursAgo(1);

/** A change that waits for approval, beside one that was approved and withdrawn; each for a day of its own. */
export const addVersion = (
  cases: CaseRows,
  proposedBy: string,
  kind: 'exceptionRule' | 'usualRule' | 'decisionText',
): string =>
  kind === 'decisionText' ? addDecisionText(cases, proposedBy) : addRuleChange(cases, proposedBy, kind);

function addRuleChange(
  { bulk, shared }: CaseRows,
  proposedBy: string,
  kind: 'exceptionRule' | 'usualRule',
): string {
  const [id, other] = [freshId(), freshId()];
  const ended = {
    ...{ approved_by: shared.writer[2], approved_at, withdrawn_by: shared.free[2] },
    ...{ withdrawn_at: approved_at, withdrawn_reason: 'Prøve' },
  };
  addRule(bulk, { id: other, proposed_by: shared.free[2], ...ended });
  const usual = { code: 'USUAL_PUBLIC', body: USUAL.USUAL_PUBLIC };
  addRule(bulk, { id: freshId(), proposed_by: shared.free[2], ...usual, ...ended });
  const approval = { code: 'CAR_CARE_FIRM', body: APPROVALS.CAR_CARE_FIRM };
  addRule(bulk, { id: freshId(), proposed_by: shared.free[2], ...approval, ...ended });
  addRule(bulk, { id, proposed_by: proposedBy, ...(kind === 'usualRule' ? usual : {}) });
  return id;
}

function addDecisionText({ bulk, shared }: CaseRows, proposedBy: string): string {
  const [id, other] = [freshId(), freshId()];
  const add = (given: { id: string } & Row) =>
    bulk.add('text_block', {
      ...{ code: 'CONDITIONS_MET', exception_codes: [], outcomes: ['GRANT'], grounds: 'Prøve' },
      ...{ label: WORDS, text: WORDS, proposed_at: hoursAgo(2) },
      valid_from: inDays(1 + (Number(given.id) % 300_000)),
      ...given,
    });
  const ended = { withdrawn_by: shared.free[2], withdrawn_at: approved_at, withdrawn_reason: 'Prøve' };
  add({ id: other, proposed_by: shared.free[2], approved_by: shared.writer[2], approved_at, ...ended });
  add({ id, proposed_by: proposedBy });
  return id;
}

const WORDS = { nb: 'Ord', nn: 'Ord', en: 'Words' };

function addRule(bulk: Bulk, given: { id: string } & Row): void {
  bulk.add('exception_rule', {
    ...{ code: 'VAT_SVALBARD', body: EXCEPTIONS.VAT_SVALBARD, grounds: 'Prøve', proposed_at: hoursAgo(2) },
    valid_from: inDays(1 + (Number(given.id) % 300_000)),
    ...given,
  });
}
