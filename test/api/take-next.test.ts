import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { caseInDb, eventsOf, refusal, SKIP, TAKE_NEXT, takeNext, write } from '../support/case-documents.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase } from '../support/factories.ts';

const inquiry = (desk: Desk, more = {}) => createCase(desk, { kind: 'INQUIRY', ...more });

describe('taking the next case', () => {
  let desk: Desk;
  let agent: Client;
  let colleague: Client;

  beforeAll(async () => {
    desk = await startDesk();
    [agent, colleague] = [await desk.as('agent'), await desk.as('colleague')];
  });
  afterAll(() => desk.stop());
  beforeEach(() =>
    desk.sql.query(
      `update desk_case set status = 'CLOSED', closed_at = now(), hold_until = null, reserved_by = null, reserved_until = null where status <> 'CLOSED'`,
    ),
  );

  const release = async (client: Client, id: string, reason = 'OTHER') =>
    write(client, 'releaseCase', { caseId: id, expectedVersion: (await caseInDb(desk, id)).version, reason });

  test('the highest priority comes first, then the earliest deadline', async () => {
    const late = await inquiry(desk, { dueOn: '2026-12-10' });
    const early = await inquiry(desk, { dueOn: '2026-12-01' });
    const urgent = await inquiry(desk, { dueOn: '2026-12-24', priority: 2 });
    const order: (string | null)[] = [];
    for (let i = 0; i < 3; i += 1) {
      const id = await takeNext(agent);
      order.push(id);
      await write(agent, 'closeCase', {
        caseId: id,
        expectedVersion: (await caseInDb(desk, id ?? '')).version,
        reason: 'ANSWERED',
      });
    }
    expect(order).toEqual([urgent.id, early.id, late.id]);
    expect(await takeNext(agent)).toBeNull();
  });

  test('the case is reserved and the timeline and the audit log say so', async () => {
    const { id } = await inquiry(desk);
    const { takeNext: taken } = await agent.ask(TAKE_NEXT, { queue: 'INQUIRY' });
    expect(taken.case).toMatchObject({ id, version: 2, reservation: { mine: true } });
    expect(await eventsOf(desk, id)).toMatchObject([{ type: 'RESERVED', actor: 'Ingrid Solheim' }]);
    const { rows } = await desk.sql.query(
      `select actor_id::text, fields from audit_log where case_id = $1 and operation = 'TakeNext UPDATE'`,
      [id],
    );
    expect(rows).toEqual([
      { actor_id: desk.staff.agent, fields: expect.arrayContaining(['reserved_by', 'reserved_until']) },
    ]);
  });

  test('what I have already comes back before anything new', async () => {
    const [first] = [await inquiry(desk), await inquiry(desk)];
    expect(await takeNext(agent)).toBe(first?.id);
    await inquiry(desk, { priority: 2 });
    expect(await takeNext(agent)).toBe(first?.id);
    expect((await eventsOf(desk, first?.id ?? '')).map(event => event.type)).toEqual(['RESERVED']);
  });

  test('a double press gives one case', async () => {
    await Promise.all([inquiry(desk), inquiry(desk), inquiry(desk)]);
    const taken = await Promise.all(Array.from({ length: 6 }, () => takeNext(agent)));
    expect(new Set(taken).size).toBe(1);
  });

  test('a case I am barred from is passed over', async () => {
    const first = await inquiry(desk);
    const second = await inquiry(desk);
    await write(agent, 'barPerson', {
      caseId: first.id,
      expectedVersion: 1,
      staffId: desk.staff.agent,
      reason: 'FAMILY',
    });
    expect(await takeNext(agent)).toBe(second.id);
    expect(await takeNext(colleague)).toBe(first.id);
  });

  test('a case I have skipped does not come back today, but comes to a colleague', async () => {
    const first = await inquiry(desk);
    const second = await inquiry(desk);
    expect(await takeNext(agent)).toBe(first.id);
    await agent.ask(SKIP, {
      input: {
        caseId: first.id,
        expectedVersion: 2,
        reason: 'MISSING_INFORMATION',
        comment: 'Mangler vedlegg',
      },
    });
    expect(await takeNext(agent)).toBe(second.id);
    expect(await takeNext(colleague)).toBe(first.id);
    expect(await eventsOf(desk, first.id)).toContainEqual({
      type: 'SKIPPED',
      actor: 'Ingrid Solheim',
      old_value: null,
      new_value: 'MISSING_INFORMATION',
      note: 'Mangler vedlegg',
    });
    await desk.sql.query(`update case_skip set skipped_on = '2026-01-05'`);
    await release(colleague, first.id);
    await release(agent, second.id);
    expect(await takeNext(agent)).toBe(first.id);
  });

  test('skipping because I am barred bars me', async () => {
    const { id } = await inquiry(desk);
    await takeNext(agent);
    await agent.ask(SKIP, { input: { caseId: id, expectedVersion: 2, reason: 'BARRED' } });
    const { rows } = await desk.sql.query('select reason from case_barred where case_id = $1', [id]);
    expect(rows).toEqual([{ reason: 'OTHER' }]);
    expect(await refusal(agent, 'takeCase', { caseId: id, expectedVersion: 3 })).toBe('BARRED');
  });

  test('skipping is refused to whoever has not reserved the case, and on an old version', async () => {
    const { id } = await inquiry(desk);
    const skip = (expectedVersion: number) => ({ input: { caseId: id, expectedVersion, reason: 'OTHER' } });
    expect(await agent.refused(SKIP, skip(1))).toBe('RESERVATION_LOST');
    await takeNext(agent);
    expect(await colleague.refused(SKIP, skip(2))).toBe('RESERVED_BY_OTHER');
    expect(await agent.refused(SKIP, skip(1))).toBe('STALE');
    expect(await (await desk.as('auditor')).refused(SKIP, skip(2))).toBe('FORBIDDEN');
  });

  test('a case whose reservation has run out is given to the next who asks', async () => {
    const reservedUntil = new Date(Date.now() - 1000);
    const { id } = await inquiry(desk, { reservedBy: desk.staff.colleague, reservedUntil });
    expect(await takeNext(agent)).toBe(id);
    expect(await eventsOf(desk, id)).toMatchObject([
      { type: 'RESERVATION_EXPIRED', actor: null, old_value: 'Jonas Berg' },
      { type: 'RESERVED', actor: 'Ingrid Solheim' },
    ]);
  });

  test('a case that a colleague has, that is on hold or in the other organisation is never given', async () => {
    await inquiry(desk, { reservedBy: desk.staff.colleague });
    await inquiry(desk, { status: 'ON_HOLD' });
    await inquiry(desk, { organisation: 2 });
    expect(await takeNext(agent)).toBeNull();
  });

  test('two agents press take next 200 times at once and no case comes twice', async () => {
    await Promise.all(Array.from({ length: 200 }, () => inquiry(desk)));
    const taken: string[] = [];
    const work = async (client: Client) => {
      for (let id = await takeNext(client); id; id = await takeNext(client)) {
        taken.push(id);
        await write(client, 'closeCase', { caseId: id, expectedVersion: 2, reason: 'ANSWERED' });
      }
    };
    await Promise.all([work(agent), work(colleague)]);
    expect(taken).toHaveLength(200);
    expect(new Set(taken).size).toBe(200);
  });

  test('two agents at once on a queue of two get one case each', async () => {
    await Promise.all([inquiry(desk), inquiry(desk)]);
    const taken = await Promise.all([takeNext(agent), takeNext(colleague)]);
    expect(taken).not.toContain(null);
    expect(new Set(taken).size).toBe(2);
  });

  test.each([
    ['finance', 'INQUIRY', null],
    ['finance', 'IMAGE_REVIEW', 'FORBIDDEN'],
    ['caseworker', 'INQUIRY', null],
    ['caseworker', 'IMAGE_REVIEW', 'FORBIDDEN'],
    ['auditor', 'INQUIRY', 'FORBIDDEN'],
    ['admin', 'IMAGE_REVIEW', 'FORBIDDEN'],
    ['senior', 'IMAGE_REVIEW', null],
  ] as const)('%s and the queue %s: %s', async (who, queue, code) => {
    const { errors } = await (await desk.as(who)).send(TAKE_NEXT, { queue });
    expect(errors?.[0]?.extensions.code ?? null).toBe(code);
  });
});
