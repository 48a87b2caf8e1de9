import { graphql, type ResultOf } from './graphql/graphql.ts';

const meFields = graphql(`
  fragment MeFields on Me {
    id name initials email roles
    organisation { id kind name }
    permissions { resource action }
    preferences sessionIdleMinutes sessionEndsAt signInMethod
  }
`);

export const openingQuery = graphql(
  `
    query Opening {
      deskSettings {
        version demoMode mailDelivery uploadMaxBytes undoSeconds sessionIdleMinutes signInProvider
        demoAccounts { email name initials role organisationName }
      }
      me { ...MeFields }
    }
  `,
  [meFields],
);
export const provedAtQuery = graphql(`query ProvedAt { me { provedAt } }`);
export const versionQuery = graphql(`query Version { deskSettings { version } }`);
export const signInMutation = graphql(
  `mutation SignIn($email: ShortText!, $password: ShortText!) { signIn(email: $email, password: $password) { ...MeFields } }`,
  [meFields],
);
export const signInDemoMutation = graphql(
  `mutation SignInDemo($email: ShortText!) { signInDemo(email: $email) { ...MeFields } }`,
  [meFields],
);
export const changePasswordMutation = graphql(
  `mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) { ...MeFields } }`,
  [meFields],
);
export const confirmSignInMutation = graphql(
  `mutation ConfirmSignIn($password: ShortText) { confirmSignIn(password: $password) }`,
);
export const endMySessionMutation = graphql(
  `mutation EndMySession($id: EntityId!) { endMySession(id: $id) }`,
);
export const endMyOtherSessionsMutation = graphql(`mutation EndMyOtherSessions { endMyOtherSessions }`);
export const signOutMutation = graphql(`mutation SignOut { signOut }`);
export const signOutEverywhereMutation = graphql(`mutation SignOutEverywhere { signOutEverywhere }`);
export const mySessionsQuery = graphql(
  `query MySessions { mySessions { id createdAt seenAt device current } }`,
);

type Opening = ResultOf<typeof openingQuery>;
export type Me = NonNullable<Opening['me']>;
export type Settings = Opening['deskSettings'];
