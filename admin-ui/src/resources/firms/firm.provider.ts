import { request } from '../../graphql/client.ts';
import {
  firmEmployeesQuery,
  firmOrdersQuery,
  firmQuery,
  type RevokeInput,
  refreshFirmMutation,
  revokeDelegationMutation,
} from './firm.documents.ts';

export interface PageAsk {
  first: number;
  after: string | null;
}

export const getFirm = async (orgNumber: string, signal: AbortSignal) =>
  (await request(firmQuery, { orgNumber }, { signal })).firm;
export const listEmployees = async (orgNumber: string, page: PageAsk, signal: AbortSignal) =>
  (await request(firmEmployeesQuery, { orgNumber, page }, { signal })).firmEmployees;
export const listFirmOrders = async (firm: string, page: PageAsk, signal: AbortSignal) =>
  (await request(firmOrdersQuery, { firm, page }, { signal })).orders;
export const refreshFirm = async (orgNumber: string) =>
  (await request(refreshFirmMutation, { input: { orgNumber } })).refreshFirm;
export const revokeDelegation = async (input: RevokeInput) =>
  (await request(revokeDelegationMutation, { input })).revokeDelegation;
