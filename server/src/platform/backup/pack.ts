/** A folder as one stream of files, and back; for the base of a backup, where thousands of small files lie. */
import type { Dirent } from 'node:fs';
import { mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ByteReader } from './byte-reader.ts';

/** What a folder is packed as: each entry a header, then its bytes in pieces, then an empty piece. */
interface Header {
  /** Relative, with `/`. */
  readonly path: string;
  readonly folder?: true;
}

const PIECE = 524_288;

/** Every folder and file below `root/path`; one that vanishes or shrinks meanwhile is as PostgreSQL left it. */
export async function* packFolder(
  root: string,
  path: string,
  skip: (path: string) => boolean,
): AsyncGenerator<Buffer> {
  yield* header({ path, folder: true });
  yield framed(Buffer.alloc(0));
  for (const entry of await entriesOf(join(root, path))) {
    const below = `${path}/${entry.name}`;
    if (skip(below)) continue;
    if (entry.isDirectory()) yield* packFolder(root, below, skip);
    else if (entry.isFile()) yield* packFile(root, below);
  }
}

const entriesOf = (folder: string): Promise<Dirent[]> =>
  readdir(folder, { withFileTypes: true }).catch(error => ignoreMissing(error, []));

export async function* packFile(root: string, path: string): AsyncGenerator<Buffer> {
  const file = await open(join(root, path)).catch(error => ignoreMissing(error, null));
  if (!file) return;
  try {
    yield* header({ path });
    for (;;) {
      const { bytesRead, buffer } = await file.read({ buffer: Buffer.alloc(PIECE) });
      if (bytesRead > 0) yield framed(buffer.subarray(0, bytesRead));
      if (bytesRead < PIECE) break;
    }
    yield framed(Buffer.alloc(0));
  } finally {
    await file.close();
  }
}

/** A file that exists only here. */
export function* packText(path: string, text: string): Generator<Buffer> {
  yield* header({ path });
  yield framed(Buffer.from(text));
  yield framed(Buffer.alloc(0));
}

/** What closes the stream: without it the folder is not whole. */
export const PACK_END = Buffer.alloc(4);

function* header(entry: Header): Generator<Buffer> {
  yield framed(Buffer.from(JSON.stringify(entry)));
}

function framed(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return bytes.length === 0 ? length : Buffer.concat([length, bytes]);
}

/** Writes the files below `into`, which must exist. @throws Error when the stream is not whole or leads elsewhere */
export async function unpack(stream: AsyncIterable<Buffer>, into: string): Promise<void> {
  const reader = new ByteReader(stream);
  for (;;) {
    const length = await reader.number();
    if (length === 0) return;
    const { path, folder } = JSON.parse((await reader.exactly(length)).toString()) as Header;
    if (path.split('/').includes('..') || path.startsWith('/'))
      throw new Error('The backup leads elsewhere.');
    const at = join(into, path);
    await mkdir(folder ? at : dirname(at), { recursive: true, mode: 0o700 });
    await unpackFile(reader, folder ? null : at);
  }
}

async function unpackFile(reader: ByteReader, at: string | null): Promise<void> {
  const file = at ? await open(at, 'wx', 0o600) : null;
  try {
    for (let length = await reader.number(); length > 0; length = await reader.number())
      await file?.write(await reader.exactly(length));
  } finally {
    await file?.close();
  }
}

function ignoreMissing<T>(error: NodeJS.ErrnoException, instead: T): T {
  if (error.code === 'ENOENT') return instead;
  throw error;
}
