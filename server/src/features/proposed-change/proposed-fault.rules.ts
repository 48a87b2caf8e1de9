/** Says what is wrong with a proposed body by the fields its proposer filled in. */
import type { ZodError } from 'zod';
import type { Faults } from './proposed-change.service.ts';

/** By the name of each field of the input. */
export const faultsOf = ({ issues }: ZodError): Faults =>
  Object.fromEntries(issues.map(({ path }) => [fieldOf(path), 'INVALID']));

/** By the name of the input's field. */
const fieldOf = (path: readonly PropertyKey[]): string =>
  String(path[0] === 'thresholds' ? path[1] : path[0]);
