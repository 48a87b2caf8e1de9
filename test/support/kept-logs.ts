/** Every log a test run writes is kept in one folder until the run's end, when they are searched (scripts/log-scan.mjs). */
import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

/** @returns where the lines of one server go; nowhere when nobody will look */
export function keepLog(kind: 'desk' | 'process' | 'postgres'): (text: string) => void {
  const folder = process.env.DESK_LOG_DIR;
  if (!folder) return () => undefined;
  const path = join(folder, `${kind}-${randomBytes(6).toString('hex')}.log`);
  return text => appendFileSync(path, text);
}
