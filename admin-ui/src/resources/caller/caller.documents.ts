import { type FragmentOf, graphql, type VariablesOf } from '../../graphql/graphql.ts';

export const callFields = graphql(`
  fragment CallFields on Call {
    id capacity outcome at standsUntil personId personName firmId firmName orgNumber orderItemId cardId scope wider
    takenBy { name }
  }
`);
export type Call = FragmentOf<typeof callFields>;

export const verifyCallerMutation = graphql(
  `mutation VerifyCaller($input: VerifyCallerInput!) { verifyCaller(input: $input) { ...CallFields } }`,
  [callFields],
);
export type CallerClaim = VariablesOf<typeof verifyCallerMutation>['input'];

export const myCallsQuery = graphql(`query MyCalls { myCalls { ...CallFields } }`, [callFields]);

export const powerFields = graphql(`
  fragment PowerFields on PowerOfAttorney {
    id holderName holderBirthDate scope fromOn toOn receivedOn holds withdrawn wider version
  }
`);
export type Power = FragmentOf<typeof powerFields>;

export const powersQuery = graphql(
  `query PowersOfAttorney($personId: EntityId!) { powersOfAttorney(personId: $personId) { ...PowerFields } }`,
  [powerFields],
);
export const registerPowerMutation = graphql(
  `mutation RegisterPowerOfAttorney($input: RegisterPowerInput!) {
    registerPowerOfAttorney(input: $input) { ...PowerFields }
  }`,
  [powerFields],
);
export type NewPower = VariablesOf<typeof registerPowerMutation>['input'];
export const withdrawPowerMutation = graphql(
  `mutation WithdrawPowerOfAttorney($input: WithdrawPowerInput!) {
    withdrawPowerOfAttorney(input: $input) { ...PowerFields }
  }`,
  [powerFields],
);
