/** A file of any size, compressed and encrypted in chunks, for backups: changed, swapped or cut-off files do not open. */
import { createReadStream, createWriteStream } from 'node:fs';
import { open as openFile, rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Keys } from '../crypto/keys.ts';
import { open, seal } from '../crypto/seal.ts';
import { ByteReader } from './byte-reader.ts';

const CHUNK = 1_048_576;
/** What a sealed chunk is longer than its text. */
const OVERHEAD = 28;
const MAGIC = 'HMSKORT-BACKUP-1';

/** Where a chunk belongs: the file, its number, and whether it is the last one. */
const about = (name: string, index: number, last: boolean): string =>
  `backup|${name}|${index}|${last ? 'last' : 'more'}`;

/** Whole or not at all, and on the disk when the promise resolves. `name` binds the content to its place in the backup. */
export async function writeSealed(
  at: { readonly path: string; readonly name: string },
  keys: Keys,
  content: AsyncIterable<Buffer>,
): Promise<void> {
  const draft = `${at.path}.part`;
  const sealing = async function* (plain: AsyncIterable<Buffer>) {
    yield Buffer.from(`${MAGIC} ${keys.currentId}\n`);
    yield* sealChunks(plain, keys.key('backup'), at.name);
  };
  const gzip = createGzip({ level: 1 });
  await pipeline(Readable.from(content), gzip, sealing, createWriteStream(draft, { mode: 0o600 }));
  const file = await openFile(draft, 'r+');
  await file.sync().finally(() => file.close());
  await rename(draft, at.path);
}

async function* sealChunks(plain: AsyncIterable<Buffer>, key: Buffer, name: string): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  let index = 0;
  for await (const piece of plain) {
    held.push(piece);
    size += piece.length;
    if (size <= CHUNK) continue;
    const all = Buffer.concat(held);
    let at = 0;
    for (; all.length - at > CHUNK; at += CHUNK)
      yield framed(seal(key, all.subarray(at, at + CHUNK), about(name, index++, false)));
    held = [all.subarray(at)];
    size = all.length - at;
  }
  yield framed(seal(key, Buffer.concat(held), about(name, index, true)));
}

function framed(sealed: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(sealed.length);
  return Buffer.concat([length, sealed]);
}

/** The content, piece by piece. @throws Error when key, place or content do not belong together, or the end is missing */
export function readSealed(at: { readonly path: string; readonly name: string }, keys: Keys): Readable {
  const gunzip = createGunzip();
  void pipeline(Readable.from(openChunks(at, keys)), gunzip).catch(error => gunzip.destroy(error));
  return gunzip;
}

async function* openChunks(at: { path: string; name: string }, keys: Keys): AsyncGenerator<Buffer> {
  const reader = new ByteReader(createReadStream(at.path, { highWaterMark: CHUNK }));
  const [magic, keyId] = (await reader.line()).split(' ');
  if (magic !== MAGIC) throw new Error(`${at.name} is not a file of a backup.`);
  const key = keys.key('backup', keyId);
  for (let index = 0; ; index += 1) {
    const length = await reader.number();
    if (length > CHUNK + OVERHEAD) throw new Error(`${at.name} is damaged.`);
    const sealed = await reader.exactly(length);
    const last = await reader.atEnd();
    yield openChunk(key, sealed, { name: at.name, index, last });
    if (last) return;
  }
}

function openChunk(key: Buffer, sealed: Buffer, at: { name: string; index: number; last: boolean }): Buffer {
  try {
    return open(key, sealed, about(at.name, at.index, at.last));
  } catch {
    throw new Error(
      `${at.name} does not open: it is damaged or cut off, or the keys are not those it was made with.`,
    );
  }
}
