import { request } from '../../graphql/client.ts';
import type { EnumOf, VariablesOf } from '../../graphql/graphql.ts';
import {
  approveStaffGrantMutation,
  createStaffMutation,
  endStaffSessionsMutation,
  rejectStaffGrantMutation,
  resetStaffPasswordMutation,
  staffOrganisationsQuery,
  staffUserQuery,
  staffUsersQuery,
  updateStaffMutation,
  withdrawStaffGrantMutation,
} from './staff.documents.ts';

export type StaffRole = EnumOf<'StaffRole'>;
export type OrganisationKind = EnumOf<'StaffOrganisationKind'>;

/** Roles by organisation, as the server holds them too; it refuses any other mix. */
export const rolesOf: Record<OrganisationKind, readonly StaffRole[]> = {
  ISSUER: ['AGENT', 'SENIOR_AGENT', 'FINANCE', 'ADMIN'],
  AUTHORITY: ['CASEWORKER', 'CASEWORKER_LEAD', 'AUDITOR', 'ADMIN'],
};

interface StaffPage {
  text: string | null;
  /** Only those whose roles wait for approval. */
  waiting?: boolean;
  first: number;
  after: string | null;
}

export async function listStaff({ text, waiting, first, after }: StaffPage, signal: AbortSignal) {
  return (
    await request(
      staffUsersQuery,
      { filter: { text, waiting: waiting ?? null }, page: { first, after } },
      { signal },
    )
  ).staffUsers;
}

export async function getStaff(id: string, signal: AbortSignal) {
  return (await request(staffUserQuery, { id }, { signal })).staffUser;
}

export async function listOrganisations(signal: AbortSignal) {
  return (await request(staffOrganisationsQuery, {}, { signal })).staffOrganisations;
}

export async function createStaff(input: VariablesOf<typeof createStaffMutation>['input']) {
  return (await request(createStaffMutation, { input })).createStaff;
}

export async function updateStaff(input: VariablesOf<typeof updateStaffMutation>['input']) {
  return (await request(updateStaffMutation, { input })).updateStaff;
}

/** Signs the person out everywhere. @returns how many sessions ended */
export async function endStaffSessions(id: string) {
  return (await request(endStaffSessionsMutation, { id })).endStaffSessions;
}

/** A new one-time password; the old one stops working. */
export async function resetStaffPassword(seen: VariablesOf<typeof resetStaffPasswordMutation>) {
  return (await request(resetStaffPasswordMutation, seen)).resetStaffPassword;
}

/** The person has the roles from her next request on. */
export async function approveStaffGrant(input: VariablesOf<typeof approveStaffGrantMutation>['input']) {
  return (await request(approveStaffGrantMutation, { input })).approveStaffGrant;
}

export async function rejectStaffGrant(input: VariablesOf<typeof rejectStaffGrantMutation>['input']) {
  return (await request(rejectStaffGrantMutation, { input })).rejectStaffGrant;
}

/** Takes one's own proposal back. */
export async function withdrawStaffGrant(input: VariablesOf<typeof withdrawStaffGrantMutation>['input']) {
  return (await request(withdrawStaffGrantMutation, { input })).withdrawStaffGrant;
}
