/** Situations in which the calls about letters, their batches and the journal work. */
import type { Desk } from './desk.ts';
import { createApplication, createLetter, sendLetters } from './letters.ts';
import type { WorkingCall } from './working-calls.ts';

const lead = (input: Record<string, unknown>): WorkingCall => ({ who: 'lead', variables: { input } });
const MAKE =
  'mutation M($input: MakePrintBatchInput!) { makePrintBatch(input: $input) { batch { id version } } }';

/** On paper, and in no batch. */
async function waiting(desk: Desk): Promise<void> {
  await createLetter(desk, await createApplication(desk));
  await sendLetters(desk);
}

export const LETTER_CALLS: Readonly<Record<string, (desk: Desk) => Promise<WorkingCall>>> = {
  async cancelLetter(desk) {
    const sendAfter = new Date(Date.now() + 60_000);
    const id = await createLetter(desk, await createApplication(desk), { sendAfter });
    return lead({ id, expectedVersion: 1, reason: 'Feil dato' });
  },
  async makePrintBatch(desk) {
    await waiting(desk);
    return lead({ protected: false });
  },
  async recordPrintBatchPosted(desk) {
    await waiting(desk);
    const client = await desk.as('lead');
    const { id, version } = (await client.ask(MAKE, { input: { protected: false } })).makePrintBatch.batch;
    return lead({ id, expectedVersion: version });
  },
  exportJournal: async () => lead({ from: '2026-11-01', to: '2026-11-30' }),
};
