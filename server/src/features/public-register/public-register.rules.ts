/** Decides what anyone is told of a firm in the registers of approved firms, and whether its services may be bought (domain section 5). */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import { ApprovalRegister, type FirmApprovalStatus } from '../firm-approval/firm-approval.enums.ts';
import { lawfulToBuy } from '../firm-approval/firm-approval.rules.ts';
import type { FirmStatus } from '../organisation/firm.enums.ts';

/** A firm in one of the registers, as the database tells it to anyone. */
export interface ToldEntry {
  readonly org_number: string;
  readonly name: string;
  /** Of a sole proprietor the municipality, of other firms the postal place; null when it is not known, or not told. */
  readonly place: string | null;
  readonly firm_status: FirmStatus;
  readonly register: ApprovalRegister;
  readonly status: FirmApprovalStatus;
  readonly since: LocalDate;
  readonly valid_to: LocalDate | null;
}

export interface RegisterEntry {
  readonly orgNumber: string;
  readonly name: string;
  readonly place: string | null;
  /** In Enhetsregisteret. */
  readonly firmStatus: FirmStatus;
  readonly register: ApprovalRegister;
  readonly status: FirmApprovalStatus;
  readonly since: LocalDate;
  readonly validTo: LocalDate | null;
  readonly lawfulToBuy: boolean;
}

type Standing = Pick<ToldEntry, 'firm_status' | 'register' | 'status' | 'since' | 'valid_to'>;

/** From an agency nobody may hire before it is approved; a firm that is bankrupt or removed sells nothing, whatever its approval. */
export function mayBuyFrom(entry: Standing, today: LocalDate): boolean {
  const { firm_status: firm, register, status, since, valid_to: validTo } = entry;
  if (firm === 'BANKRUPT' || firm === 'REMOVED') return false;
  if (register === ApprovalRegister.STAFFING && status !== 'APPROVED') return false;
  return lawfulToBuy({ status, since, validTo }, today);
}

export const entryOf = (told: ToldEntry, today: LocalDate): RegisterEntry => ({
  orgNumber: told.org_number,
  name: told.name,
  place: told.place,
  firmStatus: told.firm_status,
  register: told.register,
  status: told.status,
  since: told.since,
  validTo: told.valid_to,
  lawfulToBuy: mayBuyFrom(told, today),
});
