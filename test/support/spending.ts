/** What a desk's requests have cost, as its log tells it. */
const MINUTE_MS = 60_000;

interface Line {
  readonly time: string;
  readonly cost?: number;
}

/** The dearest minute of all callers together. */
export function dearestMinute(logLines: readonly string[]): number {
  const spent = logLines
    .map(line => JSON.parse(line) as Line)
    .map(({ time, cost = 0 }) => ({ at: Date.parse(time), cost }));
  const after = (start: number) =>
    spent.filter(({ at }) => at >= start && at < start + MINUTE_MS).reduce((sum, { cost }) => sum + cost, 0);
  return Math.max(0, ...spent.map(({ at }) => after(at)));
}
