import { combineDataProviders, type DataProvider, HttpError } from 'react-admin';

const notOffered = (resource: string) => Promise.reject(new HttpError(`${resource}: not offered`, 404));

/** A resource offers react-admin's pages only what it has; everything else is refused. */
const offering = (verbs: Partial<DataProvider>): DataProvider => ({
  getList: notOffered,
  getOne: notOffered,
  getMany: notOffered,
  getManyReference: notOffered,
  create: notOffered,
  update: notOffered,
  updateMany: notOffered,
  delete: notOffered,
  deleteMany: notOffered,
  ...verbs,
});

/**
 * One line per resource that uses react-admin's own pages: `staff: offering({ getOne, update })`. All other pages call
 * their resource's verbs directly (`resources/<plural>/<noun>.provider.ts`).
 */
const providers: Record<string, DataProvider> = {};

export const dataProvider = combineDataProviders(resource => providers[resource] ?? offering({}));
