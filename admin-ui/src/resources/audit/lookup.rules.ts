/** What a row of the log was about, by its kind and operation. */
import type { AuditRow } from './audit.documents.ts';

export type Did =
  | 'CASE'
  | 'LIST'
  | 'NAME_SEARCH'
  | 'NUMBER_SEARCH'
  | 'NUMBER_SHOWN'
  | 'IMAGE'
  | 'LETTER'
  | 'LOG'
  | 'ANSWER'
  | 'REFUSED'
  | 'CHANGE'
  | 'SIGN_IN'
  | 'OTHER';

const BY_KIND = { REFUSED: 'REFUSED', CHANGE: 'CHANGE', SIGN_IN: 'SIGN_IN' } as const;
const BY_OPERATION: Readonly<Record<string, Did>> = {
  searchName: 'NAME_SEARCH',
  searchNationalId: 'NUMBER_SEARCH',
  revealNationalId: 'NUMBER_SHOWN',
  makeAccessAnswer: 'ANSWER',
};
const BY_TABLE: Readonly<Record<string, Did>> = {
  desk_case: 'CASE',
  stored_file: 'IMAGE',
  outbox_mail: 'LETTER',
  audit_log: 'LOG',
  person: 'LIST',
};

/** What somebody did, from what the row says about where the data came from. */
export function didOf({ kind, operation, tableName }: AuditRow): Did {
  if (kind !== 'READ') return BY_KIND[kind];
  return BY_OPERATION[operation] ?? BY_TABLE[tableName ?? ''] ?? 'OTHER';
}
