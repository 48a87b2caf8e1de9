/** Takes back the right to order, for leaders who have been asked to or have found misuse. */
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { requireUntied } from '../tie/tie.policy.ts';
import type { RevokeDelegationInput } from './delegation.input.ts';
import { lockDelegation, revokeDelegation } from './delegation.write.ts';

const REVOKE = { resource: 'delegation', action: 'revoke' };
const ORG_NUMBER = 'select org_number from organisation where id = $1';

export class DelegationService {
  constructor(private readonly parts: { readonly access: Access; readonly clock: Clock }) {}

  /** @returns organisation number of the firm. @throws AppError NOT_FOUND, FORBIDDEN, STALE, ACTION_NOT_AVAILABLE */
  async revoke(db: Db, { id, reason, comment, expectedVersion }: RevokeDelegationInput): Promise<string> {
    return db.transaction(async tx => {
      const delegation = await lockDelegation(tx, id);
      this.parts.access.require(db.principal, REVOKE, { organisationId: delegation.organisation_id });
      await requireUntied(tx, { persons: [delegation.person_id], firms: [delegation.firm_id] });
      const at = this.parts.clock.now();
      await revokeDelegation(tx, delegation, {
        at,
        reason,
        comment: comment?.trim() || null,
        expectedVersion,
      });
      const firm = await tx.one<{ org_number: string }>(ORG_NUMBER, [delegation.firm_id]);
      return firm?.org_number ?? '';
    });
  }
}
