/** What a Db needs to work as the jobs do: their role, their rows, no entities. */
import type { ShownMemory } from '../audit/shown.ts';
import type { DbParts } from './db.ts';
import { createPool } from './pool.ts';
import { JOB_ROLE } from './roles.ts';

const CONNECTIONS = 4;

const noEntityManager = () => {
  throw new Error('Jobs do not use the EntityManager.');
};

/** Connects at the first job. */
export const jobDbParts = (url: string, shown: ShownMemory): DbParts => ({
  pool: createPool({ url, size: CONNECTIONS, role: JOB_ROLE }),
  forkEm: noEntityManager,
  joinEm: noEntityManager,
  shown,
  // Rows are open to the role itself, as far as its grants go.
  scopesOf: () => '',
});
