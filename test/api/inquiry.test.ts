import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addWorkingDays, osloDate } from '../../server/src/platform/calendar/calendar.ts';
import { answerOf, caseInDb, eventsOf, refusal, write } from '../support/case-documents.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createFirm, createOrderItem } from '../support/factories.ts';

const INQUIRY = {
  title: 'Når kommer kortet?',
  description: 'Ringte og lurte på leveringstid.',
  channel: 'PHONE',
  language: 'nn',
};

describe('registering an inquiry', () => {
  let desk: Desk;
  let agent: Client;
  const year = osloDate(new Date()).slice(0, 4);
  const faults = async (more: Record<string, unknown>) =>
    (await answerOf(agent, 'registerInquiry', { ...INQUIRY, ...more })).errors?.[0]?.extensions.fieldErrors;

  beforeAll(async () => {
    desk = await startDesk();
    agent = await desk.as('agent');
  });
  afterAll(() => desk.stop());

  test('twenty at once get twenty numbers without a hole', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => write(agent, 'registerInquiry', INQUIRY)),
    );
    const expected = Array.from({ length: 20 }, (_, i) => `${year}/${String(i + 1).padStart(6, '0')}`);
    expect(new Set(answers.map(answer => answer.number))).toEqual(new Set(expected));
  });

  test('an inquiry that is refused uses no number', async () => {
    const before = (await write(agent, 'registerInquiry', INQUIRY)).number;
    expect(await faults({ orderNumber: '9999999' })).toEqual({ orderNumber: 'NOT_FOUND' });
    const after = (await write(agent, 'registerInquiry', INQUIRY)).number;
    expect(Number(after.slice(5))).toBe(Number(before.slice(5)) + 1);
  });

  test('it is opened today in my organisation and is due in five working days', async () => {
    const today = osloDate(new Date());
    const { id } = await write(agent, 'registerInquiry', INQUIRY);
    expect(await caseInDb(desk, id)).toMatchObject({
      organisation_id: 1,
      kind: 'INQUIRY',
      queue: 'INQUIRY',
      status: 'OPEN',
      opened_on: today,
      due_days: 5,
      due_on: addWorkingDays(today, 5),
      channel: 'PHONE',
      language: 'nn',
      reserved_by: null,
    });
    expect(await eventsOf(desk, id)).toMatchObject([
      { type: 'CASE_OPENED', actor: 'Ingrid Solheim', new_value: 'PHONE' },
    ]);
  });

  test('firm and order are found by their numbers, spaces or not', async () => {
    const firm = await createFirm(desk);
    const spaced = firm.mainOrgNumber.replace(/(\d{3})(?=\d)/g, '$1 ');
    const byFirm = await write(agent, 'registerInquiry', { ...INQUIRY, orgNumber: spaced, dueDays: 10 });
    expect(await caseInDb(desk, byFirm.id)).toMatchObject({
      subject_organisation_id: firm.main,
      due_days: 10,
    });
    const item = await createOrderItem(desk);
    const { orderNumber } = item;
    const byOrder = await write(agent, 'registerInquiry', { ...INQUIRY, orderNumber });
    const subjects = {
      order_item_id: item.id,
      person_id: item.personId,
      subject_organisation_id: item.firm.unit,
    };
    expect(await caseInDb(desk, byOrder.id)).toMatchObject(subjects);
    const again = await write(agent, 'registerInquiry', { ...INQUIRY, orderNumber });
    expect(await caseInDb(desk, again.id)).toMatchObject(subjects);
  });

  test('an order of several items says nothing about which person it is', async () => {
    const item = await createOrderItem(desk);
    await desk.sql.query(
      `insert into order_item (order_id, organisation_id, order_number, line, person_id, unit_id, main_unit_id, scheme, ordered_on, orderer_name, orderer_email, orderer_language)
       select order_id, organisation_id, order_number, 2, person_id, unit_id, main_unit_id, scheme, ordered_on, orderer_name, orderer_email, orderer_language from order_item where id = $1`,
      [item.id],
    );
    const { id } = await write(agent, 'registerInquiry', { ...INQUIRY, orderNumber: item.orderNumber });
    expect(await caseInDb(desk, id)).toMatchObject({
      order_item_id: null,
      person_id: null,
      subject_organisation_id: item.firm.unit,
    });
  });

  test('every wrong field is named', async () => {
    expect(await faults({ title: ' ', description: '\n', dueDays: 0 })).toEqual({
      title: 'REQUIRED',
      description: 'REQUIRED',
      dueDays: 'OUT_OF_RANGE',
    });
    expect(await faults({ orgNumber: '310000001' })).toEqual({
      orgNumber: expect.stringMatching(/^ORG_NUMBER_/),
    });
    const abroad = await createOrderItem(desk, { organisation: 2 });
    expect(await faults({ orderNumber: abroad.orderNumber })).toEqual({ orderNumber: 'NOT_FOUND' });
  });

  test('finance and the authority register their own; auditors and administrators none', async () => {
    for (const [who, organisation] of [
      ['finance', 1],
      ['caseworker', 2],
    ] as const) {
      const { id } = await write(await desk.as(who), 'registerInquiry', INQUIRY);
      expect((await caseInDb(desk, id)).organisation_id).toBe(organisation);
    }
    for (const who of ['auditor', 'admin'] as const)
      expect(await refusal(await desk.as(who), 'registerInquiry', INQUIRY)).toBe('FORBIDDEN');
  });
});
