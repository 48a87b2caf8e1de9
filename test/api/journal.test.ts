import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addJournalEntry, type NewJournalEntry } from '../../server/src/features/journal/journal.write.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createApplication, createLetter, dbOf } from '../support/letters.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

const entriesOf = async (caseId: string) => {
  const sql = `select entry_number as n, type, title, public_title, correspondent, access_code, access_basis, letter_id::text
    from journal_entry where case_id = $1 order by entry_number`;
  return (await desk.sql.query(sql, [caseId])).rows;
};
const incoming = (caseId: string, correspondent = 'Marit Elvestad'): NewJournalEntry => ({
  ...{ caseId, type: 'I', on: '2026-11-12', subject: 'APPLICATION', correspondent },
});

describe('the journal of a case', () => {
  it('numbers its entries from 1 without holes, however many write at once and whoever gives up', async () => {
    const { caseId } = await createApplication(desk);
    const write = (fail: boolean) =>
      dbOf(desk, 'caseworker').transaction(async tx => {
        await addJournalEntry(tx, incoming(caseId));
        if (fail) throw new Error('changed her mind');
      });
    const many = Array.from({ length: 12 }, (_, index) => write(index % 3 === 0).catch(() => undefined));
    await Promise.all(many);
    expect((await entriesOf(caseId)).map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('names the person within the house, and nobody in public', async () => {
    const { caseId } = await createApplication(desk);
    await dbOf(desk, 'caseworker').transaction(tx => addJournalEntry(tx, incoming(caseId)));
    expect(await entriesOf(caseId)).toMatchObject([
      {
        title: 'Søknad om unntak fra Aa-registeret – Marit Elvestad',
        public_title: 'Søknad om unntak fra Aa-registeret – ***',
        access_code: 'UO',
        access_basis: expect.stringContaining('offl. § 13'),
      },
    ]);
  });

  it('names a firm, but not one that bears its owner’s name', async () => {
    const [firm, own] = [
      await createApplication(desk, { ofFirm: true }),
      await createApplication(desk, { ofFirm: true }),
    ];
    await desk.sql.query(`update organisation set form = 'ENK' where id = $1`, [own.firmId]);
    for (const { caseId } of [firm, own])
      await dbOf(desk, 'caseworker').transaction(tx => addJournalEntry(tx, incoming(caseId, 'x')));
    const [ofFirm] = await entriesOf(firm.caseId);
    expect(ofFirm).toMatchObject({ access_code: null, access_basis: null });
    expect(ofFirm.public_title).toContain(firm.firmName);
    const [ofOwner] = await entriesOf(own.caseId);
    expect(ofOwner.public_title).toMatch(/ – \*\*\*$/);
  });

  it('is written by the issuer that registered the application, and by no other', async () => {
    const [own, other] = [await createApplication(desk, { byIssuer: true }), await createApplication(desk)];
    const write = (caseId: string) =>
      dbOf(desk, 'agent').transaction(tx => addJournalEntry(tx, incoming(caseId)));
    await write(own.caseId);
    await expect(write(other.caseId)).rejects.toThrow();
    expect(await entriesOf(own.caseId)).toHaveLength(1);
    expect(await entriesOf(other.caseId)).toEqual([]);
    expect(await dbOf(desk, 'agent').read('select 1 from journal_entry')).toEqual([]);
  });

  it('stands as it was written, and has one way in', async () => {
    const { caseId } = await createApplication(desk);
    await dbOf(desk, 'caseworker').transaction(tx => addJournalEntry(tx, incoming(caseId)));
    await expect(
      desk.sql.query(`update journal_entry set title = 'x' where case_id = $1`, [caseId]),
    ).rejects.toThrow(/stands as it was written/);
    await expect(desk.sql.query('delete from journal_entry where case_id = $1', [caseId])).rejects.toThrow();
    const past = `insert into journal_entry (organisation_id, case_id, entry_number, type, on_date, title, public_title) values (2, ${caseId}, 7, 'I', '2026-11-12', 'x', 'x')`;
    await expect(dbOf(desk, 'lead').transaction(tx => tx.query(past))).rejects.toThrow(/permission denied/);
  });

  it('has every letter that goes out', async () => {
    const application = await createApplication(desk);
    const letterId = await createLetter(desk, application, { kind: 'INTERIM_REPLY' });
    expect(await entriesOf(application.caseId)).toMatchObject([
      { n: 1, type: 'U', correspondent: 'Marit Elvestad', letter_id: letterId },
    ]);
  });
});

const JOURNAL = `query Journal($filter: JournalFilter, $page: PageInput) { journal(filter: $filter, page: $page) { rows { id caseNumber entryNumber on type title publicTitle correspondent } pageInfo { endCursor hasNextPage } count { value } } }`;
const EXPORT = `mutation Export($input: ExportJournalInput!) { exportJournal(input: $input) { fileName entries xml } }`;

describe('the journal as it is read', () => {
  it('goes by day and case, newest first, page by page', async () => {
    const { caseId, caseNumber } = await createApplication(desk);
    for (const on of ['2026-10-02', '2026-10-01', '2026-10-03'])
      await dbOf(desk, 'caseworker').transaction(tx => addJournalEntry(tx, { ...incoming(caseId), on }));
    const caseworker = await desk.as('caseworker');
    const { journal } = await caseworker.ask(JOURNAL, { filter: { caseNumber }, page: { first: 2 } });
    expect(journal.rows.map((row: { on: string }) => row.on)).toEqual(['2026-10-03', '2026-10-02']);
    expect(journal.count.value).toBe(3);
    const page = { first: 2, after: journal.pageInfo.endCursor };
    const rest = (await caseworker.ask(JOURNAL, { filter: { caseNumber }, page })).journal;
    expect(rest.rows.map((row: { on: string }) => row.on)).toEqual(['2026-10-01']);
    const filter = { from: '2026-10-02', to: '2026-10-02', type: 'I' };
    expect((await caseworker.ask(JOURNAL, { filter })).journal.rows).toMatchObject([
      { caseNumber, entryNumber: 1 },
    ]);
    expect(await (await desk.as('agent')).refused(JOURNAL, {})).toBe('FORBIDDEN');
  });

  it('is exported as NOARK 5, without protected persons and without personal data in public titles', async () => {
    const [open, hidden] = [
      await createApplication(desk, { givenName: 'Tora & <b>' }),
      await createApplication(desk, { givenName: 'Hemmelig', restricted: true }),
    ];
    const [name, secret] = ['Tora & <b> Elvestad', 'Hemmelig Elvestad'];
    for (const [{ caseId }, who] of [
      [open, name],
      [hidden, secret],
    ] as const)
      await dbOf(desk, 'lead').transaction(tx =>
        addJournalEntry(tx, { ...incoming(caseId, who), on: '2026-09-15' }),
      );
    const lead = await desk.as('lead');
    const input = { from: '2026-09-01', to: '2026-09-30' };
    const { entries, fileName, xml } = (await lead.ask(EXPORT, { input })).exportJournal;
    expect([entries, fileName]).toEqual([1, 'journal-2026-09-01-2026-09-30.xml']);
    expect(xml).toContain('<offentligTittel>Søknad om unntak fra Aa-registeret – ***</offentligTittel>');
    expect(xml).toContain('<korrespondansepartNavn>Tora &amp; &lt;b&gt; Elvestad</korrespondansepartNavn>');
    for (const part of [
      '<journalposttype>Inngående dokument',
      '<journalpostnummer>1<',
      '<saksaar>2026<',
      '<skjermingshjemmel>offl. § 13',
    ])
      expect(xml).toContain(part);
    expect(xml).not.toContain('Hemmelig');
    const publicTitles = [...xml.matchAll(/<offentligTittel>([^<]*)/g)].map(([, title]) => title);
    expect(publicTitles.join(' ')).not.toMatch(/Tora|Elvestad|Hemmelig/);
    const { rows } = await desk.sql.query(
      `select person_ids from audit_log where operation = 'Export' and kind = 'READ' and table_name = 'journal_entry'`,
    );
    expect(rows).toEqual([{ person_ids: [open.personId] }]);
  });

  it('is exported by leaders alone, for a year at most', async () => {
    const input = { from: '2026-09-01', to: '2026-09-30' };
    for (const name of ['caseworker', 'auditor', 'admin'] as const)
      expect(await (await desk.as(name)).refused(EXPORT, { input }), name).toBe('FORBIDDEN');
    const lead = await desk.as('lead');
    for (const to of ['2026-08-31', '2027-10-01'])
      expect(await lead.refused(EXPORT, { input: { ...input, to } })).toBe('VALIDATION_FAILED');
    await desk.sql.query(`update staff_session set auth_at = auth_at - interval '1 day'`);
    // What the server remembers of a session lasts a second.
    await wait(1_050);
    expect(await lead.refused(EXPORT, { input })).toBe('STEP_UP_REQUIRED');
  });
});
