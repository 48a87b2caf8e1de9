/** Lets a card that came back from production, or was held back, go again at the next hand-over, for whoever has seen to it. */
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { AppError, invalid, notFound, stale } from '../../platform/errors.ts';
import type { ProductionLineStatus } from './production.enums.ts';
import type { ReleaseProductionLineInput } from './production.input.ts';
import { canRelease } from './production.rules.ts';
import { LOCK_LINE, RELEASE } from './production.sql.ts';

interface Locked extends Record<string, unknown> {
  organisation_id: number;
  status: ProductionLineStatus;
  released: boolean;
  version: number;
}

export class ReleaseLineService {
  constructor(private readonly parts: { readonly access: Access; readonly clock: Clock }) {}

  /** @throws AppError NOT_FOUND, ACTION_NOT_AVAILABLE, STALE, VALIDATION_FAILED (reason) */
  async release(db: Db, { id, expectedVersion, reason }: ReleaseProductionLineInput): Promise<void> {
    if (reason.trim() === '') throw invalid({ reason: 'REQUIRED' });
    await db.transaction(async tx => {
      const line = await tx.one<Locked>(LOCK_LINE, [id]);
      if (!line) throw notFound();
      const right = { resource: 'production', action: 'release' } as const;
      this.parts.access.require(db.principal, right, { organisationId: line.organisation_id });
      if (line.version !== expectedVersion) throw stale(line.version);
      if (!canRelease(line)) throw new AppError('ACTION_NOT_AVAILABLE');
      await tx.query(RELEASE, [id, this.parts.clock.now(), reason.trim()]);
    });
  }
}
