/** A short name per statement text, so that PostgreSQL plans it once per connection. */
import { createHash } from 'node:crypto';

const names = new Map<string, string>();
const MOST = 1000;

/** Same text, same name. Past 1,000 texts the statement stays unnamed, so that memory on both sides is bounded. */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= MOST) return undefined;
  const name = `s_${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
  names.set(text, name);
  return name;
}
