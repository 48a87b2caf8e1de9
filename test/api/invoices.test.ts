/** Invoices and books as finance sees them, what others are told of them, and the journal that leaves the house. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InvoiceState } from '../../server/src/features/invoice/invoice.enums.ts';
import { STATE_SQL } from '../../server/src/features/invoice/invoice-list.store.ts';
import { invoiceState } from '../../server/src/features/invoice/invoice-state.rules.ts';
import { creditInvoice } from '../../server/src/features/invoice/issue-invoice.write.ts';
import { postPayment } from '../../server/src/features/ledger/ledger.write.ts';
import { addDays, osloDate } from '../../server/src/platform/calendar/calendar.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createPerson } from '../support/factories.ts';
import { createInvoice, nameSeller } from '../support/invoices.ts';
import { inTx } from '../support/orders.ts';

const NOW = new Date();
const TODAY = osloDate(NOW);
const ROW = `id kind number kid issuedOn dueOn buyerName buyerOrgNumber customerReference orderId orderNumber grossOre balanceOre state`;
const LIST = `query Invoices($filter: InvoiceFilter, $page: PageInput) { invoices(filter: $filter, page: $page) {
  rows { ${ROW} } pageInfo { hasNextPage endCursor hasPreviousPage startCursor } facets { state count { value exact } } } }`;
const ONE = `query Invoice($id: EntityId!) { invoice(id: $id) { id kind number state payment seller { name orgNumber bankAccount } buyer { name orgNumber }
  lines { unitOrgNumber quantity unitPriceOre netOre } netOre vatOre grossOre kid internalOrderNumber books { creditedOre balanceOre }
  chain { id kind number grossOre } entries { voucher kind account accountName amountOre } creditsId replacedById } }`;
const ORDER = `query Order($id: EntityId!) { order(id: $id) { number invoice { id number state } } }`;
const SEARCH = `query Search($text: ShortText!) { search(text: $text) { hits { group id title subtitle } } }`;
const BOOKS = `query Books { books { closedThrough closings { through closedBy { name } } days { on vouchers debitOre creditOre } } }`;
const CLOSE = `mutation Close($input: CloseBooksInput!) { closeBooks(input: $input) { closedThrough } }`;

let desk: Desk;
let finance: Client;
beforeAll(async () => {
  desk = await startDesk({ env: { STEP_UP_MINUTES: '15' } });
  await nameSeller(desk);
  finance = await desk.as('finance');
});
afterAll(() => desk.stop());

const list = async (filter: object = {}, page: object = { first: 25 }) =>
  (await finance.ask(LIST, { filter, page })).invoices;
const numbersOf = ({ rows }: { rows: { number: string }[] }) => rows.map(({ number }) => number);
const pay = (invoiceId: string, amountOre: number) =>
  inTx(desk, tx =>
    postPayment(tx, [
      {
        ...{ organisationId: 1, bookedOn: TODAY, at: NOW, text: 'Innbetaling' },
        parts: [{ place: { account: '1500', invoiceId }, amountOre }],
      },
    ]),
  );
const credit = (invoiceId: string) =>
  inTx(desk, tx => creditInvoice(tx, { invoiceId, lines: null, issuedOn: TODAY, at: NOW }));

describe('an invoice as a file', () => {
  test('is a page and an EHF to finance, on record each time, and nothing to others', async () => {
    const { id, number } = await createInvoice(desk, { customerReference: 'Prosjekt 4411' });
    const page = await finance.fetch(`/files/invoices/${id}/pdf`);
    expect(page.headers.get('content-disposition')).toBe(`attachment; filename="faktura-${number}.pdf"`);
    expect(Buffer.from(await page.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-');
    const ehf = await (await finance.fetch(`/files/invoices/${id}/xml`)).text();
    expect(ehf).toContain('<cbc:BuyerReference>Prosjekt 4411</cbc:BuyerReference>');
    expect((await finance.fetch(`/files/invoices/${id}/txt`)).status).toBe(404);
    expect((await (await desk.as('agent')).fetch(`/files/invoices/${id}/pdf`)).status).toBe(404);
    const { rows } = await desk.sql.query(
      `select fields from audit_log where kind = 'READ' and table_name = 'invoice' and row_id = $1 order by id`,
      [id],
    );
    expect(rows.map(({ fields }) => fields)).toEqual([['pdf'], ['xml']]);
  });

  test('has no EHF when the orderer is billed herself', async () => {
    const { id } = await createInvoice(desk, { payment: 'PERSONAL_INVOICE' });
    expect((await finance.fetch(`/files/invoices/${id}/xml`)).status).toBe(404);
    expect((await finance.fetch(`/files/invoices/${id}/pdf`)).status).toBe(200);
  });
});

describe('the list of invoices', () => {
  test('shows how each stands by the books, newest first, page by page, and finds one by any number on it', async () => {
    const made = [];
    for (const customerReference of ['Prosjekt 4410', null, null, null])
      made.push(await createInvoice(desk, { customerReference }));
    const [open, partly, paid, credited] = made;
    if (!open || !partly || !paid || !credited) throw new Error('no invoices');
    await pay(partly.id, 1_000);
    await pay(paid.id, 16_188);
    const note = await credit(credited.id);
    const { rows, facets } = await list();
    const states = new Map(rows.map((row: { number: string; state: string }) => [row.number, row.state]));
    expect([open, partly, paid, credited].map(({ number }) => states.get(number))).toEqual([
      ...['ISSUED', 'PARTLY_PAID', 'PAID', 'CREDITED'],
    ]);
    expect(states.get(note?.document.number)).toBeNull();
    for (const state of Object.values(InvoiceState)) {
      const found = numbersOf(await list({ state }));
      expect(found).toEqual(
        numbersOf({ rows: rows.filter((row: { state: string }) => row.state === state) }),
      );
      const facet = facets.find((one: { state: string }) => one.state === state);
      expect(facet.count).toEqual({ value: found.length, exact: true });
    }
    const first = await list({}, { first: 2 });
    const second = await list({}, { first: 2, after: first.pageInfo.endCursor });
    expect([...numbersOf(first), ...numbersOf(second)]).toEqual(numbersOf({ rows }).slice(0, 4));
    const { kid, number, orderNumber, firm } = open;
    const spaced = `${number.slice(0, 4)} ${number.slice(4)}`;
    const internal = (await finance.ask(ONE, { id: open.id })).invoice.internalOrderNumber;
    for (const text of [number, spaced, kid, orderNumber, internal, 'Prosjekt 4410', firm.mainOrgNumber])
      expect(numbersOf(await list({ text })), text).toEqual([number]);
    expect(numbersOf(await list({ text: note?.document.number.toLowerCase() }))).toEqual([
      note?.document.number,
    ]);
    expect(await list({ text: '2026999999' })).toMatchObject({ rows: [] });
  });

  test('asks the database the same question as the rule that names a state', async () => {
    const some = [-1, 0, 1, 99, 100, 101];
    const cases = some.flatMap(balance =>
      [0, 40, 100].flatMap(credited =>
        [0, 1].flatMap(written =>
          [addDays(TODAY, -1), TODAY].map(due => ({ balance, credited, written, due })),
        ),
      ),
    );
    for (const { balance, credited, written, due } of [
      ...cases,
      { balance: 0, credited: 0, written: 0, due: TODAY },
    ]) {
      const books = {
        grossOre: 100,
        creditedOre: credited,
        writtenOffOre: written,
        balanceOre: balance,
        dueOn: due,
      };
      const row = `(select 100 as gross_ore, ${credited} as credited_ore, ${written} as written_off_ore, ${balance} as balance_ore, '${due}'::date as due_on) b`;
      const asked = Object.entries(STATE_SQL).map(
        ([state, where]) =>
          `select '${state}' as state from ${row} where ${where} and $1::int is not null and $2::date is not null`,
      );
      const { rows } = await desk.sql.query(asked.join(' union all '), [1, TODAY]);
      expect(rows, JSON.stringify(books)).toEqual([{ state: invoiceState(books, TODAY) }]);
    }
  });
});

describe('an invoice', () => {
  test('opens with what was said on the day, every invoice of its order, and its entries in the books', async () => {
    const { id, number, firm } = await createInvoice(desk, { cards: 4 });
    const note = await credit(id);
    const { invoice } = await finance.ask(ONE, { id });
    expect(invoice).toMatchObject({
      ...{ kind: 'INVOICE', number, state: 'CREDITED', payment: 'INVOICE', grossOre: 64_750 },
      seller: { orgNumber: '310078417', bankAccount: '15068012349' },
      buyer: { orgNumber: firm.mainOrgNumber },
      lines: [{ unitOrgNumber: firm.unitOrgNumber, quantity: 4, unitPriceOre: 12_950, netOre: 51_800 }],
      books: { creditedOre: 64_750, balanceOre: 0 },
    });
    expect(numbersOf({ rows: invoice.chain })).toEqual([number, note?.document.number]);
    const entries = invoice.entries.map((one: { account: string; amountOre: number }) => [
      one.account,
      one.amountOre,
    ]);
    expect(entries).toEqual([
      ...[
        ['1500', 64_750],
        ['3000', -51_800],
        ['2700', -12_950],
      ],
      ...[
        ['1500', -64_750],
        ['3000', 51_800],
        ['2700', 12_950],
      ],
    ]);
    const { invoice: taken } = await finance.ask(ONE, { id: note?.id });
    expect(taken).toMatchObject({ kind: 'CREDIT_NOTE', state: null, books: null, creditsId: id });
    expect(taken.entries).toHaveLength(3);
  });

  test('that names a person is on record when it is seen', async () => {
    const { id: ordererId } = await createPerson(desk);
    const { id } = await createInvoice(desk, { payment: 'PERSONAL_INVOICE', ordererId });
    await finance.ask(ONE, { id });
    const { rows } = await desk.sql.query(
      `select row_id, person_ids::text[] as persons from audit_log where kind = 'READ' and table_name = 'invoice' order by id desc limit 1`,
    );
    expect(rows).toEqual([{ row_id: id, persons: [ordererId] }]);
  });

  test('is a word on the order’s page to whoever looks after orders; the authority and the auditor’s colleagues see none', async () => {
    const { id, number, orderId } = await createInvoice(desk);
    for (const who of ['agent', 'senior', 'finance'] as const)
      expect((await (await desk.as(who)).ask(ORDER, { id: orderId })).order.invoice).toEqual({
        ...{ id, number, state: 'ISSUED' },
      });
    const auditor = await (await desk.as('auditor')).ask(ORDER, { id: orderId });
    expect(auditor.order.invoice).toBeNull();
    for (const who of ['agent', 'senior', 'caseworker', 'lead', 'auditor', 'admin'] as const)
      expect(await (await desk.as(who)).refused(ONE, { id }), who).toBe('FORBIDDEN');
  });

  test('is found from the search by number, KID, order number and internal number by finance, and by nobody else', async () => {
    const { id, number, kid, orderNumber } = await createInvoice(desk);
    const internal = (await finance.ask(ONE, { id })).invoice.internalOrderNumber;
    const agent = await desk.as('agent');
    for (const text of [number, kid, orderNumber, internal]) {
      const { hits } = (await finance.ask(SEARCH, { text })).search;
      const found = hits.filter((hit: { group: string }) => hit.group === 'INVOICE');
      expect(
        found.map((hit: { id: string }) => hit.id),
        text,
      ).toEqual([id]);
    }
    const { hits } = (await agent.ask(SEARCH, { text: orderNumber })).search;
    expect(hits.some((hit: { group: string }) => hit.group === 'INVOICE')).toBe(false);
  });
});

describe('the books', () => {
  const day = (on: string) => on.replaceAll('-', '');
  const file = (who: Client, format: string, [from, to] = [TODAY, TODAY]) =>
    who.fetch(`/files/ledger/${day(from ?? '')}/${day(to ?? '')}/${format}`);

  test('leave as a spreadsheet and as SAF-T Financial, each balanced to the øre and the same', async () => {
    const { number } = await createInvoice(desk, { payment: 'VIPPS', cards: 3 });
    const csv = await (await file(finance, 'csv')).text();
    const cells = csv
      .trim()
      .split('\r\n')
      .slice(1)
      .map(line => line.split(';').map(cell => cell.slice(1, -1)));
    const ore = (kroner = '') => Number(kroner.replace(/[.,]/, '') || 0);
    const sum = (column: number) => cells.reduce((total, row) => total + ore(row[column]), 0);
    expect(sum(6)).toBe(sum(7));
    expect(csv).toContain(`"Faktura ${number}"`);

    const xml = await (await file(finance, 'xml')).text();
    const amounts = (tag: string) =>
      [...xml.matchAll(new RegExp(`<${tag}>\\s*<Amount>([^<]*)`, 'g'))].map(([, text]) => ore(text));
    const total = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
    expect(total(amounts('DebitAmount'))).toBe(sum(6));
    expect(total(amounts('CreditAmount'))).toBe(sum(6));
    const head = /<TotalDebit>(.*)<\/TotalDebit>\s*<TotalCredit>(.*)<\/TotalCredit>/.exec(xml);
    expect([ore(head?.[1]), ore(head?.[2])]).toEqual([sum(6), sum(7)]);
    const issued = xml
      .split('<Transaction>')
      .find(one => one.includes(`<Description>Faktura ${number}</Description>`));
    const tight = issued?.replaceAll(/>\s+</g, '><') ?? '';
    for (const part of [
      `<AccountID>1500</AccountID><SourceDocumentID>${number}</SourceDocumentID>`,
      '<DebitAmount><Amount>485.63</Amount></DebitAmount>',
      '<CreditAmount><Amount>388.50</Amount></CreditAmount><TaxInformation><TaxType>MVA</TaxType><TaxCode>3</TaxCode>',
      '<TaxPercentage>25</TaxPercentage><TaxBase>388.50</TaxBase><TaxAmount><Amount>97.13</Amount></TaxAmount>',
    ])
      expect(tight).toContain(part);
    const closing = (side: string) =>
      total(
        [...xml.matchAll(new RegExp(`<Closing${side}Balance>([^<]*)`, 'g'))].map(([, text]) => ore(text)),
      );
    expect(closing('Debit')).toBe(closing('Credit'));
    const log = `select fields from audit_log where kind = 'READ' and table_name = 'voucher' order by id desc limit 1`;
    expect((await desk.sql.query(log)).rows[0].fields).toEqual(['export', 'xml', TODAY, TODAY]);
  });

  test('are nobody’s to take out but finance’s, who must have proved who they are lately', async () => {
    for (const who of ['agent', 'lead', 'auditor'] as const)
      expect((await file(await desk.as(who), 'csv')).status, who).toBe(404);
    expect((await file(finance, 'pdf')).status).toBe(404);
    expect((await file(finance, 'csv', [TODAY, addDays(TODAY, -1)])).status).toBe(404);
    await desk.sql.query(
      `update staff_session set auth_at = auth_at - interval '1 hour' where staff_user_id = $1`,
      [desk.staff.finance],
    );
    // What the server remembers of a session lasts a second.
    await wait(1_050);
    expect(await finance.refused(CLOSE, { input: { through: '2025-12-31' } })).toBe('STEP_UP_REQUIRED');
    expect((await file(finance, 'csv')).status).toBe(403);
    finance = await desk.as('finance');
  });

  test('are closed through a day that is over, by finance, and no sooner day is closed afterwards', async () => {
    expect(await finance.refused(CLOSE, { input: { through: TODAY } })).toBe('VALIDATION_FAILED');
    expect((await finance.ask(CLOSE, { input: { through: '2025-12-31' } })).closeBooks).toEqual({
      closedThrough: '2025-12-31',
    });
    expect(await finance.refused(CLOSE, { input: { through: '2025-11-30' } })).toBe('VALIDATION_FAILED');
    const { books } = await finance.ask(BOOKS);
    expect(books.closings).toHaveLength(1);
    expect(books.days[0]).toMatchObject({ on: TODAY });
    expect(books.days[0].debitOre).toBe(books.days[0].creditOre);
    expect(await (await desk.as('senior')).refused(BOOKS)).toBe('FORBIDDEN');
  });
});
