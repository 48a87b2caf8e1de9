import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseJobs, expireReservations, wakeHeldCases } from '../../server/src/features/case/case.jobs.ts';
import { Db } from '../../server/src/platform/db/db.ts';
import { SYSTEM } from '../../server/src/platform/db/principal.ts';
import { caseInDb, eventsOf } from '../support/case-documents.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase } from '../support/factories.ts';

const NOW = new Date('2026-11-20T08:00:00Z');

describe('what the clock does to cases', () => {
  let desk: Desk;
  const system = () =>
    new Db(desk.app.jobParts, SYSTEM, { requestId: 'job', operation: 'job', address: null });
  const inquiry = (more = {}) => createCase(desk, { kind: 'INQUIRY', ...more });

  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk.stop());

  test('a case wakes on the day its hold ends, with the working days held added', async () => {
    const held = { status: 'ON_HOLD', openedOn: '2026-11-13', dueOn: '2026-11-26' };
    const due = await inquiry({ ...held, holdUntil: '2026-11-20' });
    const later = await inquiry({ ...held, holdUntil: '2026-11-21' });
    expect(await wakeHeldCases(system(), NOW)).toBe(1);
    expect(await wakeHeldCases(system(), NOW)).toBe(0);
    expect(await caseInDb(desk, due.id)).toMatchObject({
      status: 'OPEN',
      hold_until: null,
      hold_reason: null,
      due_on: '2026-11-26',
      version: 2,
    });
    const { rows } = await desk.sql.query('select to_on from case_hold where case_id = $1', [due.id]);
    expect(rows).toEqual([{ to_on: '2026-11-20' }]);
    expect(await eventsOf(desk, due.id)).toMatchObject([{ type: 'RESUMED', actor: null }]);
    expect((await caseInDb(desk, later.id)).status).toBe('ON_HOLD');
  });

  test('a reservation that has run out is freed, and the timeline names who had it', async () => {
    const reservedBy = desk.staff.agent;
    const lapsed = await inquiry({ reservedBy, reservedUntil: NOW });
    const live = await inquiry({ reservedBy, reservedUntil: new Date(NOW.getTime() + 1) });
    expect(await expireReservations(system(), NOW)).toBe(1);
    expect(await expireReservations(system(), NOW)).toBe(0);
    const free = { reserved_by: null, reserved_until: null, version: 1 };
    expect(await caseInDb(desk, lapsed.id)).toMatchObject(free);
    expect((await caseInDb(desk, live.id)).reserved_by).toBe(reservedBy);
    expect(await eventsOf(desk, lapsed.id)).toMatchObject([
      { type: 'RESERVATION_EXPIRED', actor: null, old_value: 'Ingrid Solheim' },
    ]);
  });

  test('several servers at once share the work, batch by batch, and do nothing twice', async () => {
    await desk.sql.query(
      `insert into desk_case (organisation_id, number, kind, queue, channel, language, opened_on, due_days, due_on, reserved_by, reserved_until)
       select 1, '2019/' || lpad(n::text, 6, '0'), 'INQUIRY', 'INQUIRY', 'PHONE', 'nb', '2026-11-02', 5, '2026-11-09', $1, $2
       from generate_series(1, 450) n`,
      [desk.staff.agent, new Date(NOW.getTime() - 1000)],
    );
    const clock = { now: () => NOW };
    const job = () => caseJobs(clock).find(({ name }) => name === 'expire-reservations');
    const counts = await Promise.all([1, 2, 3].map(() => job()?.run(system(), () => false)));
    expect(counts.reduce((sum: number, n) => sum + (n ?? 0), 0)).toBe(450);
    const { rows } = await desk.sql.query(
      `select count(*)::int as n, count(distinct e.case_id)::int as cases from case_event e join desk_case c on c.id = e.case_id
       where c.number like '2019/%' and e.type = 'RESERVATION_EXPIRED'`,
    );
    expect(rows).toEqual([{ n: 450, cases: 450 }]);
  });

  test('a run that is told to stop takes no further batch', async () => {
    const run = caseJobs({ now: () => NOW }).map(job => job.run(system(), () => true));
    expect(await Promise.all(run)).toEqual([0, 0]);
  });
});
