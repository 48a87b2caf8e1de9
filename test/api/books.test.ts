/** Invoices as records and the books behind them: numbers without holes, sums that balance, and nothing that changes afterwards. */
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readInvoice } from '../../server/src/features/invoice/invoice.readmodel.ts';
import { invoiceState } from '../../server/src/features/invoice/invoice-state.rules.ts';
import {
  creditInvoice,
  draftAgain,
  issueInvoices,
} from '../../server/src/features/invoice/issue-invoice.write.ts';
import {
  openDayFrom,
  postMove,
  postPayment,
  postRefund,
  postWriteOff,
} from '../../server/src/features/ledger/ledger.write.ts';
import { osloDate } from '../../server/src/platform/calendar/calendar.ts';
import type { Tx } from '../../server/src/platform/db/db.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createPerson } from '../support/factories.ts';
import { insert } from '../support/insert.ts';
import { createInvoice, issueDue, nameSeller, placeBillable } from '../support/invoices.ts';
import { systemDb } from '../support/mails.ts';
import { inTx } from '../support/orders.ts';

const NOW = new Date();
const TODAY = osloDate(NOW);
const YEAR = TODAY.slice(0, 4);

let desk: Desk;
/** As many connections as there are who issue at once. */
let pool: pg.Pool;
beforeAll(async () => {
  desk = await startDesk();
  // The last of them waits for all others: no time limit.
  pool = new pg.Pool({ connectionString: desk.jobUrl, max: 50, pipeline: true } as pg.PoolConfig);
});
afterAll(async () => {
  await pool.end();
  await desk.stop();
});

const rowsOf = async (sql: string, values: unknown[] = []) => (await desk.sql.query(sql, values)).rows;
const one = async (sql: string, values: unknown[] = []) => (await rowsOf(sql, values))[0];
const stored = (id: string) => inTx(desk, tx => readInvoice(tx, id));
const again = { issuedOn: TODAY, at: NOW, kidAlgorithm: 'MOD10', dueDays: 30 } as const;
const voucher = { organisationId: 1, bookedOn: TODAY, at: NOW, text: 'Prøve' };
const at = (invoiceId: string) => ({ account: '1500', invoiceId }) as const;
const credit = (tx: Tx, invoiceId: string) =>
  creditInvoice(tx, { invoiceId, lines: null, issuedOn: TODAY, at: NOW });

describe('an invoice', () => {
  test('is not made before it is known who sells; then every order that has none gets one, and no second one', async () => {
    const order = await placeBillable(desk, { cards: 4, customerReference: ' PO-77412 ' });
    await expect(issueDue(desk)).rejects.toMatchObject({ code: 'SELLER_UNKNOWN' });
    await nameSeller(desk);
    expect(await issueDue(desk)).toBe(1);
    expect(await issueDue(desk)).toBe(0);
    const { id } = await one('select id::text from invoice where order_id = $1', [order.orderId]);
    const { document, books } = (await stored(id)) ?? {};
    expect(document).toMatchObject({
      ...{ kind: 'INVOICE', number: `${YEAR}000001`, issuedOn: TODAY, orderNumber: order.orderNumber },
      ...{ internalOrderNumber: '700001', customerReference: 'PO-77412', credits: null, vatPercent: 25 },
      seller: {
        ...{ name: 'Kortservice AS', orgNumber: '310078417', bankAccount: '15068012349' },
        ...{ street: 'Portveien 2', postcode: '0150', city: 'Oslo', email: 'faktura@kortservice.example' },
      },
      buyer: { name: 'Prøvebygg AS', orgNumber: order.firm.mainOrgNumber },
      lines: [
        {
          ...{
            scheme: 'CONSTRUCTION',
            unitOrgNumber: order.firm.unitOrgNumber,
            unitName: 'Prøvebygg avd. Nord',
          },
          ...{ quantity: 4, unitPriceOre: 12_950, netOre: 51_800 },
        },
      ],
      ...{ netOre: 51_800, vatOre: 12_950, grossOre: 64_750, language: 'nb' },
    });
    expect(document?.kid).toMatch(new RegExp(`^${YEAR}000001\\d$`));
    expect(books && invoiceState(books, TODAY)).toBe('ISSUED');
    expect(books && invoiceState(books, '2099-01-01')).toBe('OVERDUE');
  });

  test('says what the settings said on the day of the order, and its reference only where there is EHF', async () => {
    const old = await createInvoice(desk, { day: '2020-03-02', payment: 'CARD', customerReference: 'PO-1' });
    const { document, books } = (await stored(old.id)) ?? {};
    expect(document).toMatchObject({ customerReference: null, grossOre: 16_188, vatOre: 3_238 });
    expect(books && invoiceState(books, TODAY)).toBe('PAID');
  });

  test('for cards from before 2020, or that nobody here was asked to bill, is not made', async () => {
    await placeBillable(desk, { day: '2019-12-31' });
    expect(await issueDue(desk)).toBe(0);
  });

  test('to the orderer herself names her and no firm; when her address is protected, nobody who works here sees it', async () => {
    const { id: ordererId } = await createPerson(desk);
    const { id } = await createInvoice(desk, { payment: 'PERSONAL_INVOICE', ordererId });
    const { document } = (await stored(id)) ?? {};
    expect(document?.buyer).toMatchObject({ name: 'Kari Bestiller', orgNumber: null, street: 'Storgata 1' });
    await desk.sql.query('update person set restricted = true where id = $1', [ordererId]);
    const hidden = 'select withheld_from, organisation_id from invoice where id = $1';
    expect(await one(hidden, [id])).toEqual({ withheld_from: 1, organisation_id: 2 });
  });

  test('is numbered without a hole when 50 are issued at once and half of them are rolled back', async () => {
    const sample = await stored((await createInvoice(desk)).id);
    if (!sample) throw new Error('no invoice');
    const orders = await Promise.all(Array.from({ length: 50 }, () => placeBillable(desk)));
    const before = await rowsOf('select number from invoice');
    const kept = orders.filter(() => Math.random() < 0.5);
    const draft = { ...draftAgain(sample, again), internalOrderNumber: null, replacesId: null };
    const db = systemDb({ ...desk.app.jobParts, pool });
    const ends = await Promise.allSettled(
      orders.map(order =>
        db.transaction(async tx => {
          await issueInvoices(tx, [{ ...draft, ...order }]);
          if (!kept.includes(order)) throw new Error('rolled back');
        }),
      ),
    );
    const reasons = new Set(ends.flatMap(end => (end.status === 'rejected' ? [String(end.reason)] : [])));
    expect(reasons).toEqual(new Set(['Error: rolled back']));
    expect(await issueDue(desk)).toBe(50 - kept.length);
    expect(await rowsOf('select number from invoice')).toHaveLength(before.length + 50);
    for (const table of ['invoice', 'voucher']) {
      const series = `select left(number, -6) as series, max(right(number, 6)::int) = count(*) as whole from ${table} group by 1 order by 1`;
      expect(
        (await rowsOf(series)).every(({ whole }) => whole),
        table,
      ).toBe(true);
    }
    expect(
      await one(
        'select count(distinct kid)::int = count(*) as alone from invoice where replaces_id is null and credits_id is null',
      ),
    ).toEqual({ alone: true });
  });

  test('is one per order: a second one only in the place of the first, when that is credited whole, and only once', async () => {
    const { id } = await createInvoice(desk);
    const old = await stored(id);
    if (!old) throw new Error('no invoice');
    const draft = draftAgain(old, again);
    await expect(inTx(desk, tx => issueInvoices(tx, [{ ...draft, replacesId: null }]))).rejects.toThrow(
      'invoice_first_of_order',
    );
    await expect(inTx(desk, tx => issueInvoices(tx, [draft]))).rejects.toThrow('credited whole');
    await inTx(desk, async tx => {
      await credit(tx, id);
      return issueInvoices(tx, [{ ...draft, customerReference: 'Prosjekt 4410' }]);
    });
    await expect(inTx(desk, tx => credit(tx, id))).rejects.toThrow('invoice_balance_check');
    await expect(inTx(desk, tx => issueInvoices(tx, [draft]))).rejects.toThrow('replaces_id');
    const chain = await rowsOf(
      'select kind, internal_order_number, kid from invoice where order_id = $1 order by id',
      [old.orderId],
    );
    expect(chain.map(({ kind }) => kind)).toEqual(['INVOICE', 'CREDIT_NOTE', 'INVOICE']);
    expect(new Set(chain.map(row => row.internal_order_number)).size).toBe(1);
    expect(new Set(chain.map(row => row.kid)).size).toBe(2);
  });

  test('stands as it was issued: no role, not even the owner of the tables, changes, empties or removes it or its voucher', async () => {
    const { id } = await createInvoice(desk);
    const changes = [
      `update invoice set customer_reference = 'x' where id = ${id}`,
      `update invoice set organisation_id = 2, number = '2026999999' where id = ${id}`,
      `update invoice_line set quantity = 2, net_ore = 2 * unit_price_ore where invoice_id = ${id}`,
      `insert into invoice_line select invoice_id, 2, organisation_id, scheme, unit_org_number, unit_name, quantity, unit_price_ore, net_ore
        from invoice_line where invoice_id = ${id}`,
      `delete from invoice_line where invoice_id = ${id}`,
      `delete from invoice where id = ${id}`,
      `update voucher set text = 'x' where invoice_id = ${id}`,
      `update ledger_entry set amount_ore = 1 where invoice_id = ${id}`,
      `delete from ledger_entry where invoice_id = ${id}`,
      'truncate invoice cascade',
      'truncate ledger_entry',
      `delete from closed_period`,
    ];
    await insert(desk, 'closed_period', {
      ...{ organisation_id: 1, through: '2019-12-31', closed_at: NOW, closed_by: desk.staff.lead },
    });
    for (const role of ['desk_owner', 'desk_app', 'desk_job'])
      for (const change of changes) {
        const tried = desk.sql.query(`begin; set local role ${role}; ${change}; commit`);
        await expect(tried, `${role}: ${change}`).rejects.toThrow(/stands as|permission denied|make its sum/);
        await desk.sql.query('rollback');
      }
  });
});

describe('the books', () => {
  test('take no voucher that does not balance, none that is added to later, and nothing unbooked is issued', async () => {
    const { id } = await createInvoice(desk);
    const entry = `insert into ledger_entry (organisation_id, voucher_id, line, account, amount_ore, invoice_id)
      select 1, v.id, 9, '1920', 100, null from voucher v where v.invoice_id = $1`;
    await expect(desk.sql.query(entry, [id])).rejects.toThrow('does not balance');
    const lone = `insert into voucher (organisation_id, number, kind, booked_on, booked_at, entries, text) values (1, 'B1999000001', 'MOVE', $1, now(), 2, 'x')`;
    await expect(desk.sql.query(lone, [TODAY])).rejects.toThrow('does not balance');
    const copy = `insert into invoice select (jsonb_populate_record(i, jsonb_build_object('id', 0, 'number', '2026999998', 'kid', '20269999980', 'replaces_id', i.id))).*
      from invoice i where i.id = $1`;
    await expect(
      desk.sql.query(copy.replace('insert into invoice', 'insert into invoice overriding system value'), [
        id,
      ]),
    ).rejects.toThrow(/make its sum|booked|credited whole/);
  });

  test('balance whatever is issued, credited, paid, moved, refunded and written off, and say of each invoice what it is owed', async () => {
    const ids = [await createInvoice(desk), await createInvoice(desk, { cards: 3 })].map(({ id }) => id);
    const [first = '', second = ''] = ids;
    const sum = fc.integer({ min: 1, max: 90_000 });
    const invoice = fc.constantFrom(first, second);
    const operation = fc.oneof(
      fc.record({ kind: fc.constant('pay'), invoice, sum }),
      fc.record({ kind: fc.constant('pay nobody'), invoice, sum }),
      fc.record({ kind: fc.constant('move'), invoice, sum }),
      fc.record({ kind: fc.constant('place'), invoice, sum }),
      fc.record({ kind: fc.constant('owe'), invoice, sum }),
      fc.record({ kind: fc.constant('refund'), invoice, sum }),
      fc.record({ kind: fc.constant('lose'), invoice, sum }),
      fc.record({ kind: fc.constant('credit and issue'), invoice, sum }),
    );
    /** What each is owed, kept beside the books. */
    const owed = new Map<string, number>([
      [first, 16_188],
      [second, 48_563],
    ]);
    const alive = new Map(ids.map(id => [id, id]));
    const less = (id: string, amount: number) => owed.set(id, (owed.get(id) ?? 0) - amount);
    type Step = { kind: string; invoice: string; sum: number };
    const steps: Readonly<Record<string, (tx: Tx, id: string, amountOre: number) => Promise<unknown>>> = {
      pay: (tx, id, amountOre) => {
        less(id, amountOre);
        return postPayment(tx, [{ ...voucher, parts: [{ place: at(id), amountOre }] }]);
      },
      'pay nobody': (tx, _, amountOre) =>
        postPayment(tx, [{ ...voucher, parts: [{ place: { account: '2990' }, amountOre }] }]),
      move: (tx, id, amountOre) => {
        const other = [...alive.values()].find(one => one !== id) ?? id;
        less(id, -amountOre);
        less(other, amountOre);
        return postMove(tx, [{ ...voucher, from: at(id), to: at(other), amountOre }]);
      },
      place: (tx, id, amountOre) => {
        less(id, amountOre);
        return postMove(tx, [{ ...voucher, from: { account: '2990' }, to: at(id), amountOre }]);
      },
      owe: (tx, id, amountOre) => {
        less(id, -amountOre);
        return postMove(tx, [{ ...voucher, from: at(id), to: { account: '2991' }, amountOre }]);
      },
      refund: (tx, _, amountOre) => postRefund(tx, [{ ...voucher, from: { account: '2991' }, amountOre }]),
      lose: (tx, id, amountOre) => {
        less(id, amountOre);
        return postWriteOff(tx, [{ ...voucher, invoiceId: id, amountOre }]);
      },
      'credit and issue': async (tx, id) => {
        const old = await readInvoice(tx, id);
        if (!old) throw new Error('no invoice');
        await credit(tx, id);
        const [issued] = await issueInvoices(tx, [draftAgain(old, again)]);
        less(id, old.document.grossOre);
        const root = [...alive].find(([, now]) => now === id)?.[0] ?? '';
        alive.set(root, issued?.id ?? '');
        owed.set(issued?.id ?? '', old.document.grossOre);
      },
    };
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 8 }), async (sequence: Step[]) => {
        await inTx(desk, async tx => {
          for (const step of sequence) await steps[step.kind]?.(tx, alive.get(step.invoice) ?? '', step.sum);
        });
        const unbalanced = await rowsOf(
          'select voucher_id from ledger_entry group by voucher_id having sum(amount_ore) <> 0',
        );
        expect(unbalanced).toEqual([]);
        const balances = await rowsOf(
          'select invoice_id::text as id, balance_ore::int as balance from invoice_balance where invoice_id = any ($1)',
          [[...owed.keys()]],
        );
        expect(new Map(balances.map(({ id, balance }) => [id, balance]))).toEqual(owed);
      }),
      { numRuns: 40 },
    );
    const apart =
      await rowsOf(`select b.invoice_id from invoice_balance b where b.balance_ore is distinct from
      (select sum(e.amount_ore) from ledger_entry e where e.account = '1500' and e.invoice_id = b.invoice_id)`);
    expect(apart).toEqual([]);
  });

  test('a credit note for some of the cards takes back their part, and the last one what is left of the VAT', async () => {
    const { id } = await createInvoice(desk, { cards: 3 });
    const { document } = (await stored(id)) ?? {};
    const line = document?.lines[0];
    if (!line) throw new Error('no line');
    const part = (quantity: number) =>
      inTx(desk, tx =>
        creditInvoice(tx, { invoiceId: id, lines: [{ ...line, quantity }], issuedOn: TODAY, at: NOW }),
      );
    const sums = [await part(1), await part(1), await part(1)].map(note => note?.document.vatOre);
    expect(sums).toEqual([3_238, 3_238, 3_237]);
    const { books } = (await stored(id)) ?? {};
    expect(books && invoiceState(books, TODAY)).toBe('CREDITED');
  });

  test('that are closed through a day take nothing on it or before it, and cannot be opened again', async () => {
    const { id } = await createInvoice(desk);
    const close = (through: string) =>
      insert(desk, 'closed_period', {
        ...{ organisation_id: 1, through, closed_at: NOW, closed_by: desk.staff.lead },
      });
    await close('2026-01-31');
    const pay = (bookedOn: string) =>
      inTx(desk, tx =>
        postPayment(tx, [{ ...voucher, bookedOn, parts: [{ place: at(id), amountOre: 100 }] }]),
      );
    await expect(pay('2026-01-31')).rejects.toMatchObject({ code: 'BOOKS_CLOSED' });
    await expect(pay('2025-07-01')).rejects.toMatchObject({ code: 'BOOKS_CLOSED' });
    await pay('2026-02-01');
    await expect(close('2026-01-15')).rejects.toThrow('closed already');
    expect(await inTx(desk, tx => openDayFrom(tx, 1, '2026-01-05'))).toBe('2026-02-01');
    expect(await inTx(desk, tx => openDayFrom(tx, 1, '2026-02-05'))).toBe('2026-02-05');
  });
});
