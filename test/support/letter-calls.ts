/** Situations in which the calls about letters, their batches and the journal work. */
import type { LetterKind } from '../../server/src/features/letter/letter.enums.ts';
import { osloDate } from '../../server/src/platform/calendar/calendar.ts';
import type { Desk } from './desk.ts';
import { createApplication, createLetter, sendLetters } from './letters.ts';
import type { WorkingCall } from './working-calls.ts';

const lead = (input: Record<string, unknown>): WorkingCall => ({ who: 'lead', variables: { input } });
const MAKE =
  'mutation M($input: MakePrintBatchInput!) { makePrintBatch(input: $input) { batch { id version } } }';

const POSTED =
  'mutation P($input: RecordPrintBatchPostedInput!) { recordPrintBatchPosted(input: $input) { letters { id version } } }';
const RETURN =
  'mutation R($input: RecordReturnedLetterInput!) { recordReturnedLetter(input: $input) { letter { version } } }';
const today = () => osloDate(new Date());

async function postedLetter(desk: Desk): Promise<{ id: string; version: number }> {
  await waiting(desk, 'DECISION_REFUSE');
  const client = await desk.as('lead');
  const { id, version } = (await client.ask(MAKE, { input: { protected: false } })).makePrintBatch.batch;
  const input = { id, expectedVersion: version };
  return (await client.ask(POSTED, { input })).recordPrintBatchPosted.letters[0];
}

/** On paper, and in no batch. */
async function waiting(desk: Desk, kind: LetterKind = 'INTERIM_REPLY'): Promise<void> {
  await createLetter(desk, await createApplication(desk), { kind });
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
  async recordReturnedLetter(desk) {
    const letter = await postedLetter(desk);
    return lead({ id: letter.id, expectedVersion: letter.version, returnedOn: today(), reason: 'MOVED' });
  },
  async resendLetter(desk) {
    const { id, version } = await postedLetter(desk);
    const client = await desk.as('lead');
    const input = { id, expectedVersion: version, returnedOn: today(), reason: 'MOVED' };
    const back = (await client.ask(RETURN, { input })).recordReturnedLetter.letter;
    return lead({ id, expectedVersion: back.version, channel: 'POST' });
  },
  exportJournal: async () => lead({ from: '2026-11-01', to: '2026-11-30' }),
};
