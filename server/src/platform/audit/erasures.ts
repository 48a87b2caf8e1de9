/** Which rows the desk itself erased, and which only look erased: judged when all records of erasures are known. */
import type { PublicKeys } from '../crypto/seal-key.ts';
import type { Findings } from './findings.ts';
import { type LogName, type LogRow, newestFormat, rowHashes } from './log-format.rules.ts';
import { isSignedBy } from './seal.rules.ts';

export const ERASURE = 'eraseFromLog';

/** The desk's signature under a record of erasure, by the record's id. */
export type ErasureSignatures = ReadonlyMap<string, { readonly keyId: string; readonly signature: Buffer }>;

type Erasure = Readonly<Record<LogName, ReadonlySet<number>>> & { readonly gone: boolean };

export interface Claim {
  readonly log: LogName;
  readonly id: number;
  /** Record the row points to; null when it is not there at all. */
  readonly by: string | null;
}

/** What the desk signs: the whole record. */
export function erasureDigest(record: LogRow): Buffer {
  return rowHashes('audit_log', newestFormat('audit_log'), record);
}

/** The rows a record says were erased. */
export function namedIn(record: LogRow): Erasure {
  const values = JSON.parse(record.new_values ?? '{}') as Partial<Record<LogName, number[]>> & {
    gone?: boolean;
  };
  const { audit_log, case_event, gone = false } = values;
  return { audit_log: new Set(audit_log), case_event: new Set(case_event), gone };
}

export class Erasures {
  readonly #records = new Map<string, Erasure>();
  readonly #claims: Claim[] = [];
  readonly #unsigned: string[] = [];

  constructor(
    private readonly signatures: ErasureSignatures,
    private readonly publicKeys: PublicKeys,
  ) {}

  /** A row of the audit log that says it is a record of erasure. */
  record(row: LogRow): void {
    const id = String(row.id);
    if (!this.#isSigned(id, row)) {
      this.#unsigned.push(id);
      return;
    }
    this.#records.set(id, namedIn(row));
  }

  claim(claim: Claim): void {
    this.#claims.push(claim);
  }

  /** @returns how many rows were erased by the desk */
  judge(findings: Findings): number {
    for (const id of this.#unsigned)
      findings.chain(`audit_log: row ${id} says that rows were erased, but the desk has not signed it.`);
    let erased = 0;
    for (const claim of this.#claims) {
      if (this.#isCovered(claim)) erased += 1;
      else findings.row(claim.log, claim.id, claim.by === null ? 'REMOVED' : 'EMPTIED');
    }
    return erased;
  }

  get count(): number {
    return this.#records.size;
  }

  #isSigned(id: string, row: LogRow): boolean {
    const given = this.signatures.get(id);
    const key = given && this.publicKeys.get(given.keyId);
    return Boolean(given && key && isSignedBy(erasureDigest(row), given.signature, key));
  }

  #isCovered({ log, id, by }: Claim): boolean {
    if (by !== null) return this.#records.get(by)?.[log].has(id) ?? false;
    return [...this.#records.values()].some(erasure => erasure.gone && erasure[log].has(id));
  }
}
