import type { VariablesOf } from '../../graphql/graphql.ts';
import type { EntryRow, exceptionEntriesQuery } from './entry.documents.ts';

export type EntryFilter = NonNullable<VariablesOf<typeof exceptionEntriesQuery>['filter']>;

/** The filter as it stands in the address. */
export interface ListFilter {
  register: string;
  code: string;
  state: string;
  soon: string;
  text: string;
}

export const NO_FILTER: ListFilter = { register: '', code: '', state: '', soon: '', text: '' };
const NAMES = ['register', 'code', 'state', 'soon', 'text'] as const;
/** What soon ends, the way the warnings count. */
export const SOON_DAYS = 30;

export const registers: readonly EntryRow['register'][] = ['AA', 'UDI', 'MVA', 'STAFFING'];
export const states: readonly EntryRow['state'][] = ['ACTIVE', 'UPCOMING', 'EXPIRED', 'ENDED'];
export const codesOf: Readonly<Record<EntryRow['register'], readonly EntryRow['code'][]>> = {
  AA: [
    ...(['AA_ENK_SPOUSE', 'AA_DA_ANS_PARTNER', 'AA_AS_OWNER_UNPAID', 'AA_BOARD_CHAIR'] as const),
    ...(['AA_CEO_NO_EMPLOYEES', 'AA_NAV_VTA'] as const),
  ],
  UDI: ['UDI_CONFIRMED', 'UDI_EEA_FAMILY'],
  MVA: [
    ...(['VAT_KF_1510', 'VAT_UNDER_50K_NEW', 'VAT_UNDER_50K_OTHER', 'VAT_SVALBARD'] as const),
    'VAT_NOT_LIABLE',
  ],
  STAFFING: ['STAFFING_FOREIGN'],
};

export function readFilter(params: URLSearchParams): ListFilter {
  return Object.fromEntries(NAMES.map(name => [name, params.get(name) ?? ''])) as unknown as ListFilter;
}

/** A page further on is of another list; a code belongs to its register. */
export function writeFilter(current: URLSearchParams, part: Partial<ListFilter>): URLSearchParams {
  const next = new URLSearchParams(current);
  const given = { after: '', page: '', ...(part.register === undefined ? {} : { code: '' }), ...part };
  for (const [name, value] of Object.entries(given)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

const one = <Value extends string>(value: string, known: readonly Value[]) => known.find(it => it === value);
export const registerOf = ({ register }: ListFilter) => one(register, registers) ?? null;
export const isFiltered = ({ register: _, ...rest }: ListFilter) => Object.values(rest).some(Boolean);

/** What the server is asked; words in the address that are none of ours are left out. */
export function toEntryFilter(filter: ListFilter): EntryFilter {
  const register = registerOf(filter);
  const code = one(filter.code, register ? codesOf[register] : Object.values(codesOf).flat());
  const state = one(filter.state, states);
  return {
    ...(register && { register }),
    ...(code && { code: [code] }),
    ...(state && { state: [state] }),
    ...(filter.soon && { expiresWithinDays: SOON_DAYS }),
    ...(filter.text && { text: filter.text }),
  };
}
