/** What a verification found, in plain words for the person who must act on it. */
import type { LogName } from './log-format.rules.ts';

export type RowFault =
  | 'CHANGED'
  | 'VALUES_CHANGED'
  | 'REMOVED'
  | 'INSERTED'
  | 'EMPTIED'
  | 'FALSELY_MARKED'
  | 'MISDATED';

const ROW_WORDS: Readonly<Record<RowFault, string>> = {
  CHANGED: 'changed after sealing (who, when or what)',
  VALUES_CHANGED: 'changed after sealing (values or reason)',
  REMOVED: 'removed after sealing, without an erasure by the desk',
  INSERTED: 'inserted afterwards into a stretch that was sealed without it',
  EMPTIED: 'emptied, without an erasure by the desk',
  FALSELY_MARKED: 'marked as erased, but its values are still there',
  MISDATED: 'dated at another time than it was written',
};

interface RowFinding {
  readonly log: LogName;
  readonly fault: RowFault;
  readonly from: number;
  to: number;
}

/** Rows in a row with the same fault are one finding. */
export class Findings {
  readonly #rows: RowFinding[] = [];
  readonly #chain: string[] = [];

  row(log: LogName, id: number, fault: RowFault): void {
    const near = this.#rows.findLast(found => found.log === log && found.fault === fault);
    if (near && near.to === id - 1) near.to = id;
    else this.#rows.push({ log, fault, from: id, to: id });
  }

  /** About a seal, the chain or an anchor. */
  chain(text: string): void {
    this.#chain.push(text);
  }

  get texts(): string[] {
    const sorted = this.#rows.toSorted((a, b) => a.log.localeCompare(b.log) || a.from - b.from);
    const rows = sorted.map(({ log, fault, from, to }) => {
      const which = from === to ? `row ${from} was` : `rows ${from}–${to} were`;
      return `${log}: ${which} ${ROW_WORDS[fault]}.`;
    });
    return [...this.#chain, ...rows];
  }
}
