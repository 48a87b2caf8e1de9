import { request } from '../../graphql/client.ts';
import type { EnumOf, VariablesOf } from '../../graphql/graphql.ts';
import { caseFacetsQuery, casesQuery, myCasesQuery, registerInquiryMutation } from './case-list.documents.ts';

export type CaseFilter = NonNullable<VariablesOf<typeof casesQuery>['filter']>;
export type CaseOrder = NonNullable<VariablesOf<typeof casesQuery>['order']>;
export type CaseSort = EnumOf<'CaseSort'>;
export type InquiryInput = VariablesOf<typeof registerInquiryMutation>['input'];

interface CaseListAsk {
  filter: CaseFilter;
  order: CaseOrder;
  page: { first: number; after: string | null };
  countExactly: boolean;
}

export async function listCases(ask: CaseListAsk, signal: AbortSignal) {
  return (await request(casesQuery, ask, { signal })).cases;
}

/** How many cases each value of each filter would leave. */
export async function countFacets(filter: CaseFilter, signal: AbortSignal) {
  return (await request(caseFacetsQuery, { filter }, { signal })).caseFacets;
}

/** Reserved by me, put on hold by me, or back with new post after I had it. */
export async function listMyCases(page: { first: number; after: string | null }, signal: AbortSignal) {
  return (await request(myCasesQuery, { page }, { signal })).myCases;
}

export async function registerInquiry(input: InquiryInput) {
  return (await request(registerInquiryMutation, { input })).registerInquiry;
}
