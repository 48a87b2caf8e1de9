import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paymentJobs } from '../../server/src/features/payment/book-payments.jobs.ts';
import {
  camtEntry,
  camtFile,
  type OcrPayment,
  ocrGiroFile,
  ocrGiroLines,
} from '../../server/src/features/payment/payment-file.examples.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createInvoice, nameSeller } from '../support/invoices.ts';
import { runJob } from '../support/orders.ts';
import { createPayment } from '../support/payment-calls.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
  await nameSeller(desk);
});
afterAll(() => desk.stop());

async function bring(bytes: Buffer | string, name = 'OCR.D201126') {
  const finance = await desk.as('finance');
  const answer = await finance.fetch('/files/payments', {
    method: 'PUT',
    body: Buffer.from(bytes),
    headers: { 'file-name': encodeURIComponent(name) },
  });
  return { status: answer.status, body: (await answer.json()) as { id: string; again: boolean } };
}
const book = () => runJob(desk, paymentJobs({ now: () => new Date() }), 'book-payments');
const all = async (sql: string, values: unknown[] = []) => (await desk.sql.query(sql, values)).rows;
const paymentsOf = (fileId: string) =>
  all(
    'select line, kid, amount_ore::int as ore, status, open_ore::int as open from payment where file_id = $1 order by line',
    [fileId],
  );
const balanceOf = async (invoiceId: string) =>
  (await all('select balance_ore::int as n from invoice_balance where invoice_id = $1', [invoiceId]))[0].n;
const unplaced = async () =>
  -(await all(`select coalesce(sum(amount_ore), 0)::int as n from ledger_entry where account = '2990'`))[0].n;
const grossOf = async (invoiceId: string) =>
  (await all('select gross_ore::int as n from invoice where id = $1', [invoiceId]))[0].n;

describe('a file from the bank', () => {
  it('is posted by KID, and what has no right KID waits for a person', async () => {
    const invoice = await createInvoice(desk);
    const gross = await grossOf(invoice.id);
    const before = await unplaced();
    const paid: OcrPayment[] = [
      { kid: invoice.kid, ore: gross },
      { kid: '', ore: 1_000 },
      // The same invoice once more: nothing is left to pay there.
      { kid: invoice.kid, ore: gross },
    ];
    const { status, body } = await bring(ocrGiroFile(paid));
    expect([status, body.again]).toEqual([201, false]);
    expect(await book()).toBe(3);
    expect(await paymentsOf(body.id)).toEqual([
      { line: 3, kid: invoice.kid, ore: gross, status: 'POSTED', open: 0 },
      { line: 5, kid: null, ore: 1_000, status: 'OPEN', open: 1_000 },
      { line: 7, kid: invoice.kid, ore: gross, status: 'OPEN', open: gross },
    ]);
    expect(await balanceOf(invoice.id)).toBe(0);
    expect((await unplaced()) - before).toBe(1_000 + gross);
    expect(await book()).toBe(0);
  });

  it('brought twice, also at the same moment, is the same file and pays once', async () => {
    const invoice = await createInvoice(desk);
    const bytes = ocrGiroFile([{ kid: invoice.kid, ore: 100 }]);
    const [first, second] = await Promise.all([bring(bytes), bring(bytes)]);
    const known = first.status === 201 ? first : second;
    const again = await bring(bytes, 'renamed.txt');
    expect(again.body).toEqual({ id: known.body.id, again: true });
    await Promise.all([book(), book()]);
    expect(await balanceOf(invoice.id)).toBe((await grossOf(invoice.id)) - 100);
    expect(await paymentsOf(known.body.id)).toHaveLength(1);
  });

  it('with bad lines tells them by number, and its good lines are used', async () => {
    const lines = ocrGiroLines([
      { kid: '', ore: 700 },
      { kid: '', ore: 800 },
    ]);
    const { body } = await bring(
      [...lines.slice(0, 4), lines[4]?.slice(0, 50), ...lines.slice(5)].join('\n'),
    );
    expect((await paymentsOf(body.id)).map(({ ore }) => ore)).toEqual([700]);
    const [file] = await all(
      'select payments, total_ore::int as ore, faults from payment_file where id = $1',
      [body.id],
    );
    expect([file.payments, file.ore]).toEqual([1, 700]);
    expect(file.faults[0]).toMatchObject({ lineNumber: 5, code: 'LENGTH' });
    expect(file.faults.map(({ code }: { code: string }) => code)).toContain('SUM');
    await book();
  });

  it('of CAMT.054 is read the same way', async () => {
    const invoice = await createInvoice(desk);
    const { body } = await bring(camtFile([camtEntry({ amount: '12.50', kid: invoice.kid })]), 'camt054.xml');
    await book();
    expect(await paymentsOf(body.id)).toMatchObject([{ ore: 1_250, status: 'POSTED' }]);
  });

  it('that cannot be used is refused with the line and why, and nothing is kept', async () => {
    const before = (await all('select count(*)::int as n from payment_file'))[0].n;
    const refused = await bring('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>');
    expect(refused).toMatchObject({
      status: 422,
      body: {
        errors: [
          { extensions: { code: 'PAYMENT_FILE_UNREADABLE', params: { fault: 'NOT_WELL_FORMED', line: 1 } } },
        ],
      },
    });
    expect((await bring('dato;beløp')).status).toBe(422);
    expect((await bring(ocrGiroFile([{ kid: '', ore: 1 }]), ' ')).status).toBe(400);
    expect((await all('select count(*)::int as n from payment_file'))[0].n).toBe(before);
  });

  it('is brought by finance alone', async () => {
    for (const role of ['agent', 'senior', 'caseworker', 'lead', 'admin', 'auditor'] as const) {
      const someone = await desk.as(role);
      const answer = await someone.fetch('/files/payments', { method: 'PUT', body: 'NY' });
      expect(answer.status).toBe(403);
    }
  });

  it('more than is owed stands to the buyer’s credit on the invoice', async () => {
    const invoice = await createInvoice(desk);
    const gross = await grossOf(invoice.id);
    await bring(ocrGiroFile([{ kid: invoice.kid, ore: gross + 77 }]));
    await book();
    expect(await balanceOf(invoice.id)).toBe(-77);
  });

  it('says what the bank said for good', async () => {
    const change = desk.sql.query(`update payment set amount_ore = amount_ore + 1`);
    await expect(change).rejects.toThrow('stands as the bank told it');
  });
});

const PAYMENT =
  'row { id status openOre version } suggestions { invoiceId number firmName reasons } placings { invoiceNumber amountOre reason placedBy { name } }';
const ONE = `query One($id: EntityId!) { payment(id: $id) { ${PAYMENT} } }`;
const PLACE = `mutation Place($input: PlacePaymentInput!) { placePayment(input: $input) { ${PAYMENT} } }`;

describe('a payment nobody could place', () => {
  it('names the invoices it may be for, and why', async () => {
    const invoice = await createInvoice(desk);
    const message = `Gjelder faktura ${invoice.number.slice(0, 4)} ${invoice.number.slice(4)}`;
    const id = await createPayment(desk, { ore: await grossOf(invoice.id), message });
    const { payment } = await (await desk.as('finance')).ask(ONE, { id });
    expect(payment.row.status).toBe('OPEN');
    expect(payment.suggestions[0]).toMatchObject({
      ...{ invoiceId: invoice.id, number: invoice.number, reasons: ['INVOICE_NUMBER', 'AMOUNT'] },
      firmName: expect.any(String),
    });
    const [first, second] = [invoice.kid.at(-2), invoice.kid.at(-1)];
    const swapped = `${invoice.kid.slice(0, -2)}${second}${first}`;
    const slip = await createPayment(desk, { ore: 5, kid: swapped });
    const near = (await (await desk.as('finance')).ask(ONE, { id: slip })).payment.suggestions;
    if (first !== second)
      expect(near).toContainEqual(
        expect.objectContaining({ number: invoice.number, reasons: ['KID_SWAPPED'] }),
      );
  });

  it('is placed with a reason, part by part, never beyond what is left of it or owed', async () => {
    const finance = await desk.as('finance');
    const invoice = await createInvoice(desk);
    const gross = await grossOf(invoice.id);
    const before = await unplaced();
    const id = await createPayment(desk, { ore: gross + 50 });
    const place = (amountOre: number, expectedVersion: number, reason = 'Ringt betaleren') =>
      finance.send(PLACE, { input: { id, expectedVersion, invoiceId: invoice.id, amountOre, reason } });
    const codes = async (answer: ReturnType<typeof place>) =>
      (await answer).errors?.map(one => one.extensions?.code);
    expect(await codes(place(gross + 1, 2))).toEqual(['VALIDATION_FAILED']);
    expect(await codes(place(0, 2))).toEqual(['VALIDATION_FAILED']);
    expect(await codes(place(100, 2, ' '))).toEqual(['VALIDATION_FAILED']);
    expect(await codes(place(100, 1))).toEqual(['STALE']);
    const { data, errors } = await place(100, 2);
    expect(errors).toBeUndefined();
    expect(data?.placePayment).toMatchObject({
      row: { status: 'OPEN', openOre: gross - 50, version: 3 },
      placings: [{ invoiceNumber: invoice.number, amountOre: 100, reason: 'Ringt betaleren' }],
    });
    await place(gross - 100, 3);
    expect(await balanceOf(invoice.id)).toBe(0);
    expect((await unplaced()) - before).toBe(50);
    expect(await codes(place(50, 4))).toEqual(['VALIDATION_FAILED']);
  });

  it('placed by two at once is placed once', async () => {
    const invoice = await createInvoice(desk);
    const id = await createPayment(desk, { ore: 100 });
    const input = { id, expectedVersion: 2, invoiceId: invoice.id, amountOre: 100, reason: 'Samme beløp' };
    const finance = await desk.as('finance');
    const answers = await Promise.all([finance.send(PLACE, { input }), finance.send(PLACE, { input })]);
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(await balanceOf(invoice.id)).toBe((await grossOf(invoice.id)) - 100);
  });

  it('is in the list with the sum of all that waits, and its file with what was wrong', async () => {
    const finance = await desk.as('finance');
    const list = `query List { payments(filter: { status: OPEN }, page: { first: 1 }) { rows { id payerName } openCount { value } openOre pageInfo { hasNextPage } } paymentFiles { name payments waiting faults { lineNumber code } } }`;
    const { payments, paymentFiles } = await finance.ask(list);
    expect(payments.rows).toHaveLength(1);
    expect(payments.openOre).toBe(await unplaced());
    expect(payments.openCount.value).toBeGreaterThan(1);
    expect(paymentFiles.some(({ faults }: { faults: unknown[] }) => faults.length > 0)).toBe(true);
  });
});
