/** What a decision does to the register of approved firms; the history and the orders that wait follow in the database. */
import type { Tx } from '../../platform/db/db.ts';
import type { LockedApplication } from '../application/application-state.write.ts';
import type { DecisionOutcome } from '../exception-catalogue/exception-catalogue.enums.ts';
import type { ApprovalCause, FirmApprovalStatus } from './firm-approval.enums.ts';

export interface NewApproval {
  /** Null: the firm is in the register no longer. */
  readonly status: FirmApprovalStatus | null;
  readonly cause: ApprovalCause;
  readonly applicationId: string;
  readonly decisionId: string | null;
  /** Last day of an agency's year. */
  readonly validTo?: string | null;
}

const SET = 'select set_firm_approval($1, $2, $3, $4) as changed';
/** Whether this application put the firm where it is, and what it was before. */
const BEFORE = `select exists (select from firm_approval n where n.application_id = $1) as mine, (select b.status from firm_approval a
  join firm_approval b on b.firm_id = a.firm_id and b.register = a.register and b.to_at = a.from_at
  where a.application_id = $1 and a.cause = 'APPLIED' order by a.id desc limit 1) as before`;

/** @returns false when the firm was that already */
export async function setFirmApproval(
  tx: Tx,
  { firm_id, register }: Pick<LockedApplication, 'firm_id' | 'register'>,
  { approval, at }: { readonly approval: NewApproval; readonly at: Date },
): Promise<boolean> {
  const row = await tx.one<{ changed: boolean }>(SET, [firm_id, register, JSON.stringify(approval), at]);
  return row?.changed ?? false;
}

interface Before extends Record<string, unknown> {
  readonly mine: boolean;
  readonly before: FirmApprovalStatus | null;
}

/** Null: in the register no longer. Undefined: what it is rests on another application, and stays. */
type After = FirmApprovalStatus | null | undefined;

/** Granted: approved, with or without employees. Refused: not approved. Dismissed or taken back: as before this application. */
export async function approvalAfter(
  tx: Tx,
  { id, code, claims }: LockedApplication,
  outcome: DecisionOutcome,
): Promise<After> {
  if (outcome === 'GRANT') {
    if (code === 'STAFFING_AGENCY') return 'APPROVED';
    return claims.employees === 0 ? 'APPROVED_WITHOUT_EMPLOYEES' : 'APPROVED_WITH_EMPLOYEES';
  }
  const told = await tx.one<Before>(BEFORE, [id]);
  if (!told?.mine) return undefined;
  return outcome === 'DISMISS' ? told.before : 'NOT_APPROVED';
}

/** What the firm was in the register when it applied. */
export const statusBefore = async (
  tx: Tx,
  { id }: Pick<LockedApplication, 'id'>,
): Promise<FirmApprovalStatus | null> => (await tx.one<Before>(BEFORE, [id]))?.before ?? null;
