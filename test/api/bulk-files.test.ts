import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, startDesk } from '../support/desk.ts';
import { createWaitingCase, uploadPair } from '../support/upload.factories.ts';

let desk: Desk;
const files: string[] = [];
const persons: string[] = [];
beforeAll(async () => {
  desk = await startDesk({ env: { PERSONS_PER_DAY: '2' } });
  for (let n = 0; n < 3; n += 1) {
    const made = await createWaitingCase(desk);
    await uploadPair(desk, made.id);
    const { rows } = await desk.sql.query('select photo_file_id from image_submission where case_id = $1', [
      made.id,
    ]);
    files.push(rows[0].photo_file_id);
    persons.push(made.orderItem?.personId ?? '');
  }
});
afterAll(() => desk.stop());

test('who counts file numbers upwards is shown no more persons in a day than anyone, and the refusal is on record', async () => {
  const agent = await desk.as('agent');
  const look = async (id: string | undefined) => {
    const response = await agent.fetch(`/files/${id}/display`);
    return { status: response.status, body: await response.text() };
  };
  expect((await look(files[0])).status).toBe(200);
  expect((await look(files[1])).status).toBe(200);
  const { status, body } = await look(files[2]);
  expect(status).toBe(429);
  expect(JSON.parse(body)).toEqual({
    errors: [{ message: 'DAILY_LIMIT', extensions: { code: 'DAILY_LIMIT', params: { limit: 2 } } }],
  });
  const { rows } = await desk.sql.query(
    `select kind, outcome, row_id from audit_log where operation = 'readFile' and person_ids = array[$1::bigint]`,
    [persons[2]],
  );
  expect(rows).toEqual([{ kind: 'REFUSED', outcome: 'DAILY_LIMIT', row_id: files[2] }]);
  // What she has seen already stays hers to look at, and counts on other screens.
  expect((await look(files[0])).status).toBe(200);
  expect(await agent.refused('{ cases { rows { id personName } } }')).toBe('DAILY_LIMIT');
});
