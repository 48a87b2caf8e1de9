/** One effect and one answer per key: a call that is repeated, by a person or a network, gets the answer the first one got. */
import { timingSafeEqual } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type Keys, keyedHash } from '../crypto/keys.ts';
import { open, seal } from '../crypto/seal.ts';
import type { Db, Tx } from '../db/db.ts';
import type { Principal } from '../db/principal.ts';
import { AppError, forbidden } from '../errors.ts';

/** One call of one operation, with the key its sender gave it. */
export interface Call {
  readonly db: Db;
  readonly key: string;
  readonly operation: string;
  /** The arguments: the same key with other arguments is a mistake of the sender. */
  readonly body: unknown;
  /** False for what must not lie in the database, even sealed: then only calls at the same time share one answer. */
  readonly kept: boolean;
}

interface Stored {
  readonly operation: string;
  readonly rights: string;
  readonly body_hash: Buffer;
  readonly key_id: string;
  readonly answer: Buffer;
}

interface Running {
  readonly call: Call;
  /** The answer, or null when the call failed: then the next one runs anew. */
  readonly outcome: Promise<{ readonly value: unknown } | null>;
}

// Waits for a call with the same key that is being answered by another server, then finds its row.
const CLAIM = `insert into idempotency_key (staff_user_id, client_id, key, organisation_id, operation, rights, key_id, body_hash)
  values (app_actor(), app_client(), $1, $2, $3, $4, $5, $6) on conflict do nothing returning key`;
const OWN = 'key = $1 and (staff_user_id = app_actor() or client_id = app_client())';
const STORED = `select operation, rights, body_hash, key_id, answer from idempotency_key where ${OWN}`;
const STORE = `update idempotency_key set answer = $2 where ${OWN}`;
const FORGET = `delete from idempotency_key where ctid in (select ctid from idempotency_key where at < $1 order by at limit 5000)`;

const KEEP_DAYS = 7;

const mismatch = () => new AppError('IDEMPOTENCY_MISMATCH');
const bodyOf = ({ operation, body }: Call) => JSON.stringify([operation, body]);
/** Whoever has other rights than when the answer was given does not get it again. */
const rightsOf = ({ organisationId, machine, roles }: Principal) =>
  `${machine?.clientId ?? organisationId}:${roles.toSorted().join(',')}`;

export class Idempotency {
  readonly #running = new Map<string, Running>();

  constructor(private readonly keys: Keys) {}

  /**
   * The first call with its key runs; the others get its answer. A call that fails leaves nothing behind.
   * @throws AppError IDEMPOTENCY_MISMATCH, FORBIDDEN when the person's rights have changed since, and what `work` throws
   */
  async answer(call: Call, work: () => Promise<unknown>): Promise<unknown> {
    const at = placeOf(call);
    for (let other = this.#running.get(at); other; other = this.#running.get(at)) {
      requireSame(call, other.call);
      const done = await other.outcome;
      if (done) return done.value;
    }
    const answer = call.kept ? this.#once(call, work) : work();
    const outcome = answer.then(
      value => ({ value }),
      () => null,
    );
    this.#running.set(at, { call, outcome });
    try {
      return await answer;
    } finally {
      this.#running.delete(at);
    }
  }

  /** Key, effect and answer in one transaction: all three are there, or none. */
  #once(call: Call, work: () => Promise<unknown>): Promise<unknown> {
    return call.db.together(async tx => {
      if (!(await this.#claim(tx, call))) return this.#replay(tx, call);
      const value = (await work()) ?? null;
      const plain = deflateRawSync(JSON.stringify(value));
      await tx.query(STORE, [call.key, seal(this.keys.key('answers'), plain, placeOf(call))]);
      return value;
    });
  }

  async #claim(tx: Tx, call: Call): Promise<boolean> {
    const { principal } = call.db;
    const { currentId } = this.keys;
    const values = [call.key, principal.organisationId, call.operation, rightsOf(principal), currentId];
    return (await tx.one(CLAIM, [...values, this.#hash(call, currentId)])) !== null;
  }

  async #replay(tx: Tx, call: Call): Promise<unknown> {
    const stored = await tx.one<Stored & Record<string, unknown>>(STORED, [call.key]);
    if (!stored || stored.operation !== call.operation) throw mismatch();
    if (!timingSafeEqual(stored.body_hash, this.#hash(call, stored.key_id))) throw mismatch();
    if (stored.rights !== rightsOf(call.db.principal)) throw forbidden();
    const plain = open(this.keys.key('answers', stored.key_id), stored.answer, placeOf(call));
    return JSON.parse(inflateRawSync(plain).toString()) as unknown;
  }

  /** With a key, because what people send is short enough to be guessed. */
  #hash(call: Call, keyId: string): Buffer {
    return keyedHash(this.keys.key('answer-bodies', keyId), bodyOf(call));
  }
}

const placeOf = ({ db: { principal }, key }: Call) =>
  `${principal.machine ? `client ${principal.machine.clientId}` : principal.actorId}|${key}`;

function requireSame(call: Call, other: Call): void {
  if (bodyOf(call) !== bodyOf(other)) throw mismatch();
  if (rightsOf(call.db.principal) !== rightsOf(other.db.principal)) throw forbidden();
}

/** Answers are kept for a week. @returns how many are gone */
export async function forgetAnswers(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEEP_DAYS * 86_400_000);
  return db.transaction(async tx => (await tx.query(`${FORGET} returning 1 as one`, [before])).length);
}
