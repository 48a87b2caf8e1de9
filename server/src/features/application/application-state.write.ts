/** The only place that changes the state of an application; the database refuses what the state table does not have. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import { AppError, notFound, stale } from '../../platform/errors.ts';
import type { Language } from '../../platform/language.ts';
import type {
  ApplicationChannel,
  ApplicationCode,
  ApplicationRegister,
  ApplicationStatus,
  ForeignStaff,
} from './application.enums.ts';
import { type ApplicationTrigger, nextApplicationStatus } from './application.rules.ts';

/** What the application itself says beside its columns. */
export interface ApplicationClaims {
  readonly vatProvision?: string | null;
  readonly foreignStaff?: ForeignStaff | null;
  readonly note?: string | null;
  /** Of a firm that applies for approval: how many it employs, how many of all who work there need a card. */
  readonly employees?: number | null;
  readonly workers?: number | null;
  /** Whether forurensningsforskriften § 15-1 applies to it. */
  readonly dischargeDuty?: boolean | null;
}

/** An application held for update. */
export interface LockedApplication {
  id: string;
  organisation_id: number;
  case_id: string;
  number: string;
  code: ApplicationCode;
  register: ApplicationRegister;
  person_id: string | null;
  firm_id: string;
  related_person_id: string | null;
  status: ApplicationStatus;
  channel: ApplicationChannel;
  received_on: LocalDate;
  wanted_from: LocalDate | null;
  evidence_ends_on: LocalDate | null;
  contact_email: string | null;
  language: Language;
  claims: ApplicationClaims;
  version: number;
}

export const APPLICATION_COLUMNS = `a.id::text, a.organisation_id, a.case_id::text, a.number, a.code, a.register, a.person_id::text, a.firm_id::text,
  a.related_person_id::text, a.status, a.channel, a.received_on::text, a.wanted_from::text, a.evidence_ends_on::text, a.contact_email, a.language, a.claims, a.version`;
const LOCK = `select ${APPLICATION_COLUMNS} from exception_application a where a.case_id = $1 for update`;
const MOVE = `update exception_application set status = $2, status_at = $3, decided_on = coalesce($4, decided_on) where id = $1`;

/** Lock the case first (lockCase): everyone takes the two in this order. @throws AppError NOT_FOUND */
export async function lockApplication(tx: Tx, caseId: string): Promise<LockedApplication> {
  const row = await tx.one<LockedApplication & Record<string, unknown>>(LOCK, [caseId]);
  if (!row) throw notFound();
  return row;
}

/** @throws AppError STALE when papers or facts have changed since the user saw them */
export function requireContent(row: LockedApplication, version: number): void {
  if (row.version !== version) throw stale(row.version);
}

export interface ApplicationMove {
  readonly at: Date;
  /** Day of the decision. */
  readonly on?: LocalDate;
}

/** @returns the new status. @throws AppError ACTION_NOT_AVAILABLE when the state table has no such step */
export async function moveApplication(
  tx: Tx,
  row: Pick<LockedApplication, 'id' | 'status'>,
  { trigger, at, on }: ApplicationMove & { readonly trigger: ApplicationTrigger },
): Promise<ApplicationStatus> {
  const status = nextApplicationStatus(row.status, trigger);
  if (!status) throw new AppError('ACTION_NOT_AVAILABLE');
  await tx.query(MOVE, [row.id, status, at, on ?? null]);
  return status;
}

/** A proposal was sent back or fell: the application is where it was before. */
export async function returnApplication(
  tx: Tx,
  row: Pick<LockedApplication, 'id'>,
  { before, at }: { readonly before: ApplicationStatus; readonly at: Date },
): Promise<void> {
  await tx.query(MOVE, [row.id, before, at, null]);
}
