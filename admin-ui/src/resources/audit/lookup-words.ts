import { type Translate, useT } from '../../i18n/index.ts';
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

const SEARCHES: readonly Did[] = ['NAME_SEARCH', 'NUMBER_SEARCH'];

function whatOf(row: AuditRow, t: Translate): string {
  const { kind, outcome, personCount: persons } = row;
  if (kind === 'REFUSED') return outcome;
  if (kind !== 'READ') return row.operation;
  if (persons > 0) return t('accessLog.persons', { smart_count: persons });
  return SEARCHES.includes(didOf(row)) ? t('accessLog.noHit') : '–';
}

const isPurpose = (
  purpose: string,
): purpose is 'CORRECT_ORDER' | 'IDENTITY_CHECK' | 'REGISTER_LOOKUP' | 'ACCESS_REQUEST' | 'OTHER' =>
  ['CORRECT_ORDER', 'IDENTITY_CHECK', 'REGISTER_LOOKUP', 'ACCESS_REQUEST', 'OTHER'].includes(purpose);

/** A row in plain words: what was done, to how much, and why. */
export function useLookupWords() {
  const t = useT();
  return {
    did: (row: AuditRow) => t(`accessLog.did.${didOf(row)}`),
    what: (row: AuditRow) => whatOf(row, t),
    why: ({ purpose }: AuditRow) =>
      purpose && isPurpose(purpose) ? t(`accessLog.purposes.${purpose}`) : (purpose ?? '–'),
  };
}
