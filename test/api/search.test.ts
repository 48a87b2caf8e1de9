import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCard } from '../support/card.factories.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import {
  createCase,
  createFirm,
  createOrderItem,
  createPerson,
  type Firm,
  type NewCaseIds,
  syntheticNationalId,
  syntheticOrgNumber,
} from '../support/factories.ts';

const SEARCH = `query Search($text: ShortText!) { search(text: $text) { hits { group id caseId title subtitle status order { number line status } } } }`;

interface Hit {
  group: string;
  id: string;
  caseId: string | null;
  title: string;
  subtitle: string;
  status: string | null;
}

describe('searching', () => {
  let desk: Desk;
  let agent: Client;
  let senior: Client;
  let firm: Firm;
  let person: { id: string; nationalId: string };
  let older: NewCaseIds;
  let newer: NewCaseIds;
  let inquiry: NewCaseIds;

  const find = async (client: Client, text: string): Promise<Hit[]> =>
    (await client.ask(SEARCH, { text })).search.hits;
  const searches = async () =>
    (
      await desk.sql.query(
        `select actor_id, row_id, case_id, person_ids, fields, kind, old_values, new_values, reason, purpose from audit_log
         where operation = 'searchNationalId' order by id desc`,
      )
    ).rows;

  beforeAll(async () => {
    desk = await startDesk();
    firm = await createFirm(desk, { name: 'Fjellbygg Ærlig' });
    person = await createPerson(desk, { givenName: 'Mariusz', familyName: 'Ødegård' });
    const orderItem = await createOrderItem(desk, { personId: person.id, firm });
    older = await createCase(desk, { orderItem, status: 'CLOSED' });
    const again = await createOrderItem(desk, { personId: person.id, firm });
    newer = await createCase(desk, { orderItem: again });
    inquiry = await createCase(desk, { kind: 'INQUIRY', title: 'Spørsmål om faktura' });
    await createPerson(desk, { givenName: 'Ukjent', familyName: 'Ødegård' });
    agent = await desk.as('agent');
    senior = await desk.as('senior');
  });
  afterAll(() => desk.stop());

  test('a case number finds the case', async () => {
    const [hit, ...others] = await find(agent, newer.number);
    expect(others).toEqual([]);
    expect(hit).toEqual({
      order: null,
      group: 'CASE',
      id: newer.id,
      caseId: newer.id,
      title: newer.number,
      subtitle: 'Mariusz Ødegård · Fjellbygg Ærlig avd. Nord',
      status: 'OPEN',
    });
    expect((await find(agent, newer.number.replace('/', '-')))[0]?.id).toBe(newer.id);
    expect((await find(agent, '2020/')).length).toBe(3);
    expect(await find(agent, '2031/000001')).toEqual([]);
  });

  test('an order number finds the lines of the order, with a line that line', async () => {
    const number = newer.orderItem?.orderNumber ?? '';
    expect(await find(agent, number)).toMatchObject([
      {
        group: 'ORDER',
        id: newer.orderItem?.id,
        order: { number, line: 1, status: 'PENDING' },
        title: `${number}-1`,
      },
    ]);
    expect(await find(agent, `${number}-1`)).toHaveLength(1);
    expect(await find(agent, `${number}-2`)).toEqual([]);
  });

  test('an organisation number finds main unit and sub-unit with their newest case', async () => {
    expect(await find(agent, firm.mainOrgNumber)).toMatchObject([
      { group: 'FIRM', id: firm.main, caseId: newer.id, title: 'Fjellbygg Ærlig AS' },
      { group: 'FIRM', id: firm.unit, caseId: newer.id, title: 'Fjellbygg Ærlig avd. Nord' },
    ]);
    const [hit] = await find(agent, firm.unitOrgNumber.replace(/(...)(...)(...)/, '$1 $2 $3'));
    expect(hit?.subtitle).toContain(newer.number);
    expect(await find(agent, syntheticOrgNumber())).toEqual([]);
    expect(await agent.refused(SEARCH, { text: '312345670' })).toMatch(/^ORG_NUMBER_/);
  });

  test('a card number finds the card, for those who see cards', async () => {
    const { number } = await createCard(desk, { firm });
    const grouped = number.replace(/(...)(...)(....)/, '$1 $2 $3');
    expect(await find(agent, grouped)).toMatchObject([{ group: 'CARD', title: number, caseId: null }]);
    expect(await find(await desk.as('finance'), number)).toEqual([]);
  });

  test('a part of a name finds firms and persons who have a case, each once', async () => {
    expect(await find(agent, 'ærlig')).toMatchObject([
      { group: 'FIRM', title: 'Fjellbygg Ærlig AS' },
      { group: 'FIRM', title: 'Fjellbygg Ærlig avd. Nord' },
    ]);
    const found = await find(agent, 'ØDEGÅRD');
    expect(found).toMatchObject([
      { group: 'PERSON', id: person.id, caseId: newer.id, title: 'Mariusz Ødegård', status: 'OPEN' },
    ]);
    expect(found.length).toBe(1);
    expect(await find(agent, '%%aa')).toEqual([]);
    expect(await agent.refused(SEARCH, { text: 'Ø' })).toBe('SEARCH_TOO_SHORT');
  });

  test('letters that the keyboard does not have are not needed', async () => {
    for (const typed of ['odegard', 'Ødegard', 'ODEGÅRD']) {
      expect(await find(agent, typed)).toMatchObject([{ group: 'PERSON', id: person.id }]);
    }
    expect(await find(agent, 'aerlig')).toHaveLength(2);
  });

  test('no group shows more than eight', async () => {
    for (let n = 0; n < 10; n += 1) {
      const one = await createPerson(desk, { givenName: `Tvilling${n}`, familyName: 'Likesen' });
      await createCase(desk, { orderItem: await createOrderItem(desk, { personId: one.id, firm }) });
    }
    expect((await find(agent, 'likesen')).length).toBe(8);
  });

  test('the whole national ID finds the person, for those with the right, and leaves a trace', async () => {
    const before = (await searches()).length;
    const typed = `${person.nationalId.slice(0, 6)} ${person.nationalId.slice(6)}`;
    expect(await find(senior, typed)).toMatchObject([{ group: 'PERSON', id: person.id }]);
    const [row, ...rest] = await searches();
    expect(rest.length).toBe(before);
    expect(row).toMatchObject({ kind: 'READ', actor_id: desk.staff.senior, row_id: person.id });
    expect(row).toMatchObject({ person_ids: [person.id], fields: ['national_id'] });
    expect(JSON.stringify(row)).not.toContain(person.nationalId);
    expect(desk.logLines.join('\n')).not.toContain(person.nationalId);
  });

  test('a search that finds nobody leaves a trace as well', async () => {
    const before = (await searches()).length;
    expect(await find(senior, syntheticNationalId())).toEqual([]);
    const [row] = await searches();
    expect((await searches()).length).toBe(before + 1);
    expect(row).toMatchObject({ row_id: null, person_ids: [] });
  });

  test('a number that cannot be right is refused before anything is looked up', async () => {
    const before = (await searches()).length;
    const wrong = `${person.nationalId.slice(0, 10)}${(Number(person.nationalId[10]) + 1) % 10}`;
    expect(await senior.refused(SEARCH, { text: wrong })).toBe('NATIONAL_ID_CHECK_DIGITS');
    expect((await searches()).length).toBe(before);
  });

  test('those without the right may not search by national ID, hit or miss', async () => {
    for (const name of ['agent', 'auditor', 'caseworker'] as const) {
      const client = await desk.as(name);
      expect(await client.refused(SEARCH, { text: person.nationalId })).toBe('FORBIDDEN');
      expect(await client.refused(SEARCH, { text: syntheticNationalId() })).toBe('FORBIDDEN');
    }
    // To finance eleven digits are a KID, and find invoices only.
    const finance = await desk.as('finance');
    for (const text of [person.nationalId, syntheticNationalId()])
      expect(await find(finance, text)).toEqual([]);
  });

  test('the other organisation’s lead finds nobody who has no case there', async () => {
    expect(await find(await desk.as('lead'), person.nationalId)).toEqual([]);
  });

  test('a person may search by national ID thirty times an hour', async () => {
    const lead = await desk.as('lead');
    await desk.sql.query(
      `insert into audit_log (kind, actor_id, operation, fields) select 'READ', $1, 'searchNationalId', '{national_id}' from generate_series(1, 28)`,
      [desk.staff.lead],
    );
    expect(await find(lead, person.nationalId)).toEqual([]);
    const { errors } = await lead.send(SEARCH, { text: person.nationalId });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'SEARCH_LIMIT', params: { limit: 30 } });
    // Other searches go on.
    expect(await find(lead, 'ødegård')).toEqual([]);
  });

  test('each finds what he or she may see: finance inquiries only, the authority its own, the auditor all', async () => {
    const finance = await desk.as('finance');
    expect(await find(finance, newer.number)).toEqual([]);
    expect(await find(finance, 'ødegård')).toEqual([]);
    expect(await find(finance, inquiry.number)).toMatchObject([{ subtitle: 'Spørsmål om faktura' }]);
    const caseworker = await desk.as('caseworker');
    for (const text of [newer.number, 'ødegård', 'fjellbygg'])
      expect(await find(caseworker, text)).toEqual([]);
    // The register of firms is open; the cases about one are not.
    expect(await find(caseworker, firm.unitOrgNumber)).toMatchObject([{ group: 'FIRM', caseId: null }]);
    expect(await find(await desk.as('auditor'), older.number)).toMatchObject([{ status: 'CLOSED' }]);
    expect(await (await desk.as('admin')).refused(SEARCH, { text: 'fjell' })).toBe('FORBIDDEN');
    expect(await desk.anonymous().refused(SEARCH, { text: 'fjell' })).toBe('UNAUTHENTICATED');
  });
});
