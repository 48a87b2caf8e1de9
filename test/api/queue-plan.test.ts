import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseFilter } from '../../server/src/features/case/case.input.ts';
import { pageStatement } from '../../server/src/features/case/case.readmodel.ts';
import { type CaseAsk, caseWhere } from '../../server/src/features/case/case-where.ts';
import { type Desk, startDesk } from '../support/desk.ts';

const COUNT = `query Count($filter: CaseFilter, $withCount: Boolean, $countExactly: Boolean) {
  cases(filter: $filter, withCount: $withCount, countExactly: $countExactly) { count { value exact } }
}`;

describe('a long queue', () => {
  let desk: Desk;
  const filter: CaseFilter = { queue: 'IMAGE_REVIEW', status: ['OPEN'] };

  beforeAll(async () => {
    desk = await startDesk();
    await desk.sql.query(
      `insert into desk_case (organisation_id, number, kind, queue, channel, language, opened_on, due_days, due_on, status, closed_at)
       select 1, '2019/' || lpad(n::text, 6, '0'), 'IMAGE_REVIEW', 'IMAGE_REVIEW', 'PORTAL', 'nb', '2026-11-02', 5,
         date '2026-11-09' + (n % 60)::int, case when n % 3 = 0 then 'CLOSED' else 'OPEN' end, case when n % 3 = 0 then now() end
       from generate_series(1, 6000) n`,
    );
    await desk.sql.query('vacuum analyze');
  });
  afterAll(() => desk.stop());

  /** How PostgreSQL reads the first page of the queue. */
  const planOf = async (mode: string) => {
    const ask: CaseAsk = {
      scope: 'organisation',
      restricted: false,
      organisationId: 1,
      actorId: desk.staff.agent,
      now: new Date(),
      today: '2026-11-18',
    };
    const [text, values] = pageStatement(
      caseWhere(ask, filter),
      { by: 'DUE_ON', direction: 'ASC' },
      { first: 25 },
    );
    const client = await desk.sql.connect();
    await client.query(`set plan_cache_mode = ${mode}`);
    const types = ['smallint', 'text', 'date', 'bigint'];
    await client.query(`prepare queue_page (${types.join(', ')}) as ${text}`);
    const literals = values.map(value => `'${value}'`).join(', ');
    const { rows } = await client.query(`explain (costs off) execute queue_page (${literals})`);
    await client.query('deallocate queue_page; reset plan_cache_mode');
    client.release();
    return rows.map(row => row['QUERY PLAN']).join('\n');
  };

  test.each(['force_custom_plan', 'force_generic_plan'])(
    'is read from an index in order, never sorted (%s)',
    async mode => {
      const plan = await planOf(mode);
      expect(plan).toMatch(/Index (Only )?Scan using desk_case_(queue|take)/);
      expect(plan).toMatch(/Index Cond: .*organisation_id.*queue.*due_on/);
      expect(plan).not.toContain('Seq Scan on desk_case');
      // Sorting would stand below the limit, on the case table.
      const belowLimit = plan.slice(plan.indexOf('Limit'));
      expect(belowLimit.slice(0, belowLimit.indexOf('Index Cond'))).not.toContain('Sort');
    },
  );

  test('is counted to a thousand, and further only when asked', async () => {
    const agent = await desk.as('agent');
    const { cases } = await agent.ask(COUNT, { filter, withCount: true });
    expect(cases.count).toEqual({ value: 1000, exact: false });
    const exactly = await agent.ask(COUNT, { filter, countExactly: true });
    expect(exactly.cases.count).toEqual({ value: 4000, exact: true });
  });
});
