import { countFields, pageInfoFields } from '../../graphql/fragments.ts';
import { type FragmentOf, graphql } from '../../graphql/graphql.ts';

export const staffUserFields = graphql(
  `
    fragment StaffUserFields on StaffUser {
      id name email organisation { id kind name } roles active lastSeenAt version
      lastGrant { id roles activates proposedBy { name } proposedAt outcome decidedBy { name } decidedAt reason allowedActions }
    }
  `,
);
export type StaffUser = FragmentOf<typeof staffUserFields>;
export type StaffGrant = NonNullable<StaffUser['lastGrant']>;

export const staffUsersQuery = graphql(
  `
    query StaffUsers($filter: StaffFilter, $page: PageInput) {
      staffUsers(filter: $filter, page: $page) {
        rows { ...StaffUserFields }
        pageInfo { ...PageInfoFields }
        count { ...CountFields }
      }
    }
  `,
  [staffUserFields, pageInfoFields, countFields],
);
export const staffUserQuery = graphql(
  `query StaffUser($id: EntityId!) { staffUser(id: $id) { ...StaffUserFields } }`,
  [staffUserFields],
);
export const staffOrganisationsQuery = graphql(
  `query StaffOrganisations { staffOrganisations { id kind name } }`,
);
export const createStaffMutation = graphql(
  `mutation CreateStaff($input: CreateStaffInput!) { createStaff(input: $input) { oneTimePassword user { ...StaffUserFields } } }`,
  [staffUserFields],
);
export const updateStaffMutation = graphql(
  `mutation UpdateStaff($input: UpdateStaffInput!) { updateStaff(input: $input) { ...StaffUserFields } }`,
  [staffUserFields],
);
export const endStaffSessionsMutation = graphql(
  `mutation EndStaffSessions($id: EntityId!) { endStaffSessions(id: $id) }`,
);
export const resetStaffPasswordMutation = graphql(
  `mutation ResetStaffPassword($id: EntityId!, $expectedVersion: Int!) { resetStaffPassword(id: $id, expectedVersion: $expectedVersion) { oneTimePassword user { ...StaffUserFields } } }`,
  [staffUserFields],
);
export const approveStaffGrantMutation = graphql(
  `mutation ApproveStaffGrant($input: StaffGrantInput!) { approveStaffGrant(input: $input) { ...StaffUserFields } }`,
  [staffUserFields],
);
export const rejectStaffGrantMutation = graphql(
  `mutation RejectStaffGrant($input: RejectStaffGrantInput!) { rejectStaffGrant(input: $input) { ...StaffUserFields } }`,
  [staffUserFields],
);
export const withdrawStaffGrantMutation = graphql(
  `mutation WithdrawStaffGrant($input: StaffGrantInput!) { withdrawStaffGrant(input: $input) { ...StaffUserFields } }`,
  [staffUserFields],
);
