import { randomUUID } from 'node:crypto';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emitSchema } from '../../server/src/emit-schema.ts';
import { NOT_KEPT } from '../../server/src/platform/graphql/replay.ts';
import type { Client } from '../support/client.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { fullCall, type Operation, operationsOf } from '../support/full-call.ts';
import { WORKING_CALLS } from '../support/working-calls.ts';

const TIMES = 20;
const MUTATIONS = operationsOf(buildSchema(await emitSchema())).filter(({ kind }) => kind === 'mutation');
const REPEATABLE = MUTATIONS.filter(({ name }) => NOT_KEPT[name]?.shared !== false);

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk({ env: { REVEALS_PER_DAY: '50' } });
});
afterAll(() => desk.stop());

/** What has been done so far: audit rows by kind and table, events and letters. */
async function traces(): Promise<Map<string, number>> {
  const { rows } = await desk.sql.query<{ what: string; n: number }>(
    `select concat_ws(' ', kind, table_name) as what, count(*)::int as n from audit_log group by 1
     union all select concat('event ', type), count(*)::int from case_event group by 1
     union all select 'letters', count(*)::int from outbox_mail`,
  );
  return new Map(rows.map(({ what, n }) => [what, n]));
}

/** What `work` has added to them. */
async function effectOf(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await traces();
  await work();
  const added = [...(await traces())].map(([what, n]) => [what, n - (before.get(what) ?? 0)] as const);
  return Object.fromEntries(added.filter(([, n]) => n > 0));
}

interface Prepared {
  readonly client: Client;
  readonly send: (key: string) => ReturnType<Client['send']>;
}

async function prepare(operation: Operation): Promise<Prepared> {
  const call = await WORKING_CALLS[operation.name]?.(desk);
  if (!call) throw new Error(`${operation.name} has no call in test/support/working-calls.ts`);
  const client = await desk.as(call.who);
  const { input, ...plain } = call.variables as { input?: object };
  const { document, variables } = fullCall(operation, { ...plain, ...input });
  return { client, send: key => client.send(document, variables, key) };
}

test('every mutation of the schema has a call that works', () => {
  expect(Object.keys(WORKING_CALLS).sort()).toEqual(MUTATIONS.map(({ name }) => name).sort());
  expect(Object.keys(NOT_KEPT).filter(name => !(name in WORKING_CALLS))).toEqual([]);
});

describe(`${TIMES} calls at once with one key have one effect and ${TIMES} equal answers`, () => {
  test.each(REPEATABLE.map(operation => [operation.name, operation] as const))(
    '%s',
    async (name, operation) => {
      const single = await prepare(operation);
      const effect = await effectOf(async () => {
        const { errors } = await single.send(randomUUID());
        expect(errors).toBeUndefined();
      });
      const { send } = await prepare(operation);
      const key = randomUUID();
      let answers: string[] = [];
      const effectOfMany = await effectOf(async () => {
        const sent = await Promise.all(Array.from({ length: TIMES }, () => send(key)));
        answers = sent.map(answer => JSON.stringify(answer));
        // Later too, when nothing of it is in memory any more; unless the call has ended its own session.
        if (!NOT_KEPT[name] && name !== 'signOutEverywhere') answers.push(JSON.stringify(await send(key)));
      });
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).not.toContain('"errors"');
      expect(effectOfMany).toEqual(effect);
    },
  );
});
