/** The card a planted tip is about, and two tips: from the public page, and words in one of them. */
import { type Bulk, freshId } from '../support/bulk.ts';
import { hoursAgo } from '../support/days.ts';
import type { Firm } from '../support/factories.ts';
import { say } from './canaries.ts';
import type { About } from './image-rows.ts';

export const TIP_TABLES = ['card', 'card_tip'] as const;

/** Ten digits of the case's own. */
export const cardNumberOf = (caseId: string): string => `7${caseId.slice(-9).padStart(9, '0')}`;

/** A card that is live no more, so that a person may have many. */
export function addTip(
  bulk: Bulk,
  { spec, zone, id, itemId }: About,
  about: { firm: Firm; personId: string },
): void {
  const organisation_id = spec.organisation;
  bulk.add('card', {
    ...{ id: freshId(), organisation_id, number: cardNumberOf(id), person_id: about.personId },
    ...{
      unit_id: about.firm.unit,
      main_unit_id: about.firm.main,
      scheme: 'CONSTRUCTION',
      order_item_id: itemId,
    },
    ...{
      status: 'BLOCKED',
      status_reason: 'STOLEN',
      status_at: hoursAgo(9),
      seized_on: '2026-11-20',
      seized_by: 'Politiet',
    },
    ...{ valid_from: '2026-11-01', expires_on: '2028-11-01' },
  });
  const tip = { organisation_id, case_id: id, received_at: hoursAgo(3), category: 'NOT_VALID' };
  bulk.add('card_tip', { ...tip, body: say('description', zone) });
}
