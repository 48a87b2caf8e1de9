/** The check of an order line with its evidence, for the matrix: on the line of a planted case. */
import { type Bulk, freshId } from '../support/bulk.ts';
import { hoursAgo } from '../support/days.ts';
import { say } from './canaries.ts';
import type { CardOf } from './card-rows.ts';
import type { Bag } from './rows.ts';

export function addCheck(bulk: Bulk, { orderItemId, personId, organisation, zone }: CardOf): Bag {
  const [id, answerId, earlierId] = [freshId(), freshId(), freshId()];
  const answer = (rowId: string) => ({
    id: rowId,
    organisation_id: organisation,
    register: 'OAR',
    person_id: personId,
    asked: { question: say('registerQuestion', zone) },
    answered: { kind: say('registerAnswer', zone) },
    source: 'https://register.example/aa',
    at: hoursAgo(5),
    duration_ms: 40,
  });
  bulk.add('register_answer', answer(earlierId));
  bulk.add('register_answer', answer(answerId));
  bulk.add('register_check', {
    id,
    organisation_id: organisation,
    order_item_id: orderItemId,
    register: 'OAR',
    outcome: 'REJECTED',
    settled_outcome: 'REJECTED',
    reason: 'OAR_NOT_REGISTERED',
    since: hoursAgo(5),
    asked_at: hoursAgo(5),
    attempts: 0,
    answer_id: answerId,
    rules_on: '2026-11-02',
    version: 1,
  });
  return { id, checkId: id, orderItemId, expectedVersion: 1 };
}
