/** What of a log row is sealed, in which form: JSON with sorted keys, every value as PostgreSQL's text, times in UTC to the microsecond. */
import { hash } from 'node:crypto';

export type LogName = 'audit_log' | 'case_event';

/** A row as read with `selectOf`: every value as text, by column. */
export type LogRow = Readonly<Record<string, string | null>>;

interface Format {
  /** Who, when, what: never changes. In alphabetical order, as in the canonical form. */
  readonly kept: readonly string[];
  /** What may be erased with a person, and the salt without which the hash tells nothing. */
  readonly erasable: readonly string[];
}

export const LOGS: readonly LogName[] = ['audit_log', 'case_event'];

const AUDIT_1: Format = {
  kept: [
    ...['actor_id', 'address', 'at', 'case_id', 'fields', 'id', 'kind', 'operation', 'organisation_id'],
    ...['outcome', 'person_ids'],
    ...['purpose', 'request_id', 'row_id', 'session_id', 'table_name'],
  ],
  erasable: ['new_values', 'old_values', 'reason', 'salt'],
};
/** Which machine it was. */
const AUDIT_2: Format = { ...AUDIT_1, kept: [...AUDIT_1.kept, 'client_id'].sort() };
const EVENT_1: Format = {
  kept: ['actor_id', 'at', 'case_id', 'id', 'organisation_id', 'type'],
  erasable: ['new_value', 'note', 'old_value', 'salt'],
};

/** By number from 1. A new column of a log gets a new format at the end; a format in use never changes. */
const FORMATS: Readonly<Record<LogName, readonly Format[]>> = {
  audit_log: [AUDIT_1, AUDIT_2],
  case_event: [EVENT_1],
};

/** The format new seals are made in. */
export const newestFormat = (log: LogName): number => FORMATS[log].length;

/** Length of what a seal keeps of a row: the hash of what stays and the hash of what can be erased. */
export const HASHES = 64;

function formatOf(log: LogName, format: number): Format {
  const found = FORMATS[log][format - 1];
  if (!found) throw new Error(`Unknown format ${format} of ${log}: this program is older than the log.`);
  return found;
}

/** Columns of every format, as SQL. */
export function selectOf(log: LogName): string {
  const columns = new Set(FORMATS[log].flatMap(({ kept, erasable }) => [...kept, ...erasable]));
  return [...columns, 'erased_by'].map(column => `${asText(column)} as ${column}`).join(', ');
}

const asText = (column: string): string => (column === 'at' ? utcText(column) : `${column}::text`);

/** A time as SQL text, UTC to the microsecond, whatever the session's settings. */
export const utcText = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

export function rowHashes(log: LogName, format: number, row: LogRow): Buffer {
  const { kept, erasable } = formatOf(log, format);
  return Buffer.concat([hashOf(row, kept), hashOf(row, erasable)]);
}

function hashOf(row: LogRow, columns: readonly string[]): Buffer {
  const canonical: Record<string, string | null> = {};
  for (const column of columns) canonical[column] = row[column] ?? null;
  return hash('sha256', JSON.stringify(canonical), 'buffer');
}

/** Whether nothing is left of what an erasure empties. */
export function isEmptied(log: LogName, format: number, row: LogRow): boolean {
  return formatOf(log, format).erasable.every(column => row[column] === null);
}
