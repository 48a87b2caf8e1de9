/** Working calls about the access log: a finding to have a word on, a week to sign, a person to answer. */
import { osloDate } from '../../server/src/platform/calendar/calendar.ts';
import type { Desk } from './desk.ts';
import { createCase, createOrderItem, createPerson } from './factories.ts';
import { next } from './insert.ts';
import { createLookup } from './lookups.ts';
import type { WorkingCall } from './working-calls.ts';

const ODDITIES =
  'query R($weekOn: LocalDate) { accessReview(weekOn: $weekOn) { oddities { key personId } } }';
const DAY_MS = 86_400_000;

/** The Monday that many weeks before this one. */
function mondayBefore(weeks: number): string {
  const today = new Date(`${osloDate(new Date())}T12:00:00Z`);
  const sinceMonday = (today.getUTCDay() + 6) % 7;
  return new Date(today.getTime() - (sinceMonday + 7 * weeks) * DAY_MS).toISOString().slice(0, 10);
}

async function personWithCase(desk: Desk, familyName: string): Promise<{ person: string; caseId: string }> {
  const { id } = await createPerson(desk, { familyName });
  const orderItem = await createOrderItem(desk, { personId: id });
  return { person: id, caseId: (await createCase(desk, { orderItem })).id };
}

export const ACCESS_LOG: Readonly<Record<string, (desk: Desk) => Promise<WorkingCall>>> = {
  async markOddity(desk) {
    const weekOn = mondayBefore(1);
    const { person, caseId } = await personWithCase(desk, 'Solheim');
    await createLookup(desk, 'agent', { at: `${weekOn}T10:00+01:00`, caseId, personIds: [person] });
    const { accessReview } = await (await desk.as('senior')).ask(ODDITIES, { weekOn });
    const found = accessReview.oddities.find((oddity: { personId: string }) => oddity.personId === person);
    const word = { verdict: 'EXPLAINED', comment: 'Talked with the reader' };
    return { who: 'senior', variables: { input: { weekOn, key: found.key, ...word } } };
  },
  // A week with nothing in it, another one each time.
  signAccessReview: async () => ({
    who: 'senior',
    variables: { input: { weekOn: mondayBefore(10 + next()) } },
  }),
  async makeAccessAnswer(desk) {
    const { person } = await personWithCase(desk, 'Spørsmål');
    return { who: 'senior', variables: { input: { personId: person, reference: '2026/INN-17' } } };
  },
};
