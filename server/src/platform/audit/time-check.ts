/** Whether a row's time fits between the seal before it and its own: a row written today must not say last week. */
import type { LogName, LogRow } from './log-format.rules.ts';
import { reachedEnd, type Seal } from './seal.rules.ts';

/** A transaction may be this old when it commits, a clock this wrong. */
const TOLERANCE_MS = 10 * 60_000;
export class TimeCheck {
  readonly #notBefore = new Map<LogName, string>();
  #seal: Seal | null = null;
  #notAfter = '';

  sealed(seal: Seal): void {
    if (reachedEnd(seal)) this.#notBefore.set(seal.log, shifted(seal.sealedAt, -TOLERANCE_MS));
  }

  fits(log: LogName, row: LogRow, seal?: Seal): boolean {
    const at = (row.at ?? '').slice(0, MILLISECONDS);
    const earliest = this.#notBefore.get(log);
    if (earliest && at < earliest) return false;
    return !seal || at <= this.#latest(seal);
  }

  #latest(seal: Seal): string {
    if (this.#seal !== seal) this.#notAfter = shifted(seal.sealedAt, TOLERANCE_MS);
    this.#seal = seal;
    return this.#notAfter;
  }
}

/** Length of a time to the millisecond without its Z: such texts sort by time. */
const MILLISECONDS = '2026-01-01T00:00:00.000'.length;

const shifted = (time: string, ms: number): string =>
  new Date(Date.parse(`${time.slice(0, MILLISECONDS)}Z`) + ms).toISOString().slice(0, MILLISECONDS);
