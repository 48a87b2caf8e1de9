/** Proposals the matrix asks about, each with one invoice; mine: the caller proposed it. */
import { type Bulk, freshId } from '../support/bulk.ts';
import { hoursAgo } from '../support/days.ts';
import { say, type Zone } from './canaries.ts';
import { addInvoice } from './invoice-rows.ts';
import type { Bag } from './rows.ts';

export const REISSUE_TABLES = ['reissue_proposal', 'reissue_row'] as const;

interface ProposalOf {
  readonly organisation: 1 | 2;
  readonly zone: Zone;
  readonly orderId: string;
  readonly firmId: string;
  readonly personId: string;
  /** staff_user.id */
  readonly by: string;
}

/** @returns what a call about it needs */
export function addReissue(bulk: Bulk, { by, ...of }: ProposalOf): Bag {
  const [id, row] = [freshId(), { organisation_id: of.organisation }];
  bulk.add('reissue_proposal', {
    ...{ ...row, id, firm_id: of.firmId, cause: 'WRONG_REFERENCE', state: 'PROPOSED', version: 1 },
    ...{ reference: say('ordererName', of.zone), proposed_by: by, proposed_at: hoursAgo(3) },
  });
  const { id: invoice_id } = addInvoice(bulk, of);
  bulk.add('reissue_row', { ...row, id: freshId(), proposal_id: id, invoice_id, state: 'WAITING' });
  return { id, expectedVersion: 1, reason: 'Feil prosjekt.', digest: '0'.repeat(64) };
}
