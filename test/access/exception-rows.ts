/** Rows of the exception catalogue for the matrix. */
import { EXCEPTIONS } from '../../server/src/features/exception-catalogue/exception.catalogue.ts';
import { type Bulk, freshId } from '../support/bulk.ts';
import { hoursAgo, inDays } from '../support/days.ts';

export const EXCEPTION_TABLES = ['exception_rule'];

/** A change of a rule that waits for approval, each for a day of its own. */
export function addExceptionRule(bulk: Bulk, proposedBy: string): string {
  const id = freshId();
  bulk.add('exception_rule', {
    ...{ id, code: 'VAT_NOT_LIABLE', body: EXCEPTIONS.VAT_NOT_LIABLE, grounds: 'Prøve' },
    ...{ valid_from: inDays(1 + (Number(id) % 300_000)), proposed_by: proposedBy, proposed_at: hoursAgo(2) },
  });
  return id;
}
