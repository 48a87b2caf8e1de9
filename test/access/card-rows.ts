/** Cards, firms, powers of attorney and delegations that the matrix asks about; each card is of a firm of its own, as a person has one card a firm. */
import { type Bulk, freshId } from '../support/bulk.ts';
import { hoursAgo, inDays } from '../support/days.ts';
import { say, type Zone } from './canaries.ts';
import type { Bag } from './rows.ts';

export const CARD_TABLES = ['organisation', 'card', 'power_of_attorney', 'delegation'] as const;

/** The order line behind a card, and the people around it. */
export interface CardOf {
  readonly organisation: 1 | 2;
  readonly zone: Zone;
  readonly orderItemId: string;
  readonly personId: string;
  /** staff_user.id. */
  readonly holder: string;
}

function addFirm(bulk: Bulk, name: string): { id: string; orgNumber: string } {
  const id = freshId();
  const orgNumber = `2${id.padStart(8, '0')}`;
  bulk.add('organisation', { id, org_number: orgNumber, name, form: 'AS', status: 'ACTIVE' });
  return { id, orgNumber };
}

export function addCard(bulk: Bulk, { organisation, orderItemId, personId }: CardOf): Bag {
  const id = freshId();
  const number = id.padStart(10, '1');
  const firm = addFirm(bulk, 'Prøvekort AS');
  bulk.add('card', {
    ...{ id, organisation_id: organisation, number, person_id: personId, order_item_id: orderItemId },
    ...{ unit_id: firm.id, main_unit_id: firm.id, scheme: 'CONSTRUCTION', earlier_issuer: false },
    ...{ status: 'VALID', status_at: hoursAgo(2), version: 1 },
    ...{ valid_from: inDays(-30), expires_on: inDays(300) },
  });
  return { id, cardId: id, number, cardNumber: number, expectedVersion: 1 };
}

export function addPower(bulk: Bulk, { organisation, personId, holder, zone }: CardOf): Bag {
  const id = freshId();
  bulk.add('power_of_attorney', {
    ...{ id, organisation_id: organisation, person_id: personId, holder_name: say('familyName', zone) },
    ...{ holder_birth_date: '1951-02-03', scope: 'CARDS', from_on: inDays(-9), to_on: inDays(9) },
    ...{ received_on: inDays(-9), registered_by_id: holder, registered_at: hoursAgo(3), version: 1 },
  });
  return { id, powerOfAttorneyId: id, expectedVersion: 1 };
}

export function addDelegation(bulk: Bulk, { organisation, personId }: CardOf): Bag {
  const id = freshId();
  const firm = addFirm(bulk, 'Prøvefullmakt AS');
  bulk.add('delegation', {
    ...{ id, organisation_id: organisation, firm_id: firm.id, person_id: personId },
    ...{ from_on: inDays(-9), version: 1 },
  });
  return { id, delegationId: id, expectedVersion: 1 };
}
