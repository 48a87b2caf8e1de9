import { request } from '../../graphql/client.ts';
import type { VariablesOf } from '../../graphql/graphql.ts';
import { productionBatchQuery, productionQuery, releaseLineMutation } from './production.documents.ts';

export async function getProduction(page: { first: number; after: string | null }, signal: AbortSignal) {
  return (await request(productionQuery, { page }, { signal })).production;
}

export async function getBatch(id: string, signal: AbortSignal) {
  return (await request(productionBatchQuery, { id }, { signal })).productionBatch;
}

/** The card goes with the next batch. */
export async function releaseLine(input: VariablesOf<typeof releaseLineMutation>['input']) {
  return (await request(releaseLineMutation, { input })).releaseProductionLine;
}
