/** The head of the chain outside the database, one line per seal: what shows that the end of the log was cut off. */
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Seal } from './seal.rules.ts';

export interface Anchor {
  append(seal: Seal): Promise<void>;
}

/** Where the public keys lie that its signatures are checked with: beside it, for whoever takes both away. */
export const publicKeysFile = (anchorFile: string): string =>
  join(dirname(anchorFile), 'audit-public-keys.json');

/** A line of the file. */
export interface AnchorLine {
  readonly seal: string;
  readonly hash: string;
  readonly key: string;
  readonly signature: string;
  /** When the line was written, after the seal was committed. */
  readonly written: string;
}

export function createAnchorFile(path: string): Anchor {
  return {
    async append(seal) {
      await mkdir(dirname(path), { recursive: true });
      const file = await open(path, 'a', 0o644);
      try {
        await file.writeFile(`${JSON.stringify(lineOf(seal))}\n`);
        await file.datasync();
      } finally {
        await file.close();
      }
    },
  };
}

const lineOf = (seal: Seal): AnchorLine => ({
  seal: seal.id,
  hash: seal.hash.toString('hex'),
  key: seal.keyId,
  signature: seal.signature.toString('base64'),
  written: new Date().toISOString(),
});

/** Line by line, in the order written; a line torn by a crash is left out. */
export async function* readAnchor(path: string): AsyncGenerator<AnchorLine> {
  for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) {
    const read = parse(line);
    if (read) yield read;
  }
}

function parse(line: string): AnchorLine | null {
  try {
    const read = JSON.parse(line) as Partial<AnchorLine>;
    return read.seal && read.hash ? (read as AnchorLine) : null;
  } catch {
    return null;
  }
}
