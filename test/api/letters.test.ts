import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queueLetter } from '../../server/src/features/letter/letter.write.ts';
import { composeLetter } from '../../server/src/features/letter/letter-content.rules.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createApplication, createLetter, dbOf, recordOf } from '../support/letters.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

const all = async (sql: string, values: unknown[]) => (await desk.sql.query(sql, values)).rows;

describe('a letter put on its way', () => {
  it('comes with its entry in the journal, its place on the timeline, and a mail that says nothing of it', async () => {
    const application = await createApplication(desk);
    const id = await createLetter(desk, application, { channel: 'DIGITAL_MAILBOX' });
    expect(await all('select status, channel from letter where id = $1', [id])).toEqual([
      { status: 'QUEUED', channel: 'DIGITAL_MAILBOX' },
    ]);
    expect(await all('select type from case_event where case_id = $1', [application.caseId])).toEqual([
      { type: 'LETTER_QUEUED' },
    ]);
    const [mail] = await all('select id, template, send_after from outbox_mail where letter_id = $1', [id]);
    expect(mail.template).toBe('LETTER_WAITING');
    const lead = await desk.as('lead');
    const shown = await lead.ask(
      `query Mail($id: EntityId!) { mail(id: $id) { row { recipient subject } html text } }`,
      {
        id: mail.id,
      },
    );
    const said = JSON.stringify(shown);
    expect(said).toContain('marit@elvestad.example');
    for (const secret of ['Marit Elvestad', application.firmName, application.caseNumber, 'unntak'])
      expect(said).not.toContain(secret);
  });

  it('needs no mail where nobody left an address', async () => {
    const application = await createApplication(desk, { contactEmail: null });
    const id = await createLetter(desk, application);
    expect(await all('select id from outbox_mail where letter_id = $1', [id])).toEqual([]);
  });

  it('is refused whole when its contract is not met', async () => {
    const application = await createApplication(desk);
    const { id: applicationId, caseId, personId, firmId } = application;
    const record = recordOf(application, { kind: 'DECISION_REFUSE' });
    const content = composeLetter(record, 'nb');
    const paragraphs = content.paragraphs.filter(({ key }) => key !== 'APPEAL_RIGHT');
    const queue = dbOf(desk, 'lead').transaction(tx =>
      queueLetter(
        tx,
        {
          ...{
            organisationId: 2,
            caseId,
            applicationId,
            decisionId: null,
            kind: 'DECISION_REFUSE',
            language: 'nb',
          },
          ...{ recipient: { personId, firmId }, content: { ...content, paragraphs }, record },
          ...{ channel: 'POST', sendAfter: new Date() },
        },
        { mailDomain: 'hms-kort.example' },
      ),
    );
    await expect(queue).rejects.toMatchObject({
      code: 'LETTER_NOT_READY',
      params: { points: 'APPEAL_RIGHT' },
    });
    for (const table of ['letter', 'journal_entry', 'case_event'])
      expect(await all(`select 1 from ${table} where case_id = $1`, [caseId])).toEqual([]);
  });

  it('never changes its words, and goes only the steps there are', async () => {
    const id = await createLetter(desk, await createApplication(desk));
    await expect(all(`update letter set content = '{}' where id = $1`, [id])).rejects.toThrow(/stands/);
    await expect(all(`update letter set status = 'DELIVERED' where id = $1`, [id])).rejects.toThrow(
      /cannot go/,
    );
  });

  it('about a protected person is nobody’s but the leaders’, its mail and its entry too', async () => {
    const application = await createApplication(desk, { restricted: true });
    const recipient = { name: 'Marit Elvestad', lines: [], addressFromRegister: true };
    const id = await createLetter(desk, application, { record: { recipient } });
    const rows = ['letter', 'journal_entry', 'outbox_mail'];
    for (const table of rows) {
      const sql = `select 1 from ${table} where ${table === 'letter' ? 'id' : 'letter_id'} = $1`;
      expect(await dbOf(desk, 'caseworker').read(sql, [id]), table).toEqual([]);
      expect(await dbOf(desk, 'lead').read(sql, [id]), table).toHaveLength(1);
    }
  });
});
