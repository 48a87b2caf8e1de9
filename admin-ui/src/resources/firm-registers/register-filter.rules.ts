/** The pages of the registers of approved firms: their addresses, the filter in the address, and the numbers added up. */
import type { ApprovedFirm, RegisterFilter, RegisterPage } from './firm-register.documents.ts';

type Register = ApprovedFirm['register'];
type Status = ApprovedFirm['status'];
export type Counted = RegisterPage['overview'][number];

const PATHS: Readonly<Record<Register, string>> = {
  CLEANING_APPROVAL: 'cleaning',
  CAR_CARE_APPROVAL: 'car-care',
  STAFFING: 'staffing',
};
export const registers: readonly Register[] = ['CLEANING_APPROVAL', 'CAR_CARE_APPROVAL', 'STAFFING'];
export const pathOfRegister = (register: Register) => `/firm-registers/${PATHS[register]}`;
export const registerOfPath = (path: string | undefined): Register | null =>
  registers.find(register => PATHS[register] === path) ?? null;

/** Agencies are approved or not; they order no cards first. */
export const statusesOf = (register: Register): readonly Status[] =>
  register === 'STAFFING'
    ? ['APPLICATION_IN_PROGRESS', 'APPROVED', 'NOT_APPROVED']
    : [
        ...(['APPLICATION_IN_PROGRESS', 'CARD_ORDER_IN_PROGRESS', 'APPROVED_WITH_EMPLOYEES'] as const),
        ...(['APPROVED_WITHOUT_EMPLOYEES', 'NOT_APPROVED'] as const),
      ];

export interface ListFilter {
  status: string;
  county: string;
  text: string;
}
export const NO_FILTER: ListFilter = { status: '', county: '', text: '' };

export const readFilter = (params: URLSearchParams): ListFilter => ({
  status: params.get('status') ?? '',
  county: params.get('county') ?? '',
  text: params.get('text') ?? '',
});

/** A page further on is of another list. */
export function writeFilter(current: URLSearchParams, part: Partial<ListFilter> & { view?: string }) {
  const next = new URLSearchParams(current);
  for (const [name, value] of Object.entries({ after: '', page: '', ...part })) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

export const isFiltered = (filter: ListFilter) => Object.values(filter).some(Boolean);

/** What the server is asked; words in the address that are none of ours are left out. */
export function toRegisterFilter(register: Register, { status, county, text }: ListFilter): RegisterFilter {
  const known = statusesOf(register).find(one => one === status);
  return {
    status: known ? [known] : null,
    county: /^\d{2}$/.test(county) ? county : null,
    text: text.trim() || null,
  };
}

const sum = (counted: readonly Counted[]) => counted.reduce((all, { firms }) => all + firms, 0);

/** How many each status would leave, in the county that is chosen; and the other way round. */
export const ofStatus = (overview: readonly Counted[], status: string, county: string) =>
  sum(overview.filter(one => one.status === status && (county === '' || one.county === county)));
export const ofCounty = (overview: readonly Counted[], county: string | null, status: string) =>
  sum(overview.filter(one => one.county === county && (status === '' || one.status === status)));

/** The counties that are there; firms without one stand last. */
export function countiesIn(overview: readonly Counted[]): (string | null)[] {
  const found = [...new Set(overview.map(({ county }) => county))];
  return found.sort((a, b) => (a === null ? 1 : b === null ? -1 : a.localeCompare(b)));
}

export const cell = (overview: readonly Counted[], county: string | null, status: string) =>
  sum(overview.filter(one => one.county === county && one.status === status));
