/** Control visits the matrix asks about: what was found says whose rows it is. */
import { type Bulk, freshId } from '../support/bulk.ts';
import { hoursAgo, inDays } from '../support/days.ts';
import { say, type Zone } from './canaries.ts';
import type { Bag } from './rows.ts';

interface VisitOf {
  readonly organisation: 1 | 2;
  readonly zone: Zone;
  /** staff_user.id */
  readonly by: string;
  readonly firmId: string;
}

/** One that was corrected once, so that every column has a word. */
export function addVisit(bulk: Bulk, { organisation, zone, by, firmId }: VisitOf): Bag {
  const [id, before] = [freshId(), freshId()];
  const row = {
    ...{ organisation_id: organisation, firm_id: firmId, visited_on: inDays(-9), visitor_ids: [by] },
    ...{ place: say('visit', zone), findings: say('visit', zone), outcome: 'FINDINGS' },
    ...{ recorded_by: by, recorded_at: hoursAgo(5) },
  };
  bulk.add('control_visit', { ...row, id: before, replaces_id: null, reason: null });
  bulk.add('control_visit', { ...row, id, replaces_id: before, reason: say('visit', zone) });
  return { id, replacesId: id };
}
