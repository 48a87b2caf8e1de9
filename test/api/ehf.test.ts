import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ehfJobs } from '../../server/src/features/ehf/ehf.jobs.ts';
import { sendEhfService } from '../../server/src/features/ehf/ehf.parts.ts';
import { checkEhf } from '../../server/src/features/ehf/ehf-xml.ts';
import { creditInvoice } from '../../server/src/features/invoice/issue-invoice.write.ts';
import { osloDate } from '../../server/src/platform/calendar/calendar.ts';
import { createLog } from '../../server/src/platform/log.ts';
import type { Registers } from '../../server/src/registers/registers.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { type Billable, createInvoice, nameSeller } from '../support/invoices.ts';
import { inTx, runJob } from '../support/orders.ts';
import { registersOf, startSandbox, type TestSandbox } from '../support/registers.ts';

let desk: Desk;
let sandbox: TestSandbox;
let registers: Registers;
let now: Date;
const clock = { now: () => now };

beforeAll(async () => {
  sandbox = await startSandbox();
  desk = await startDesk({ registers: sandbox });
  registers = registersOf(sandbox);
  await nameSeller(desk);
});
beforeEach(() => {
  now = new Date();
});
afterAll(async () => {
  await registers.close();
  await desk.stop();
  await sandbox.stop();
});

type Point = Registers['accessPoint'];
const jobs = (accessPoint: Point = registers.accessPoint) =>
  ehfJobs(sendEhfService({ clock, log: createLog('silent'), registers: { accessPoint } }));
const send = (accessPoint?: Point) => runJob(desk, jobs(accessPoint), 'send-ehf');
const askReceipts = () => runJob(desk, jobs(), 'ask-ehf-receipts');
const reconcile = () => runJob(desk, jobs(), 'reconcile-ehf');
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};

const messageOf = async (invoiceId: string) =>
  (
    await desk.sql.query(
      `select id::text, message_id::text as "messageId", status, attempts, last_error as error, xml, receipt,
       encode(sha256, 'hex') = encode(sha256(convert_to(xml, 'UTF8')), 'hex') as intact from ehf_message where invoice_id = $1`,
      [invoiceId],
    )
  ).rows[0];

/** An invoice whose buyer the network knows, or knows as something else. */
async function invoiceTo(ehf?: 'NOT_A_RECEIVER' | 'SLOW' | 'REFUSES', given: Billable = {}) {
  const invoice = await createInvoice(desk, { ...given, clock });
  sandbox.firm(invoice.firm.mainOrgNumber).is({ name: 'Kjøper AS', ehf });
  return invoice;
}

describe('an EHF', () => {
  it('is queued with its invoice, leaves once, and is delivered as the access point says', async () => {
    const { id, number, kid, orderNumber } = await invoiceTo(undefined, { customerReference: 'PO-1 & <2>' });
    const queued = await messageOf(id);
    expect(queued).toMatchObject({ status: 'QUEUED', attempts: 0, xml: null });
    await send();
    const sent = await messageOf(id);
    expect(sent).toMatchObject({ status: 'SENT', attempts: 1, error: null, intact: true });
    expect(sent.messageId).toBe(queued.messageId);
    const taken = sandbox.world.ehf.get(sent.messageId);
    expect(taken?.xml).toBe(sent.xml);
    expect(checkEhf(sent.xml)).toEqual([]);
    for (const said of [number, kid, orderNumber, 'PO-1 &amp; &lt;2&gt;']) expect(sent.xml).toContain(said);
    await askReceipts();
    expect((await messageOf(id)).status).toBe('SENT');
    later(2);
    await askReceipts();
    expect(await messageOf(id)).toMatchObject({ status: 'DELIVERED', receipt: `receipt-${sent.messageId}` });
  });

  it('of a credit note names the invoice that it takes back', async () => {
    const { id, number } = await invoiceTo();
    const credited = await inTx(desk, tx =>
      creditInvoice(tx, { invoiceId: id, lines: null, issuedOn: osloDate(now), at: now }),
    );
    await send();
    const { status, xml } = await messageOf(credited?.id ?? '');
    expect([status, checkEhf(xml)]).toEqual(['SENT', []]);
    expect(xml).toContain(`<cac:InvoiceDocumentReference>\n      <cbc:ID>${number}</cbc:ID>`);
  });

  it('is not made of an invoice paid when ordering, nor of a person’s', async () => {
    for (const payment of ['CARD', 'PERSONAL_INVOICE'] as const) {
      const ordererId =
        payment === 'CARD' ? null : (await desk.sql.query('select id from person limit 1')).rows[0].id;
      const { id } = await invoiceTo(undefined, { payment, ordererId });
      expect(await messageOf(id)).toBeUndefined();
    }
  });

  it('is not made when the invoice is rolled back', async () => {
    const { id } = await invoiceTo();
    const count = async () => (await desk.sql.query('select count(*)::int as n from ehf_message')).rows[0].n;
    const before = await count();
    const crediting = { invoiceId: id, lines: null, issuedOn: osloDate(now), at: now };
    const failed = inTx(desk, async tx => {
      await creditInvoice(tx, crediting);
      throw new Error('rolled back');
    });
    await expect(failed).rejects.toThrow('rolled back');
    expect(await count()).toBe(before);
  });

  it('waits while nobody answers, comes back under its own id, and is given up after two days', async () => {
    const { id } = await invoiceTo();
    // A line of its own: it rests for a while when nobody has answered.
    const away = registersOf(sandbox);
    sandbox.fail('accessPoint', 'ERROR_500');
    await send(away.accessPoint);
    const waiting = await messageOf(id);
    expect(waiting).toMatchObject({ status: 'QUEUED', error: expect.stringMatching(/5XX|CIRCUIT/) });
    expect(await send(away.accessPoint)).toBe(0);
    later(49 * 60);
    await send(away.accessPoint);
    sandbox.fail('accessPoint', 'WELL');
    await away.close();
    expect(await messageOf(id)).toMatchObject({ status: 'FAILED', messageId: waiting.messageId });
  });

  it('to a buyer who takes none, or who refuses it, says so and is left to a person', async () => {
    const none = await invoiceTo('NOT_A_RECEIVER');
    const refused = await invoiceTo('REFUSES');
    await send();
    later(2);
    await askReceipts();
    expect(await messageOf(none.id)).toMatchObject({ status: 'NOT_A_RECEIVER', xml: null });
    expect(await messageOf(refused.id)).toMatchObject({
      status: 'FAILED',
      error: 'RECEIPT The receiver refused the document.',
    });
  });

  it('whose receipt never comes is somebody’s to look at after a week', async () => {
    const { id } = await invoiceTo('SLOW');
    await send();
    later(2);
    await askReceipts();
    expect((await messageOf(id)).status).toBe('SENT');
    later(8 * 24 * 60);
    await askReceipts();
    expect(await messageOf(id)).toMatchObject({ status: 'FAILED', error: 'NO_RECEIPT' });
  });

  it('arrives once when the server dies right after it was handed over', async () => {
    const { id } = await invoiceTo();
    const dying: Point = {
      ...registers.accessPoint,
      async send(delivery) {
        await registers.accessPoint.send(delivery);
        throw new Error('killed');
      },
    };
    await expect(send(dying)).rejects.toThrow('killed');
    const left = await messageOf(id);
    expect(left.status).toBe('SENDING');
    expect(sandbox.world.ehf.has(left.messageId)).toBe(true);
    expect(await send()).toBe(0);
    later(3);
    expect(await reconcile()).toBe(1);
    await send();
    const again = await messageOf(id);
    expect(again).toMatchObject({ status: 'SENT', attempts: 2, xml: left.xml, messageId: left.messageId });
    const arrived = [...sandbox.world.ehf.values()].filter(({ xml }) => xml === left.xml);
    expect(arrived).toHaveLength(1);
  });

  it('is sent by one of several servers', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 6; index += 1) ids.push((await invoiceTo()).id);
    const before = sandbox.world.ehf.size;
    const tried = await Promise.all([send(), send(), send()]);
    expect(tried.reduce((sum, n) => sum + n, 0)).toBe(6);
    expect(sandbox.world.ehf.size - before).toBe(6);
    for (const id of ids) expect(await messageOf(id)).toMatchObject({ status: 'SENT', attempts: 1 });
  });

  it('that breaks a fatal rule never leaves', async () => {
    const { id, firm } = await invoiceTo();
    // As if a number had come in that has no right check digit.
    await desk.sql.query(`alter table invoice disable trigger stands`);
    await desk.sql.query(`update invoice set buyer_org_number = '310078471' where id = $1`, [id]);
    await desk.sql.query(`alter table invoice enable trigger stands`);
    sandbox.firm('310078471').is({ name: firm.mainOrgNumber });
    await send();
    const { status, error, messageId, xml } = await messageOf(id);
    expect([status, error, xml]).toEqual(['FAILED', 'RULES PEPPOL-COMMON-R041 PEPPOL-COMMON-R041', null]);
    expect(sandbox.world.ehf.has(messageId)).toBe(false);
  });

  it('stands as it was sent, whoever tries', async () => {
    const { id } = await invoiceTo();
    await send();
    const change = desk.sql.query(
      `update ehf_message set xml = 'x', sha256 = sha256('x') where invoice_id = $1`,
      [id],
    );
    await expect(change).rejects.toThrow('stands as it was sent');
  });
});
