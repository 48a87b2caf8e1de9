/** Machines the matrix asks about: one at every call, with a secret; they belong to no organisation. */
import { type Bulk, freshId } from '../support/bulk.ts';
import type { Bag } from './rows.ts';

export const MACHINE_TABLES = ['machine_client', 'machine_secret'] as const;

export function addMachine(bulk: Bulk): Bag {
  const [id, secretId] = [freshId(), freshId()];
  bulk.add('machine_client', {
    id,
    client_id: `hk-matrise-${id}`,
    name: 'Prøveportal',
    kind: 'PORTAL',
    authentication: 'SECRET',
    scopes: ['order.read'],
    active: true,
    version: 1,
    created_at: new Date(),
  });
  bulk.add('machine_secret', {
    id: secretId,
    client_id: id,
    hash: `x${id}`,
    hint: 'abcd',
    created_at: new Date(),
  });
  return { id, secretId, name: 'Prøveportal', scopes: ['order.read'], active: true, expectedVersion: 1 };
}
