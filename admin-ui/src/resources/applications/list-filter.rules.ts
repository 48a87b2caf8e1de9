import type { ApplicationFilter } from './application.documents.ts';

/** The filter as it stands in the address. */
export interface ListFilter {
  register: string;
  code: string;
  status: string;
  due: string;
  text: string;
}

const NAMES = ['register', 'code', 'status', 'due', 'text'] as const;
export const CLEARED: ListFilter = { register: '', code: '', status: '', due: '', text: '' };
export const registers = ['AA', 'UDI', 'MVA', 'STAFFING', 'CLEANING_APPROVAL', 'CAR_CARE_APPROVAL'] as const;
export const statuses = [
  ...([
    'REGISTERED',
    'UNDER_REVIEW',
    'AWAITING_DOCUMENTS',
    'CARD_ORDERING',
    'FOR_APPROVAL',
    'GRANTED',
  ] as const),
  ...(['REFUSED', 'DISMISSED', 'WITHDRAWN', 'WRONG_CHANNEL', 'APPEALED', 'FORWARDED'] as const),
] as const;
export const codes = [
  ...(['AA_ENK_SPOUSE', 'AA_DA_ANS_PARTNER', 'AA_AS_OWNER_UNPAID', 'AA_BOARD_CHAIR'] as const),
  ...(['AA_CEO_NO_EMPLOYEES', 'AA_NAV_VTA', 'UDI_CONFIRMED', 'UDI_EEA_FAMILY', 'VAT_KF_1510'] as const),
  ...(['VAT_UNDER_50K_NEW', 'VAT_UNDER_50K_OTHER', 'VAT_SVALBARD', 'VAT_NOT_LIABLE'] as const),
  ...(['STAFFING_FOREIGN', 'CLEANING_FIRM', 'CAR_CARE_FIRM', 'STAFFING_AGENCY'] as const),
] as const;

export function readFilter(params: URLSearchParams): ListFilter {
  const of = (name: string) => params.get(name) ?? '';
  return {
    register: of('register'),
    code: of('code'),
    status: of('status'),
    due: of('due'),
    text: of('text'),
  };
}

/** A page further on is of another list. */
export function writeFilter(current: URLSearchParams, part: Partial<ListFilter>): URLSearchParams {
  const next = new URLSearchParams(current);
  for (const [name, value] of Object.entries({ after: '', page: '', ...part })) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

export const countFilters = (filter: ListFilter) => NAMES.filter(name => filter[name] !== '').length;

/** What the server is asked; words in the address that are none of ours are left out. */
export function toApplicationFilter(filter: ListFilter): ApplicationFilter {
  const one = <Value extends string>(value: string, known: readonly Value[]) =>
    known.find(it => it === value);
  const [code, status] = [one(filter.code, codes), one(filter.status, statuses)];
  return {
    register: one(filter.register, registers) ?? null,
    code: code ? [code] : null,
    status: status ? [status] : null,
    dueBefore: /^\d{4}-\d{2}-\d{2}$/.test(filter.due) ? filter.due : null,
    text: filter.text.trim() || null,
  };
}
