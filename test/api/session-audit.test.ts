import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, startDesk } from '../support/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

async function changes() {
  const { rows } = await desk.sql.query(
    `select operation, actor_id, fields, old_values, new_values from audit_log where table_name = 'staff_session' order by id`,
  );
  return rows;
}

test('that an administrator ends somebody’s session, and that it began, is on record, and no secret with it', async () => {
  await desk.as('agent');
  const admin = await desk.as('admin');
  const [begun] = await changes();
  expect(begun.new_values).toMatchObject({ staff_user_id: Number(desk.staff.agent), method: 'DEMO' });
  expect(JSON.stringify(await changes())).not.toMatch(/"(token_hash|device|idp_session)":/);
  const END = 'mutation EndStaffSessions($id: EntityId!) { endStaffSessions(id: $id) }';
  await admin.ask(END, { id: desk.staff.agent });
  expect((await changes()).at(-1)).toMatchObject({
    operation: 'EndStaffSessions UPDATE',
    actor_id: desk.staff.admin,
    fields: ['ended_at'],
  });
});

test('looking at something leaves no such row', async () => {
  const agent = await desk.as('agent');
  const before = (await changes()).length;
  await agent.ask('{ me { name } }');
  expect(await changes()).toHaveLength(before);
});
