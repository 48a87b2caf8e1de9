/** Follows the chain of seals: each number, link, hash, signature, stretch, and what was noted outside. */
import type { PublicKeys } from '../crypto/seal-key.ts';
import type { AnchorLine } from './anchor.ts';
import type { Findings } from './findings.ts';
import { HASHES, type LogName } from './log-format.rules.ts';
import { FIRST_PREVIOUS, isSignedBy, readIds, type Seal, sealHash, writeIds } from './seal.rules.ts';

export class ChainCheck {
  sealCount = 0;
  /** Seals that were found as noted outside. */
  anchored = 0;
  #next = 1;
  #previous: Buffer = FIRST_PREVIOUS;
  #ends = new Map<LogName, number>();
  readonly #anchors = new Map<string, AnchorLine>();

  constructor(
    private readonly publicKeys: PublicKeys,
    private readonly findings: Findings,
  ) {}

  async readAnchors(lines: VerifyLines, from: number): Promise<void> {
    for await (const line of lines) {
      if (Number(line.seal) < from) continue;
      const earlier = this.#anchors.get(line.seal);
      if (earlier && earlier.hash !== line.hash)
        this.findings.chain(
          `Seal ${line.seal} was noted outside twice, differently: the log was rewritten between.`,
        );
      this.#anchors.set(line.seal, line);
    }
  }

  startAt(from: number, previous: Buffer | undefined, ends: Map<LogName, number>): void {
    this.#next = from;
    this.#ends = ends;
    if (from === 1) return;
    if (previous) this.#previous = previous;
    else this.findings.chain(`Seal ${from - 1} is missing.`);
  }

  seal(seal: Seal): void {
    this.#number(seal);
    this.#content(seal);
    this.#anchor(seal);
    this.#ends.set(seal.log, Number(seal.toId));
    this.#previous = seal.hash;
    this.#next = Number(seal.id) + 1;
    this.sealCount += 1;
  }

  end(): void {
    const cut = [...this.#anchors.keys()].map(Number).filter(id => id >= this.#next);
    if (cut.length === 0) return;
    this.findings.chain(
      `The end was cut off: seal ${Math.max(...cut)} is noted outside, but the log ends at seal ${this.#next - 1}.`,
    );
  }

  #number(seal: Seal): void {
    const id = Number(seal.id);
    if (id !== this.#next)
      this.findings.chain(
        `${id === this.#next + 1 ? `Seal ${this.#next} is` : `Seals ${this.#next}–${id - 1} are`} missing.`,
      );
    else if (!seal.previous.equals(this.#previous))
      this.findings.chain(`Seal ${id} does not follow on seal ${id - 1}: one of them was replaced.`);
    const expected = (this.#ends.get(seal.log) ?? 0) + 1;
    if (Number(seal.fromId) !== expected)
      this.findings.chain(`Seal ${id} starts at row ${seal.fromId} of ${seal.log} instead of ${expected}.`);
  }

  #content(seal: Seal): void {
    const { id, count } = seal;
    const ids = readIds(seal.ids, count + 1);
    const fits = ids.length === count && writeIds(ids) === seal.ids && seal.hashes.length === count * HASHES;
    if (!fits || !sealHash(seal).equals(seal.hash)) this.findings.chain(`Seal ${id} was changed.`);
    const key = this.publicKeys.get(seal.keyId);
    if (!key) this.findings.chain(`Seal ${id} is signed with the unknown key ${seal.keyId}.`);
    else if (!isSignedBy(seal.hash, seal.signature, key))
      this.findings.chain(
        `Seal ${id} is not signed by the desk: its signature does not fit key ${seal.keyId}.`,
      );
  }

  #anchor(seal: Seal): void {
    const line = this.#anchors.get(seal.id);
    if (!line) return;
    if (line.hash === seal.hash.toString('hex')) this.anchored += 1;
    else this.findings.chain(`Seal ${seal.id} is not the one noted outside: ${this.#whoIsRight(line)}`);
  }

  #whoIsRight({ hash, signature, key }: AnchorLine): string {
    const publicKey = this.publicKeys.get(key);
    const genuine =
      publicKey && isSignedBy(Buffer.from(hash, 'hex'), Buffer.from(signature, 'base64'), publicKey);
    return genuine
      ? 'the note carries the desk’s signature, so the log was rewritten.'
      : 'the note itself does not carry the desk’s signature.';
  }
}

type VerifyLines = AsyncIterable<AnchorLine> | Iterable<AnchorLine>;
