/** Situations in which the calls about batches of self-approved firms work. */
import { osloDate } from '../../server/src/platform/calendar/calendar.ts';
import type { Desk } from './desk.ts';
import { declareOrder } from './vat.ts';
import type { WorkingCall } from './working-calls.ts';

const lead = (variables: Record<string, unknown>): WorkingCall => ({ who: 'lead', variables });
const MAKE = 'mutation M { makeVatBatch { batch { id version } } }';

async function made(desk: Desk): Promise<{ id: string; expectedVersion: number }> {
  await declareOrder(desk, { at: new Date() });
  const { id, version } = (await (await desk.as('lead')).ask(MAKE)).makeVatBatch.batch;
  return { id, expectedVersion: version };
}

export const VAT_CALLS: Readonly<Record<string, (desk: Desk) => Promise<WorkingCall>>> = {
  async makeVatBatch(desk) {
    await declareOrder(desk, { at: new Date() });
    return lead({});
  },
  recordVatBatchSent: async desk => lead({ input: await made(desk) }),
  async recordVatReceipt(desk) {
    const batch = await made(desk);
    const sent = 'update vat_batch set times_sent = 1, sent_at = now(), sent_by = made_by where id = $1';
    await desk.sql.query(sent, [batch.id]);
    return lead({ input: { ...batch, reference: 'SKATT-1', receivedOn: osloDate(new Date()) } });
  },
};
