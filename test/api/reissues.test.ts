/** A wrong reference: the invoice is credited whole and issued anew when a colleague agrees; never half done, never twice. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { creditInvoice } from '../../server/src/features/invoice/issue-invoice.write.ts';
import { postPayment, postWriteOff } from '../../server/src/features/ledger/ledger.write.ts';
import { reissueJobs } from '../../server/src/features/reissue/reissue.jobs.ts';
import { addDays, osloDate } from '../../server/src/platform/calendar/calendar.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createFirm, type Firm } from '../support/factories.ts';
import { insert } from '../support/insert.ts';
import { type Billable, createInvoice, nameSeller } from '../support/invoices.ts';
import { inTx, runJob } from '../support/orders.ts';
import {
  APPROVE,
  checker,
  PREVIEW,
  PROPOSAL,
  PROPOSALS,
  PROPOSE,
  plantProposal,
  REJECT,
  reissueLetter,
  WITHDRAW,
} from '../support/reissues.ts';
import { declareTie, endTie } from '../support/tie-calls.ts';

const NOW = new Date();
const TODAY = osloDate(NOW);
const YEAR = TODAY.slice(0, 4);
const CAUSE = 'WRONG_REFERENCE';

let desk: Desk;
let mona: Client;
let olav: Client;
beforeAll(async () => {
  desk = await startDesk({ env: { MAIL_UNDO_SECONDS: '60' } });
  await nameSeller(desk);
  mona = await desk.as('finance');
  olav = await checker(desk);
});
afterAll(() => desk.stop());

const rowsOf = async (sql: string, values: unknown[] = []) => (await desk.sql.query(sql, values)).rows;
const one = async (sql: string, values: unknown[] = []) => (await rowsOf(sql, values))[0];
const invoice = (given: Billable = {}) =>
  createInvoice(desk, { customerReference: 'PO-77412', cards: 4, ...given });
const preview = async (invoiceIds: string[], reference: string | null, by = mona) =>
  (await by.ask(PREVIEW, { input: { invoiceIds, reference } })).previewReissue;
const input = (invoiceIds: string[], reference = 'Prosjekt 4410') => ({
  input: { invoiceIds, reference, cause: CAUSE },
});
const propose = async (invoiceIds: string[], reference?: string) =>
  (await mona.ask(PROPOSE, input(invoiceIds, reference))).proposeReissue;
const seen = async (id: string, by = olav) => (await by.ask(PROPOSAL, { id })).reissueProposal;
/** As the checker has it before her eyes. */
const asSeen = async (id: string, by = olav) => {
  const { digest, proposal } = await seen(id, by);
  return { input: { id, expectedVersion: proposal.version, digest } };
};
const pay = (invoiceId: string, amountOre: number) =>
  inTx(desk, tx =>
    postPayment(tx, [
      {
        ...{ organisationId: 1, bookedOn: TODAY, at: NOW, text: 'Prøve' },
        parts: [{ place: { account: '1500', invoiceId }, amountOre }],
      },
    ]),
  );
const balance = async (id: string) =>
  Number((await one('select balance_ore from invoice_balance where invoice_id = $1', [id])).balance_ore);
const documents = async (orderId: string) =>
  rowsOf(
    'select id::text, kind, number, customer_reference, credits_id::text, replaces_id::text from invoice where order_id = $1 order by id',
    [orderId],
  );
const turns = () =>
  runJob(
    desk,
    reissueJobs({ clock: { now: () => new Date() }, mailDomain: 'hms-kort.example', undoSeconds: 0 }),
    'reissue-invoices',
  );
/** Nothing is lost or found: every voucher balances, and every series is without holes. */
async function soundBooks(): Promise<void> {
  const uneven = await rowsOf(
    'select voucher_id from ledger_entry group by voucher_id having sum(amount_ore) <> 0',
  );
  expect(uneven).toEqual([]);
  for (const kind of ['INVOICE', 'CREDIT_NOTE']) {
    const numbers = (
      await rowsOf('select right(number, 6)::int as n from invoice where kind = $1 order by 1', [kind])
    ).map(r => r.n);
    expect(numbers).toEqual(numbers.map((_, n) => n + 1));
  }
}

describe('before it is proposed', () => {
  test('everyone sees what will happen: now, credited, new, and what is owed afterwards', async () => {
    const { id, number, kid, firm } = await invoice();
    await pay(id, 14_750);
    const shown = await preview([id], 'Prosjekt 4410 Havnegata');
    expect(shown).toMatchObject({
      firmName: 'Prøvebygg AS',
      orgNumber: firm.mainOrgNumber,
      referenceFault: null,
      ready: 1,
      refused: 0,
    });
    expect(shown.rows).toEqual([
      expect.objectContaining({
        ...{
          invoiceId: id,
          number,
          kid,
          customerReference: 'PO-77412',
          grossOre: 64_750,
          balanceOre: 50_000,
          problem: null,
        },
        after: { grossOre: 64_750, movedOre: 14_750, owedOre: 50_000, dueOn: addDays(TODAY, 30) },
      }),
    ]);
    expect(shown.nextNumber).toMatch(new RegExp(`^${YEAR}\\d{6}$`));
    expect(shown.nextKid.startsWith(shown.nextNumber)).toBe(true);
    expect(shown.nextCreditNumber).toBe(`K${YEAR}000001`);
    expect(await rowsOf('select 1 from reissue_proposal')).toEqual([]);
  });

  test('a reference that was sent already is named as such, and one that cannot stand on an invoice is refused', async () => {
    const { id } = await invoice();
    expect((await preview([id], ' PO-77412 ')).rows[0].problem).toBe('SAME_REFERENCE');
    expect((await preview([id], '')).referenceFault).toBe('REQUIRED');
    expect((await preview([id], 'x'.repeat(101))).referenceFault).toBe('TEXT_TOO_LONG');
    for (const reference of ['', '   ', 'x'.repeat(101), 'PO\u200b-1', 'PO\u0000-1'])
      expect(await mona.refused(PROPOSE, input([id], reference))).toBe('VALIDATION_FAILED');
    const { errors } = await mona.send(PROPOSE, input([id], 'PO-77412'));
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'REISSUE_REFUSED',
      params: { problem: 'SAME_REFERENCE' },
    });
  });

  test('what is credited, written off, personal, paid by card or in another proposal says so', async () => {
    const problemOf = async (id: string) => (await preview([id], 'Ny')).rows[0].problem;
    const credited = await invoice();
    const note = await inTx(desk, tx =>
      creditInvoice(tx, { invoiceId: credited.id, lines: null, issuedOn: TODAY, at: NOW }),
    );
    expect(await problemOf(credited.id)).toBe('CREDITED');
    expect(await problemOf(note?.id ?? '')).toBe('IS_CREDIT_NOTE');
    const lost = await invoice();
    await inTx(desk, tx =>
      postWriteOff(tx, [
        { organisationId: 1, bookedOn: TODAY, at: NOW, text: 'Prøve', invoiceId: lost.id, amountOre: 64_750 },
      ]),
    );
    expect(await problemOf(lost.id)).toBe('WRITTEN_OFF');
    expect(await problemOf((await invoice({ payment: 'PERSONAL_INVOICE' })).id)).toBe('NO_REFERENCE');
    expect(await problemOf((await invoice({ payment: 'CARD' })).id)).toBe('NO_REFERENCE');
    const waiting = await invoice();
    await propose([waiting.id]);
    expect(await problemOf(waiting.id)).toBe('PROPOSED');
    expect(await mona.refused(PROPOSE, input([waiting.id], 'Noe annet'))).toBe('REISSUE_REFUSED');
  });

  test('invoices of two firms, too many, or ones nobody here may see are no proposal', async () => {
    const [a, b] = [await invoice(), await invoice()];
    expect(await mona.refused(PREVIEW, { input: { invoiceIds: [a.id, b.id], reference: 'Ny' } })).toBe(
      'VALIDATION_FAILED',
    );
    expect(await mona.refused(PROPOSE, input([a.id, b.id]))).toBe('VALIDATION_FAILED');
    expect(await mona.refused(PROPOSE, input([a.id, '987654321098']))).toBe('NOT_FOUND');
    expect(await mona.refused(PROPOSE, input(Array.from({ length: 201 }, (_, n) => String(n + 1))))).toBe(
      'VALIDATION_FAILED',
    );
    const agent = await desk.as('agent');
    expect(await agent.refused(PROPOSE, input([a.id]))).toBe('FORBIDDEN');
  });
});

describe('when a colleague approves', () => {
  test('the credit note, the new invoice with its own number and KID, the payment and both EHF come at once', async () => {
    const first = await invoice();
    await pay(first.id, 14_750);
    const { proposal } = await propose([first.id], 'Prosjekt 4410 Havnegata');
    expect(proposal).toMatchObject({
      state: 'PROPOSED',
      allowedActions: ['WITHDRAW'],
      proposedBy: { name: 'Mona Haugland' },
    });
    expect((await seen(proposal.id)).proposal.allowedActions).toEqual(['APPROVE', 'REJECT']);
    const done = (await olav.ask(APPROVE, await asSeen(proposal.id))).approveReissue;
    expect(done.proposal).toMatchObject({
      state: 'APPROVED',
      done: 1,
      waiting: 0,
      allowedActions: [],
      settledBy: { name: 'Olav Brun' },
    });
    const [row] = done.rows;
    expect(row).toMatchObject({ state: 'DONE', movedOre: 14_750 });
    const [, note, again] = await documents(first.orderId);
    expect(note).toMatchObject({ kind: 'CREDIT_NOTE', credits_id: first.id, number: row.creditNote.number });
    expect(again).toMatchObject({
      kind: 'INVOICE',
      replaces_id: first.id,
      number: row.newInvoice.number,
      customer_reference: 'Prosjekt 4410 Havnegata',
    });
    expect(row.newInvoice.kid).not.toBe(first.kid);
    expect(row.newInvoice.dueOn).toBe(addDays(TODAY, 30));
    expect([await balance(first.id), await balance(again.id)]).toEqual([0, 50_000]);
    expect(
      await rowsOf('select 1 from ehf_message where invoice_id = any ($1)', [[note.id, again.id]]),
    ).toHaveLength(2);
    await soundBooks();
  });

  test('who ordered is told in her language, after the usual time to think; the decision itself is not taken back', async () => {
    const first = await invoice();
    await desk.sql.query(`update order_item set orderer_language = 'nn' where order_id = $1`, [
      first.orderId,
    ]);
    const { proposal } = await propose([first.id], 'Bjørn & Sønn');
    const { rows } = (await olav.ask(APPROVE, await asSeen(proposal.id))).approveReissue;
    const mail = await one(
      `select id::text, language, send_after > now() + interval '50 seconds' as held from outbox_mail where template = 'INVOICE_REISSUED' and subject_id = $1`,
      [proposal.id],
    );
    expect(mail).toMatchObject({ language: 'nn', held: true });
    const { creditNote, newInvoice } = rows[0];
    const letter = await reissueLetter(desk, mail.id);
    for (const words of [
      'Ny faktura',
      creditNote.number,
      newInvoice.number,
      newInvoice.kid,
      'Bjørn & Sønn',
      '647,50',
      'Dykkar referanse',
    ])
      expect(letter).toContain(words);
  });

  test('nobody approves or rejects her own, and nobody but her withdraws it', async () => {
    const { proposal } = await propose([(await invoice()).id]);
    expect(await mona.refused(APPROVE, await asSeen(proposal.id, mona))).toBe('FORBIDDEN');
    const about = { id: proposal.id, expectedVersion: 1 };
    expect(await mona.refused(REJECT, { input: { ...about, reason: 'Nei' } })).toBe('FORBIDDEN');
    expect(await olav.refused(WITHDRAW, { input: about })).toBe('FORBIDDEN');
    const { withdrawReissue } = await mona.ask(WITHDRAW, { input: about });
    expect(withdrawReissue).toMatchObject({
      proposal: { state: 'WITHDRAWN', allowedActions: [] },
      rows: [{ state: 'DROPPED' }],
    });
    expect(await olav.refused(APPROVE, await asSeen(proposal.id))).toBe('BAD_USER_INPUT');
  });

  test('a rejection says why, and the invoice can be proposed once more', async () => {
    const { id } = await invoice();
    const { proposal } = await propose([id]);
    const about = { id: proposal.id, expectedVersion: 1 };
    expect(await olav.refused(REJECT, { input: { ...about, reason: ' ' } })).toBe('VALIDATION_FAILED');
    const { rejectReissue } = await olav.ask(REJECT, { input: { ...about, reason: 'Feil prosjekt.' } });
    expect(rejectReissue.proposal).toMatchObject({ state: 'REJECTED', reason: 'Feil prosjekt.' });
    expect((await propose([id])).proposal.state).toBe('PROPOSED');
  });

  test('what has changed since it was seen is not approved, and nothing of it happens', async () => {
    const first = await invoice();
    const { proposal } = await propose([first.id]);
    const approval = await asSeen(proposal.id);
    await pay(first.id, 100);
    expect(await olav.refused(APPROVE, approval)).toBe('REISSUE_CHANGED');
    expect(await olav.refused(APPROVE, { input: { ...approval.input, expectedVersion: 7 } })).toBe('STALE');
    expect(await documents(first.orderId)).toHaveLength(1);
    await inTx(desk, tx => creditInvoice(tx, { invoiceId: first.id, lines: null, issuedOn: TODAY, at: NOW }));
    const { errors } = await olav.send(APPROVE, await asSeen(proposal.id));
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'REISSUE_REFUSED',
      params: { problem: 'CREDITED' },
    });
  });

  test('whoever is tied to the firm neither proposes nor approves', async () => {
    const { id, firm } = await invoice();
    const tie = await declareTie(olav, { kind: 'EMPLOYER', orgNumber: firm.mainOrgNumber });
    const { proposal } = await propose([id]);
    expect(await olav.refused(APPROVE, await asSeen(proposal.id))).toBe('BARRED');
    await endTie(olav, tie);
    const other = await invoice({ firm });
    const hers = await declareTie(mona, { kind: 'EMPLOYER', orgNumber: firm.mainOrgNumber });
    expect(await mona.refused(PROPOSE, input([other.id]))).toBe('BARRED');
    await endTie(mona, hers);
  });
});

describe('never twice', () => {
  test('of ten approvals at once, by two colleagues, one stands', async () => {
    const first = await invoice();
    const { proposal } = await propose([first.id]);
    const [approval, kari] = [await asSeen(proposal.id), await checker(desk, 'Kari Kontrollør')];
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => (n % 2 ? kari : olav).send(APPROVE, approval)),
    );
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    for (const { errors } of answers.filter(a => a.errors))
      expect(errors?.[0]?.extensions.code).toBe('REISSUE_SETTLED');
    expect(await documents(first.orderId)).toHaveLength(3);
    expect(
      await rowsOf(`select 1 from outbox_mail where template = 'INVOICE_REISSUED' and subject_id = $1`, [
        proposal.id,
      ]),
    ).toHaveLength(1);
    await soundBooks();
  });

  test('the same approval sent again with its key has the same answer and no other effect', async () => {
    const first = await invoice();
    const { proposal } = await propose([first.id]);
    const approval = await asSeen(proposal.id);
    const key = randomUUID();
    const answers = [await olav.send(APPROVE, approval, key), await olav.send(APPROVE, approval, key)];
    expect(answers[1]?.data).toEqual(answers[0]?.data);
    expect(await documents(first.orderId)).toHaveLength(3);
  });

  test('of five who propose the same invoice at once, one has', async () => {
    const { id } = await invoice();
    const answers = await Promise.all(Array.from({ length: 5 }, () => mona.send(PROPOSE, input([id]))));
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    for (const { errors } of answers.filter(a => a.errors))
      expect(errors?.[0]?.extensions.code).toBe('REISSUE_REFUSED');
  });

  test('the database itself refuses an approval by who proposed, a second result, and a change of what was settled', async () => {
    const id = await plantProposal(desk, { invoiceIds: [(await invoice()).id], by: desk.staff.finance });
    const approve = `update reissue_proposal set state = 'APPROVED', settled_by = $2, settled_at = now(), digest = sha256('x') where id = $1`;
    await expect(desk.sql.query(approve, [id, desk.staff.finance])).rejects.toMatchObject({ code: '23514' });
    await expect(
      desk.sql.query(`update reissue_proposal set reference = 'Noe' where id = $1`, [id]),
    ).rejects.toMatchObject({ code: '42501' });
    await desk.sql.query(`update reissue_row set state = 'DROPPED' where proposal_id = $1`, [id]);
    await expect(
      desk.sql.query(`update reissue_row set state = 'WAITING' where proposal_id = $1`, [id]),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a firm that gave the wrong reference on many orders', () => {
  let firm: Firm;
  let made: { id: string; orderId: string }[];
  beforeAll(async () => {
    firm = await createFirm(desk);
    made = [];
    for (let n = 0; n < 6; n += 1) made.push(await invoice({ firm, cards: 1 }));
  });

  test('has one proposal, one approval, one mail, and a result per invoice; the job takes up where a server stopped', async () => {
    const ids = made.map(({ id }) => id);
    const [first = '', second = ''] = ids;
    await inTx(desk, tx => creditInvoice(tx, { invoiceId: first, lines: null, issuedOn: TODAY, at: NOW }));
    expect(await preview(ids, 'Prosjekt 4410')).toMatchObject({ ready: 5, refused: 1 });
    const { proposal } = await propose(ids);
    expect(proposal).toMatchObject({ invoices: 5, waiting: 5 });
    const approved = (await olav.ask(APPROVE, await asSeen(proposal.id))).approveReissue;
    expect(approved.proposal).toMatchObject({ state: 'APPROVED', done: 0, waiting: 5 });
    // Credited by somebody else before its turn.
    await inTx(desk, tx => creditInvoice(tx, { invoiceId: second, lines: null, issuedOn: TODAY, at: NOW }));
    await Promise.all([turns(), turns()]);
    expect(await turns()).toBe(0);
    const { proposal: after, rows } = await seen(proposal.id);
    expect(after).toMatchObject({ done: 4, refused: 1, waiting: 0 });
    expect(after.finishedAt).not.toBeNull();
    expect(
      rows.map((row: { state: string; problem: string | null }) => row.problem ?? row.state).sort(),
    ).toEqual(['CREDITED', 'DONE', 'DONE', 'DONE', 'DONE']);
    const mails = await rowsOf(
      `select id::text from outbox_mail where template = 'INVOICE_REISSUED' and subject_id = $1`,
      [proposal.id],
    );
    expect(mails).toHaveLength(1);
    const letter = await reissueLetter(desk, mails[0].id);
    for (const { newInvoice } of rows.filter((row: { newInvoice: unknown }) => row.newInvoice))
      expect(letter).toContain(newInvoice.number);
    await soundBooks();
  });
});

test('the worklist shows who waits longest first, how many are for others to check, and why invoices were issued anew', async () => {
  const before = (await olav.ask(PROPOSALS)).reissueProposals.forCheck.value;
  const { proposal } = await propose([(await invoice()).id]);
  const { reissueProposals: list } = await olav.ask(PROPOSALS);
  expect(list.forCheck).toEqual({ value: before + 1, exact: true });
  expect(list.rows.at(-1)).toMatchObject({
    id: proposal.id,
    state: 'PROPOSED',
    allowedActions: ['APPROVE', 'REJECT'],
  });
  expect((await mona.ask(PROPOSALS)).reissueProposals.rows.at(-1).allowedActions).toEqual(['WITHDRAW']);
  expect(list.causes).toEqual([{ cause: CAUSE, invoices: expect.any(Number) }]);
  const settled = (await olav.ask(PROPOSALS, { state: 'APPROVED', page: { first: 1 } })).reissueProposals;
  expect(settled.pageInfo.hasNextPage).toBe(true);
  const next = await olav.ask(PROPOSALS, {
    state: 'APPROVED',
    page: { first: 1, after: settled.pageInfo.endCursor },
  });
  expect(Number(next.reissueProposals.rows[0].id)).toBeLessThan(Number(settled.rows[0].id));
});

test('nothing is issued anew in a period that is closed', async () => {
  const first = await invoice();
  const { proposal } = await propose([first.id]);
  const approval = await asSeen(proposal.id);
  await insert(desk, 'closed_period', {
    organisation_id: 1,
    through: TODAY,
    closed_at: NOW,
    closed_by: desk.staff.finance,
  });
  expect(
    (
      await preview(
        [
          (
            await one('select id::text from invoice where id <> $1 and kind = $2 order by id desc', [
              first.id,
              'INVOICE',
            ])
          ).id,
        ],
        'Ny',
      )
    ).rows[0].problem,
  ).not.toBeNull();
  expect(await olav.refused(APPROVE, approval)).toBe('REISSUE_CHANGED');
  expect(await olav.refused(APPROVE, await asSeen(proposal.id))).toBe('REISSUE_REFUSED');
  expect(await documents(first.orderId)).toHaveLength(1);
});
