/** A seal: a signed statement about a stretch of a log, linked to the seal before it. For the sealer and for whoever verifies. */
import { hash, type KeyObject, sign, verify } from 'node:crypto';
import type { LogName } from './log-format.rules.ts';

export interface SealStatement {
  /** 1, 2, 3 … over both logs. */
  readonly id: string;
  readonly log: LogName;
  readonly format: number;
  /** The stretch, both ends included; it starts where the log's last one ended. */
  readonly fromId: string;
  readonly toId: string;
  /** The ids that exist in it, as `1-7 9`. */
  readonly ids: string;
  readonly count: number;
  /** 64 bytes a row, in the order of the ids. */
  readonly hashes: Buffer;
  /** UTC, microseconds. */
  readonly sealedAt: string;
  readonly keyId: string;
  /** Hash of the seal before; 32 zeros for the first. */
  readonly previous: Buffer;
}

export interface Seal extends SealStatement {
  readonly hash: Buffer;
  readonly signature: Buffer;
}

/** The longest stretch of one seal: its hashes are read and written in one piece. Never lower it: see `reachedEnd`. */
export const MOST_IDS = 2_000;

/** Whether nothing more had been written when it was made; a seal of full length may have left older rows for the next one. */
export const reachedEnd = ({ fromId, toId }: SealStatement): boolean =>
  Number(toId) - Number(fromId) + 1 < MOST_IDS;

export const FIRST_PREVIOUS = Buffer.alloc(32);

/** SHA-256 over the canonical statement. */
export function sealHash(seal: SealStatement): Buffer {
  const canonical = JSON.stringify({
    count: seal.count,
    format: seal.format,
    from: seal.fromId,
    id: seal.id,
    ids: seal.ids,
    key: seal.keyId,
    log: seal.log,
    previous: seal.previous.toString('hex'),
    rows: hash('sha256', seal.hashes, 'hex'),
    sealedAt: seal.sealedAt,
    to: seal.toId,
  });
  return hash('sha256', canonical, 'buffer');
}

export function signSeal(statement: SealStatement, privateKey: KeyObject): Seal {
  const digest = sealHash(statement);
  return { ...statement, hash: digest, signature: sign(null, digest, privateKey) };
}

export const isSignedBy = (digest: Buffer, signature: Buffer, publicKey: KeyObject): boolean =>
  verify(null, digest, publicKey, signature);

/** Ascending ids as `1-7 9`. */
export function writeIds(ids: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const id of ids) {
    const last = ranges.at(-1);
    if (last && last[1] === id - 1) last[1] = id;
    else ranges.push([id, id]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(' ');
}

/** The ids of `1-7 9`, at most `most` of them: a forged text must not fill the memory. */
export function readIds(text: string, most: number): number[] {
  const ids: number[] = [];
  for (const range of text.split(' ').filter(Boolean)) {
    const [from = Number.NaN, to = from] = range.split('-').map(Number);
    for (let id = from; id <= to && ids.length < most; id += 1) ids.push(id);
  }
  return ids;
}
