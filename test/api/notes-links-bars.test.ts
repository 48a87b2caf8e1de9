import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOf, caseInDb, eventsOf, refusal, write } from '../support/case-documents.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase } from '../support/factories.ts';

describe('notes, links and who is barred', () => {
  let desk: Desk;
  let agent: Client;
  let colleague: Client;
  const inquiry = (more = {}) => createCase(desk, { kind: 'INQUIRY', ...more });
  const fieldError = async (
    client: Client,
    ...ask: Parameters<typeof answerOf> extends [Client, ...infer R] ? R : never
  ) => (await answerOf(client, ...ask)).errors?.[0]?.extensions.fieldErrors;

  beforeAll(async () => {
    desk = await startDesk();
    [agent, colleague] = [await desk.as('agent'), await desk.as('colleague')];
  });
  afterAll(() => desk.stop());

  test('anyone who sees the case may note, whoever has it, and nobody’s version becomes old', async () => {
    const { id } = await inquiry({ reservedBy: desk.staff.agent });
    const noted = await write(colleague, 'addNote', { caseId: id, note: 'Ringte.\nIngen svar.' });
    expect(noted.version).toBe(1);
    expect(await eventsOf(desk, id)).toMatchObject([
      { type: 'NOTE_ADDED', actor: 'Jonas Berg', note: 'Ringte.\nIngen svar.' },
    ]);
    expect(await fieldError(agent, 'addNote', { caseId: id, note: ' \n ' })).toEqual({ note: 'REQUIRED' });
  });

  test('a note may be added to a closed case, and by someone who is barred', async () => {
    const { id } = await inquiry({ status: 'CLOSED' });
    await write(agent, 'barPerson', {
      caseId: id,
      expectedVersion: 1,
      staffId: desk.staff.agent,
      reason: 'FAMILY',
    });
    await write(agent, 'addNote', { caseId: id, note: 'Til orientering' });
    expect((await eventsOf(desk, id)).map(event => event.type)).toEqual(['BARRED', 'NOTE_ADDED']);
  });

  test('a link is told on both cases, once, and can be taken away again', async () => {
    const [a, b] = [await inquiry(), await inquiry()];
    const linked = await write(agent, 'linkCase', {
      caseId: a.id,
      expectedVersion: 1,
      number: b.number,
      relation: 'DUPLICATE_OF',
    });
    expect(linked).toMatchObject({ version: 2, links: [{ number: b.number, relation: 'DUPLICATE_OF' }] });
    expect(await eventsOf(desk, b.id)).toMatchObject([
      { type: 'LINKED', old_value: 'DUPLICATE_OF', new_value: a.number },
    ]);
    const back = { caseId: b.id, expectedVersion: 1, number: a.number, relation: 'RELATED' };
    expect(await fieldError(agent, 'linkCase', back)).toEqual({ number: 'ALREADY_LINKED' });
    const unlink = { caseId: b.id, expectedVersion: 1, linkId: linked.links[0].id };
    expect((await write(colleague, 'unlinkCase', unlink)).links).toEqual([]);
    expect((await eventsOf(desk, a.id)).map(event => event.type)).toEqual(['LINKED', 'UNLINKED']);
    expect(await refusal(colleague, 'unlinkCase', { ...unlink, expectedVersion: 2 })).toBe('NOT_FOUND');
  });

  test('a link to a case I may not see is not there for me, nor mine to take away', async () => {
    const [seen, unseen] = [await inquiry(), await createCase(desk, { kind: 'IMAGE_REVIEW' })];
    const link = { caseId: seen.id, expectedVersion: 1, number: unseen.number, relation: 'SAME_PERSON' };
    const linkId = (await write(agent, 'linkCase', link)).links[0].id;
    const finance = await desk.as('finance');
    expect(await refusal(finance, 'unlinkCase', { caseId: seen.id, expectedVersion: 2, linkId })).toBe(
      'NOT_FOUND',
    );
    expect((await eventsOf(desk, unseen.id)).map(event => event.type)).toEqual(['LINKED']);
  });

  test('a case cannot be linked to itself, to nothing, or to one I may not see', async () => {
    const { id, number } = await inquiry();
    const abroad = await inquiry({ organisation: 2 });
    const link = (other: string) => ({ caseId: id, expectedVersion: 1, number: other, relation: 'RELATED' });
    expect(await fieldError(agent, 'linkCase', link(number))).toEqual({ number: 'SAME_CASE' });
    expect(await fieldError(agent, 'linkCase', link('2019/000001'))).toEqual({ number: 'NOT_FOUND' });
    expect(await fieldError(agent, 'linkCase', link(abroad.number))).toEqual({ number: 'NOT_FOUND' });
    const images = await createCase(desk);
    const finance = await desk.as('finance');
    expect(await fieldError(finance, 'linkCase', link(images.number))).toEqual({ number: 'NOT_FOUND' });
  });

  test('whoever is barred loses the case at once and cannot work on it', async () => {
    const { id } = await inquiry({ reservedBy: desk.staff.agent });
    const bar = {
      caseId: id,
      expectedVersion: 1,
      staffId: desk.staff.agent,
      reason: 'OWN_EMPLOYER',
      comment: 'Bror',
    };
    const barred = await write(colleague, 'barPerson', bar);
    expect(barred).toMatchObject({
      version: 2,
      reservation: null,
      barred: [{ staff: { id: desk.staff.agent }, reason: 'OWN_EMPLOYER' }],
    });
    expect(await eventsOf(desk, id)).toMatchObject([
      { type: 'BARRED', old_value: 'Ingrid Solheim', new_value: 'OWN_EMPLOYER', note: 'Bror' },
      { type: 'RELEASED', new_value: 'BARRED' },
    ]);
    expect(await refusal(agent, 'takeCase', { caseId: id, expectedVersion: 2 })).toBe('BARRED');
    expect(await fieldError(colleague, 'barPerson', { ...bar, expectedVersion: 2 })).toEqual({
      staffId: 'NOT_POSSIBLE',
    });
  });

  test('barring someone of the other organisation is refused', async () => {
    const { id } = await inquiry();
    const bar = { caseId: id, expectedVersion: 1, staffId: desk.staff.lead, reason: 'OTHER' };
    expect(await fieldError(agent, 'barPerson', bar)).toEqual({ staffId: 'NOT_POSSIBLE' });
    expect(await eventsOf(desk, id)).toEqual([]);
  });

  test('only someone else can lift it, and must say why', async () => {
    const { id } = await inquiry();
    await write(agent, 'barPerson', {
      caseId: id,
      expectedVersion: 1,
      staffId: desk.staff.agent,
      reason: 'FAMILY',
    });
    const unbar = { caseId: id, expectedVersion: 2, staffId: desk.staff.agent, comment: 'Feil person' };
    expect(await refusal(agent, 'unbarPerson', unbar)).toBe('BARRED');
    expect(await fieldError(colleague, 'unbarPerson', { ...unbar, comment: '  ' })).toEqual({
      comment: 'REQUIRED',
    });
    expect((await write(colleague, 'unbarPerson', unbar)).barred).toEqual([]);
    expect(await eventsOf(desk, id)).toMatchObject([
      { type: 'BARRED' },
      { type: 'UNBARRED', actor: 'Jonas Berg', old_value: 'Ingrid Solheim', note: 'Feil person' },
    ]);
    expect((await write(agent, 'takeCase', { caseId: id, expectedVersion: 3 })).reservation.mine).toBe(true);
  });

  const WRITES = [
    ['addNote', { note: 'x' }],
    ['linkCase', { number: '2020/000001', relation: 'RELATED' }],
    ['unlinkCase', { linkId: '1' }],
    ['barPerson', { staffId: '1', reason: 'OTHER' }],
    ['unbarPerson', { staffId: '1', comment: 'x' }],
  ] as const;

  test.each(WRITES)('%s: those who may not are refused', async (name, more) => {
    const images = await createCase(desk);
    const input = { caseId: images.id, ...(name === 'addNote' ? {} : { expectedVersion: 1 }), ...more };
    const codes = await Promise.all(
      (['finance', 'caseworker', 'auditor', 'admin'] as const).map(async who =>
        refusal(await desk.as(who), name, input),
      ),
    );
    expect(codes).toEqual(['NOT_FOUND', 'NOT_FOUND', 'FORBIDDEN', 'FORBIDDEN']);
  });

  test.each(WRITES.slice(1))('%s: an old version is stale and nothing is saved', async (name, more) => {
    const { id } = await inquiry();
    const { errors } = await answerOf(agent, name, { caseId: id, expectedVersion: 5, ...more });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'STALE', params: { current: 1 } });
    expect((await caseInDb(desk, id)).version).toBe(1);
  });
});
