import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCard } from '../support/card.factories.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase, createPerson } from '../support/factories.ts';

const PERSON = `query Person($id: EntityId!) { person(id: $id) { person { name maskedNationalId birthDate } registerStatus revealCaseId
  cards { number } orders { number } cases { id } employments { id } lookups { who operation } } }`;

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

async function known() {
  const person = await createPerson(desk, { givenName: 'Siri', familyName: 'Sideperson' });
  const card = await createCard(desk, { personId: person.id });
  return { person, card };
}

describe('the person page', () => {
  test('shows cards, orders and the masked number, and leaves a row in the log', async () => {
    const { person, card } = await known();
    const agent = await desk.as('agent');
    const { person: page } = await agent.ask(PERSON, { id: person.id });
    expect(page.person).toMatchObject({ name: 'Siri Sideperson' });
    expect(page.person.maskedNationalId).toBe(`${person.nationalId.slice(0, 6)}*****`);
    expect(page.cards).toEqual([{ number: card.number }]);
    expect(page).toMatchObject({ revealCaseId: null, lookups: null, registerStatus: 'ACTIVE' });
    const { rows } = await desk.sql.query(
      `select count(*)::int as n from audit_log where kind = 'READ' and actor_id = $1 and person_ids @> array[$2::bigint]`,
      [desk.staff.agent, person.id],
    );
    expect(rows[0].n).toBe(1);
  });

  test('tells a leader who has looked, and nobody else', async () => {
    const { person } = await known();
    await (await desk.as('colleague')).ask(PERSON, { id: person.id });
    const { person: page } = await (await desk.as('senior')).ask(PERSON, { id: person.id });
    expect(page.lookups).toMatchObject([{ who: 'Jonas Berg' }]);
  });

  test('is not there for the other organisation, for finance, or for a person nobody knows', async () => {
    const { person } = await known();
    expect(await (await desk.as('caseworker')).refused(PERSON, { id: person.id })).toBe('NOT_FOUND');
    expect(await (await desk.as('finance')).refused(PERSON, { id: person.id })).toBe('FORBIDDEN');
    expect(await (await desk.as('agent')).refused(PERSON, { id: '987654321' })).toBe('NOT_FOUND');
  });

  test('leads to the number through her newest case, for those who may see it', async () => {
    const { person, card } = await known();
    const orderItem = {
      id: card.itemId,
      orderId: '0',
      orderNumber: '0',
      personId: person.id,
      firm: card.firm,
    };
    const { id } = await createCase(desk, { orderItem });
    const { person: page } = await (await desk.as('senior')).ask(PERSON, { id: person.id });
    expect(page.revealCaseId).toBe(id);
  });
});
