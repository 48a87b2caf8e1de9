/** What hangs on the order of a planted case: checks with their answers, a note, drafts, and the firm's other order. */

import type { Bulk } from '../support/bulk.ts';
import { freshId } from '../support/bulk.ts';
import { hoursAgo } from '../support/days.ts';
import { say } from './canaries.ts';
import type { About } from './image-rows.ts';

export const ORDER_TABLES = ['register_answer', 'register_check', 'order_event', 'order_draft'] as const;

interface Around {
  readonly unitId: string;
  readonly personId: string;
  /** Has a draft on every line. */
  readonly writer: string;
}

export function addOrderRows(bulk: Bulk, { spec, zone, itemId }: About, around: Around): void {
  const { organisation, holder } = spec;
  const row = { organisation_id: organisation, order_item_id: itemId };
  check(bulk, row, { register: 'MVA', firm_id: around.unitId });
  check(bulk, row, { register: 'AA', person_id: around.personId });
  bulk.add('order_event', {
    ...{ ...row, order_id: itemId, type: 'NOTE', actor_id: around.writer },
    ...{ old_value: 'PHONE', new_value: 'PHONE', note: say('eventNote', zone) },
  });
  const draft = { ...row, action: 'NOTE' };
  const own = { staff_user_id: holder, body: { text: say('ownDraft', zone) } };
  if (holder !== around.writer) bulk.add('order_draft', { ...draft, ...own });
  const body = { text: say('colleaguesDraft', zone) };
  bulk.add('order_draft', { ...draft, staff_user_id: around.writer, body });
}

type Row = Readonly<Record<string, unknown>>;

function check(bulk: Bulk, item: Row, { register, ...about }: { register: string } & Row): void {
  const id = freshId();
  const { organisation_id } = item;
  bulk.add('register_answer', {
    ...{
      id,
      organisation_id,
      register,
      ...about,
      asked: { question: register },
      answered: { kind: 'FOUND' },
    },
    ...{ source: 'prøve', at: hoursAgo(9), duration_ms: 1 },
  });
  bulk.add('register_check', {
    ...{ ...item, register, outcome: 'REJECTED', settled_outcome: 'REJECTED', since: hoursAgo(9) },
    ...{ answer_id: id, rules_on: '2026-11-02' },
  });
}

interface ExplanationOf {
  readonly organisation: 1 | 2;
  readonly orderItemId: string;
  readonly actorId: string;
}

/** A letter to the orderer that has not left. @returns its id */
export function addExplanation(bulk: Bulk, { organisation, orderItemId, actorId }: ExplanationOf): string {
  const [id, eventId] = [freshId(), freshId()];
  bulk.add('order_event', {
    ...{ id: eventId, organisation_id: organisation, order_id: orderItemId, order_item_id: orderItemId },
    ...{ type: 'MAIL_QUEUED', actor_id: actorId, new_value: 'ORDER_EXPLANATION', note: 'Rett a-meldingen' },
  });
  bulk.add('outbox_mail', {
    ...{ id, organisation_id: organisation, order_item_id: orderItemId, template: 'ORDER_EXPLANATION' },
    ...{ language: 'nb', subject_id: eventId, dedupe: `explanation:${id}`, status: 'QUEUED' },
    ...{ message_id: `<explanation.${id}@desk.example>`, send_after: hoursAgo(-1) },
  });
  return id;
}
