import type { AuditFilter } from './audit.provider.ts';

export const AUDIT_KINDS = ['CHANGE', 'READ', 'SIGN_IN', 'REFUSED'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

const isKind = (text: string): text is AuditKind => (AUDIT_KINDS as readonly string[]).includes(text);
const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);
const isId = (text: string | null): text is string => text !== null && /^[1-9]\d{0,17}$/.test(text);

/** The filter that an address stands for; what is malformed is left out. */
export function filterOf(params: URLSearchParams): AuditFilter {
  const kinds = params.getAll('kind').filter(isKind);
  const [caseNumber, operation] = [params.get('case')?.trim(), params.get('operation')?.trim()];
  const [from, to, person] = [params.get('from'), params.get('to'), params.get('person')];
  return {
    kind: kinds.length > 0 ? kinds : null,
    caseNumber: caseNumber || null,
    operation: operation || null,
    personId: isId(person) ? person : null,
    from: isDay(from) ? from : null,
    to: isDay(to) ? to : null,
  };
}

export const isFiltered = (filter: AuditFilter) => Object.values(filter).some(value => value !== null);
