import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseInDb, SAVE_DRAFT, write } from '../support/case-documents.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase } from '../support/factories.ts';

const DISCARD =
  'mutation Discard($caseId: EntityId!, $action: ShortText!) { discardDraft(caseId: $caseId, action: $action) }';

describe('drafts', () => {
  let desk: Desk;
  let agent: Client;
  let colleague: Client;
  const inquiry = (more = {}) => createCase(desk, { kind: 'INQUIRY', ...more });
  const draft = (caseId: string, text: string, expectedVersion: number) => ({
    input: { caseId, action: 'REJECT_IMAGES', body: { text, reasons: ['PH_LIGHT'] }, expectedVersion },
  });

  beforeAll(async () => {
    desk = await startDesk();
    [agent, colleague] = [await desk.as('agent'), await desk.as('colleague')];
  });
  afterAll(() => desk.stop());

  test('what I have written is there again, for me only', async () => {
    const { id } = await inquiry();
    const first = await agent.ask(SAVE_DRAFT, draft(id, 'en', 0));
    expect(first.saveDraft).toEqual({
      action: 'REJECT_IMAGES',
      body: { text: 'en', reasons: ['PH_LIGHT'] },
      version: 1,
    });
    expect((await agent.ask(SAVE_DRAFT, draft(id, 'to', 1))).saveDraft.version).toBe(2);
    const mine = (await write(agent, 'addNote', { caseId: id, note: 'x' })).drafts;
    expect(mine).toEqual([
      { action: 'REJECT_IMAGES', body: { text: 'to', reasons: ['PH_LIGHT'] }, version: 2 },
    ]);
    expect((await write(colleague, 'addNote', { caseId: id, note: 'x' })).drafts).toEqual([]);
  });

  test('a save from an older tab is stale, and overwrites nothing', async () => {
    const { id } = await inquiry();
    await agent.ask(SAVE_DRAFT, draft(id, 'en', 0));
    await agent.ask(SAVE_DRAFT, draft(id, 'ny', 1));
    for (const old of [0, 1]) {
      const { errors } = await agent.send(SAVE_DRAFT, draft(id, 'gammel', old));
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'STALE', params: { current: 2 } });
    }
    const { rows } = await desk.sql.query(`select body ->> 'text' as text from draft where case_id = $1`, [
      id,
    ]);
    expect(rows).toEqual([{ text: 'ny' }]);
  });

  test('two tabs that save at once: one wins, the other is told', async () => {
    const { id } = await inquiry();
    const answers = await Promise.all(['a', 'b'].map(text => agent.send(SAVE_DRAFT, draft(id, text, 0))));
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'OK').sort();
    expect(codes).toEqual(['OK', 'STALE']);
  });

  test('saving keeps my reservation alive without a new version of the case', async () => {
    const soon = new Date(Date.now() + 60_000);
    const { id } = await inquiry({ reservedBy: desk.staff.agent, reservedUntil: soon });
    await agent.ask(SAVE_DRAFT, draft(id, 'en', 0));
    const row = await caseInDb(desk, id);
    expect(row.version).toBe(1);
    expect(row.reserved_until.getTime()).toBeGreaterThan(Date.now() + 25 * 60_000);
  });

  test('a colleague’s reservation is not touched by my draft, and my draft outlives losing mine', async () => {
    const lapsed = new Date(Date.now() - 60_000);
    const { id } = await inquiry({ reservedBy: desk.staff.agent, reservedUntil: lapsed });
    await agent.ask(SAVE_DRAFT, draft(id, 'en', 0));
    await write(colleague, 'takeCase', { caseId: id, expectedVersion: 1 });
    const before = (await caseInDb(desk, id)).reserved_until;
    await agent.ask(SAVE_DRAFT, draft(id, 'to', 1));
    expect((await caseInDb(desk, id)).reserved_until).toEqual(before);
    const { rows } = await desk.sql.query('select version from draft where case_id = $1', [id]);
    expect(rows).toEqual([{ version: 2 }]);
  });

  test('discarding removes mine and nobody else’s', async () => {
    const { id } = await inquiry();
    await agent.ask(SAVE_DRAFT, draft(id, 'en', 0));
    const which = { caseId: id, action: 'REJECT_IMAGES' };
    expect((await colleague.ask(DISCARD, which)).discardDraft).toBe(false);
    expect((await agent.ask(DISCARD, which)).discardDraft).toBe(true);
    expect((await agent.ask(DISCARD, which)).discardDraft).toBe(false);
  });

  test('a body that is too large or an action that is no code is refused', async () => {
    const { id } = await inquiry();
    expect(await agent.refused(SAVE_DRAFT, draft(id, 'x'.repeat(33_000), 0))).toBe('VALIDATION_FAILED');
    const odd = { input: { caseId: id, action: 'hva som helst', body: {}, expectedVersion: 0 } };
    expect(await agent.refused(SAVE_DRAFT, odd)).toBe('VALIDATION_FAILED');
  });

  test('those who may not note on the case keep no drafts on it', async () => {
    const { id } = await createCase(desk);
    const codes = await Promise.all(
      (['finance', 'caseworker', 'auditor', 'admin'] as const).map(async who =>
        (await desk.as(who)).refused(SAVE_DRAFT, draft(id, 'x', 0)),
      ),
    );
    expect(codes).toEqual(['NOT_FOUND', 'NOT_FOUND', 'FORBIDDEN', 'FORBIDDEN']);
    const discard = (await desk.as('auditor')).refused(DISCARD, { caseId: id, action: 'NOTE' });
    expect(await discard).toBe('FORBIDDEN');
  });
});
