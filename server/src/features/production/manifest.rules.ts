/** Decides how a batch is written and how production sees that it is whole: one line of JSON a card, a checksum of each and of all. */
import { createHash } from 'node:crypto';

export interface ManifestLine {
  readonly line: number;
  readonly cardNumber: string;
  /** Hex, of the line without its line feed. */
  readonly sha256: string;
}

export interface Manifest {
  readonly format: 'hms-kort-production/1';
  readonly madeAt: string;
  readonly dueOn: string;
  readonly count: number;
  /** Hex, of the whole file. */
  readonly sha256: string;
  readonly lines: readonly ManifestLine[];
}

export const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();

export interface Written {
  readonly cards: Buffer;
  readonly manifest: Manifest;
}

/** @param cards in the order of their lines */
export function writeBatch(
  cards: readonly { readonly line: number; readonly cardNumber: string }[],
  { madeAt, dueOn }: { madeAt: Date; dueOn: string },
): Written {
  const texts = cards.map(card => JSON.stringify(card));
  const bytes = Buffer.from(texts.map(text => `${text}\n`).join(''));
  const lines = cards.map(({ line, cardNumber }, at) => ({
    ...{ line, cardNumber },
    sha256: sha256(texts[at] ?? '').toString('hex'),
  }));
  return {
    cards: bytes,
    manifest: {
      format: 'hms-kort-production/1',
      madeAt: madeAt.toISOString(),
      dueOn,
      count: lines.length,
      sha256: sha256(bytes).toString('hex'),
      lines,
    },
  };
}

/** What production checks, and the tests with it. @returns what is wrong; empty when the batch is whole */
export function manifestFaults(cards: Buffer, manifest: Manifest): string[] {
  const texts = cards.toString().split('\n').slice(0, -1);
  const wrong = manifest.lines.filter(
    ({ sha256: expected }, at) => sha256(texts[at] ?? '').toString('hex') !== expected,
  );
  return [
    ...(texts.length === manifest.count && manifest.lines.length === manifest.count ? [] : ['COUNT']),
    ...(sha256(cards).toString('hex') === manifest.sha256 ? [] : ['FILE']),
    ...wrong.map(({ line }) => `LINE ${line}`),
  ];
}
