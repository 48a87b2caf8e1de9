import type { AuditFilter } from './audit.provider.ts';

export const AUDIT_KINDS = ['CHANGE', 'READ', 'SIGN_IN', 'REFUSED'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

const isKind = (text: string): text is AuditKind => (AUDIT_KINDS as readonly string[]).includes(text);
const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);
const isId = (text: string | null): text is string => text !== null && /^[1-9]\d{0,17}$/.test(text);

export const AUDIT_TABS = ['lookups', 'refused', 'noHits', 'all'] as const;
type AuditTab = (typeof AUDIT_TABS)[number];
const KINDS_OF: Readonly<Record<AuditTab, readonly AuditKind[] | null>> = {
  lookups: ['READ', 'REFUSED'],
  refused: ['REFUSED'],
  noHits: null,
  all: null,
};

/** Which of the usual questions an address asks; with kinds picked by hand it is none but the widest. */
export function tabOf(params: URLSearchParams): AuditTab {
  const asked = AUDIT_TABS.find(tab => tab === params.get('tab'));
  return asked ?? (params.has('kind') ? 'all' : 'lookups');
}

/** The filter that an address stands for; what is malformed is left out. */
export function filterOf(params: URLSearchParams): AuditFilter {
  const picked = params.getAll('kind').filter(isKind);
  const tab = tabOf(params);
  const kinds = picked.length > 0 ? picked : (KINDS_OF[tab] ?? []);
  const [caseNumber, operation] = [params.get('case')?.trim(), params.get('operation')?.trim()];
  const [from, to, person] = [params.get('from'), params.get('to'), params.get('person')];
  return {
    kind: kinds.length > 0 ? [...kinds] : null,
    noHits: tab === 'noHits' ? true : null,
    caseNumber: caseNumber || null,
    operation: operation || null,
    personId: isId(person) ? person : null,
    from: isDay(from) ? from : null,
    to: isDay(to) ? to : null,
  };
}

/** Whether more is asked for than one of the tabs. */
export const isFiltered = ({ kind: _, noHits: __, ...others }: AuditFilter) =>
  Object.values(others).some(value => value !== null);
