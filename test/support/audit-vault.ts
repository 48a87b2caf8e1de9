/** A desk whose logs are sealed, with a database superuser who can do anything to them. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type pg from 'pg';
import { inject } from 'vitest';
import { createAnchorFile, readAnchor } from '../../server/src/platform/audit/anchor.ts';
import { LogErasure } from '../../server/src/platform/audit/erasure.ts';
import { Sealer } from '../../server/src/platform/audit/sealer.ts';
import { type AuditReport, verifyAudit } from '../../server/src/platform/audit/verifier.ts';
import { loadSealKeys, type SealKeys } from '../../server/src/platform/crypto/seal-key.ts';
import { Db } from '../../server/src/platform/db/db.ts';
import { createClient } from '../../server/src/platform/db/pool.ts';
import { SYSTEM } from '../../server/src/platform/db/principal.ts';
import { type Desk, startDesk } from './desk.ts';
import { createCase, createOrderItem, createPerson } from './factories.ts';

export interface Vault {
  readonly desk: Desk;
  /** As the jobs run. */
  readonly db: Db;
  readonly sealer: Sealer;
  readonly erasure: LogErasure;
  readonly keys: SealKeys;
  readonly anchorFile: string;
  /** The database superuser on this database. */
  readonly admin: pg.Client;
  /** Cases with events, changes, readings and rollbacks, sealed bit by bit. @returns ids of persons and cases */
  work(cases: number): Promise<{ personId: string; caseId: string }[]>;
  seal(): Promise<number>;
  /** What a verification finds now, on the superuser's connection. */
  verify(options?: { from?: number; anchored?: boolean }): Promise<AuditReport>;
  /** The superuser does something, it is verified, and undone. */
  tamper(act: (admin: pg.Client) => Promise<unknown>, anchored?: boolean): Promise<AuditReport>;
  stop(): Promise<void>;
}

export async function startVault(): Promise<Vault> {
  const desk = await startDesk();
  const { pathname } = new URL(desk.ownerUrl);
  const admin = createClient(inject('database').adminUrl.replace(/\/postgres$/, pathname));
  await admin.connect();
  const db = new Db(desk.app.jobParts, SYSTEM, {
    requestId: randomBytes(4).toString('hex'),
    operation: 'test',
    address: null,
  });
  const keys = loadSealKeys(undefined, desk.config.dataDir);
  const anchorFile = join(desk.config.dataDir, 'anchor.jsonl');
  const sealer = new Sealer({ keys, anchor: createAnchorFile(anchorFile) });
  const erasure = new LogErasure(keys);

  const look = ({ from, anchored = true }: { from?: number; anchored?: boolean } = {}) =>
    verifyAudit(admin, {
      publicKeys: keys.publicKeys,
      anchors: anchored ? readAnchor(anchorFile) : [],
      from,
    });
  const inOne = async (act: () => Promise<AuditReport>) => {
    await admin.query('begin isolation level repeatable read');
    return act().finally(() => admin.query('rollback'));
  };
  const seal = () => sealer.run(db);
  return {
    ...{ desk, db, sealer, erasure, keys, anchorFile, admin, seal },
    work: async cases => {
      const made: { personId: string; caseId: string }[] = [];
      for (let n = 0; n < cases; n += 1) {
        made.push(await workOn(desk));
        if (n % 4 === 0) await seal();
      }
      return made;
    },
    verify: options => inOne(() => look(options)),
    tamper: (act, anchored) =>
      inOne(async () => {
        await admin.query('set local session_replication_role = replica');
        await act(admin);
        return look({ anchored });
      }),
    stop: async () => {
      await admin.end();
      await desk.stop();
    },
  };
}

/** A case with a timeline, a reading of its person, and a change that was rolled back: a gap in the ids. */
async function workOn(desk: Desk) {
  const person = await createPerson(desk);
  const orderItem = await createOrderItem(desk, { personId: person.id });
  const { id: caseId } = await createCase(desk, { orderItem });
  const { sql, staff } = desk;
  const event = `insert into case_event (organisation_id, case_id, type, actor_id, old_value, new_value, note) values (1, $1, $2, $3, 'before', 'after', 'She called about her card.')`;
  await sql.query(event, [caseId, 'NOTE', staff.agent]);
  await sql.query('update desk_case set priority = 1 where id = $1', [caseId]);
  const reading = `insert into audit_log (kind, actor_id, session_id, request_id, operation, table_name, row_id, case_id, person_ids, fields, purpose, reason, address)
    values ('READ', $1, 7, 'r-1', 'revealNationalId', 'person', $2::text, $3, array[$2::text::bigint], '{national_id}', 'IDENTITY_CHECK', 'He stood at the counter.', '127.0.0.1')`;
  await sql.query(reading, [staff.agent, person.id, caseId]);
  const client = await sql.connect();
  await client.query('begin');
  await client.query(reading, [staff.agent, person.id, caseId]);
  await client.query(event, [caseId, 'NEVER', staff.agent]);
  await client.query('rollback');
  client.release();
  return { personId: person.id, caseId };
}
