import { request } from '../../graphql/client.ts';
import type { EnumOf, VariablesOf } from '../../graphql/graphql.ts';
import {
  createMachineMutation,
  endMachineSecretMutation,
  machineQuery,
  machinesQuery,
  makeMachineSecretMutation,
  updateMachineMutation,
} from './machine.documents.ts';

export type MachineKind = EnumOf<'MachineClientKind'>;
export type Authentication = EnumOf<'ClientAuthentication'>;

const ORDERING = ['order.place', 'order.read', 'image.attach', 'card.read', 'card.block', 'exception.apply'];
/** Scopes by kind, as the server holds them too; it refuses any other mix. */
export const scopesOf: Record<MachineKind, readonly string[]> = {
  API2: ORDERING,
  PORTAL: ORDERING,
  CARD_CHECK: ['card.check'],
  CONTROL: ['card.check', 'card.control'],
  PRODUCTION: ['production'],
};

interface MachinePage {
  text: string | null;
  first: number;
  after: string | null;
}

export async function listMachines({ text, first, after }: MachinePage, signal?: AbortSignal) {
  const variables = { filter: { text }, page: { first, after } };
  return (await request(machinesQuery, variables, signal ? { signal } : {})).machineClients;
}

export async function getMachine(id: string, signal: AbortSignal) {
  return (await request(machineQuery, { id }, { signal })).machineClient;
}

export async function createMachine(input: VariablesOf<typeof createMachineMutation>['input']) {
  return (await request(createMachineMutation, { input })).createMachineClient;
}

export async function updateMachine(input: VariablesOf<typeof updateMachineMutation>['input']) {
  return (await request(updateMachineMutation, { input })).updateMachineClient;
}

/** The secret is in this answer and nowhere else. */
export async function makeMachineSecret(input: VariablesOf<typeof makeMachineSecretMutation>['input']) {
  return (await request(makeMachineSecretMutation, { input })).makeMachineSecret;
}

export async function endMachineSecret(variables: VariablesOf<typeof endMachineSecretMutation>) {
  return (await request(endMachineSecretMutation, variables)).endMachineSecret;
}
