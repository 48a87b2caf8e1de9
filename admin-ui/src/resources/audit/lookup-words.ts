import { type Translate, useT } from '../../i18n/index.ts';
import type { AuditRow } from './audit.documents.ts';
import { type Did, didOf } from './lookup.rules.ts';

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
      purpose && isPurpose(purpose) ? t(`nationalId.purpose.${purpose}`) : (purpose ?? '–'),
  };
}
