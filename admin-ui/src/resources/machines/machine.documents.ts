import { countFields, pageInfoFields } from '../../graphql/fragments.ts';
import { type FragmentOf, graphql } from '../../graphql/graphql.ts';

export const machineFields = graphql(
  `
    fragment MachineFields on MachineClient @_unmask {
      id clientId name kind authentication keyIds scopes active version createdAt lastUsedAt requestsToday
      firm { id orgNumber name }
      secrets { id hint createdAt expiresAt lastUsedAt live }
    }
  `,
);
export type Machine = FragmentOf<typeof machineFields>;

export const machinesQuery = graphql(
  `
    query Machines($filter: MachineClientFilter, $page: PageInput) {
      machineClients(filter: $filter, page: $page) {
        rows { ...MachineFields }
        pageInfo { ...PageInfoFields }
        count { ...CountFields }
      }
    }
  `,
  [machineFields, pageInfoFields, countFields],
);
export const machineQuery = graphql(
  `query Machine($id: EntityId!) { machineClient(id: $id) { ...MachineFields } }`,
  [machineFields],
);
export const createMachineMutation = graphql(
  `mutation CreateMachine($input: CreateMachineClientInput!) { createMachineClient(input: $input) { ...MachineFields } }`,
  [machineFields],
);
export const updateMachineMutation = graphql(
  `mutation UpdateMachine($input: UpdateMachineClientInput!) { updateMachineClient(input: $input) { ...MachineFields } }`,
  [machineFields],
);
export const makeMachineSecretMutation = graphql(
  `mutation MakeMachineSecret($input: MachineClientVersionInput!) { makeMachineSecret(input: $input) { secret client { ...MachineFields } } }`,
  [machineFields],
);
export const endMachineSecretMutation = graphql(
  `mutation EndMachineSecret($input: MachineClientVersionInput!, $secretId: EntityId!) { endMachineSecret(input: $input, secretId: $secretId) { ...MachineFields } }`,
  [machineFields],
);
