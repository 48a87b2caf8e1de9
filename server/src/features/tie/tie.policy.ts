/** For what is decided without a case: nobody decides about those she is tied to (fvl. § 6). */
import type { Tx } from '../../platform/db/db.ts';
import { AppError } from '../../platform/errors.ts';

const TIED = 'select app_is_tied_to($1::bigint[], $2::bigint[]) as tied';

/** Ids of person and organisation; null where there is none. */
export interface Concerned {
  readonly persons: readonly (string | null)[];
  readonly firms: readonly (string | null)[];
}

/** @throws AppError BARRED */
export async function requireUntied(tx: Tx, { persons, firms }: Concerned): Promise<void> {
  const row = await tx.one<{ tied: boolean }>(TIED, [persons, firms]);
  if (row?.tied) throw new AppError('BARRED');
}
