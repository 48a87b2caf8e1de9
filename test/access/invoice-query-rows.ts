/** What hangs on a planted enquiry about an invoice: words of a firm, and an answer that was sent. */
import { type Bulk, freshId } from '../support/bulk.ts';
import { hoursAgo } from '../support/days.ts';
import { emailOf, say } from './canaries.ts';
import type { About } from './image-rows.ts';

export const QUERY_TABLES = ['invoice_query', 'invoice_query_post', 'invoice_answer'] as const;

export function addInvoiceQuery(bulk: Bulk, { spec, zone, id }: About): void {
  const of = { organisation_id: spec.organisation, case_id: id };
  bulk.add('invoice_query', {
    ...{
      ...of,
      contact_name: say('queryWords', zone),
      contact_email: emailOf(zone),
      company: say('queryWords', zone),
    },
    ...{
      wanted_reference: say('queryWords', zone),
      asked: [],
      named: [],
      state: 'AMBIGUOUS',
      reason: 'NO_NUMBER',
    },
  });
  bulk.add('invoice_query_post', {
    ...{
      id: freshId(),
      ...of,
      received_at: hoursAgo(3),
      sender: emailOf(zone),
      subject: say('queryWords', zone),
      body: say('queryWords', zone),
    },
  });
  bulk.add('invoice_answer', {
    ...{ id: freshId(), ...of, outcome: 'ASKED_BACK', language: 'nb', recipient: emailOf(zone) },
    ...{ paragraphs: [say('queryWords', zone)], answered_by: spec.holder, answered_at: hoursAgo(2) },
  });
}
