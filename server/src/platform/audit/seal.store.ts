/** Seals as rows: how they are read, and the types they come in. */
import type { LogName } from './log-format.rules.ts';
import { utcText } from './log-format.rules.ts';
import type { Seal } from './seal.rules.ts';

export interface SealRow {
  id: string;
  log: LogName;
  format: number;
  from_id: string;
  to_id: string;
  row_count: number;
  ids: string;
  hashes: Buffer;
  sealed_at: string;
  previous: Buffer;
  hash: Buffer;
  key_id: string;
  signature: Buffer;
}

export const SEAL_COLUMNS = `id, log, format, from_id, to_id, row_count, ids, hashes, ${utcText('sealed_at')} as sealed_at, previous, hash, key_id, signature`;

export const toSeal = (row: SealRow): Seal => ({
  id: String(row.id),
  log: row.log,
  format: row.format,
  fromId: String(row.from_id),
  toId: String(row.to_id),
  ids: row.ids,
  count: row.row_count,
  hashes: row.hashes,
  sealedAt: row.sealed_at,
  keyId: row.key_id,
  previous: row.previous,
  hash: row.hash,
  signature: row.signature,
});

export const INSERT_SEAL = `insert into audit_seal (id, log, format, from_id, to_id, row_count, ids, hashes, sealed_at, previous, hash, key_id, signature)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;

export const sealValues = (seal: Seal): unknown[] => [
  seal.id,
  seal.log,
  seal.format,
  seal.fromId,
  seal.toId,
  seal.count,
  seal.ids,
  seal.hashes,
  seal.sealedAt,
  seal.previous,
  seal.hash,
  seal.keyId,
  seal.signature,
];
