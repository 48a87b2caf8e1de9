/** Who may call an HTTP route outside GraphQL; every mounted route is in a table of these. */
import type { Rule } from './allow.ts';

export interface RouteRule {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As it stands in the address, with `:name` for what varies. */
  readonly path: string;
  /** A right in policy.csv, or open to anyone. */
  readonly rule: Rule;
}
