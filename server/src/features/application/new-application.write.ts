/** Brings an application into being: one way for staff, the portal's machine and the mailbox. */
import { addWorkingDays, type LocalDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Language } from '../../platform/language.ts';
import { catalogueOn } from '../exception-catalogue/exception-catalogue.readmodel.ts';
import { settingsOn } from '../setting/setting.readmodel.ts';
import type { ApplicationChannel, ApplicationCode, WorkerRelation } from './application.enums.ts';
import type { ApplicationClaims } from './application-state.write.ts';

export interface NamedWorker {
  readonly personId: string;
  readonly relation: WorkerRelation;
}

export interface NewApplication {
  readonly code: ApplicationCode;
  readonly channel: ApplicationChannel;
  readonly receivedOn: LocalDate;
  readonly language: Language;
  /** Null for exceptions of a firm. */
  readonly personId: string | null;
  /** The main unit. */
  readonly firmId: string;
  /** Spouse, proprietor: whom the right comes from. */
  readonly relatedPersonId: string | null;
  readonly wantedFrom: LocalDate | null;
  /** Last day of the permit, contract or measure, as the paper says. */
  readonly evidenceEndsOn: LocalDate | null;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly orderNumber: string | null;
  readonly claims: ApplicationClaims;
  /** Of a firm that applies for approval: who work in it without being employed. */
  readonly namedWorkers?: readonly NamedWorker[];
}

export interface RegisteredApplication {
  readonly id: string;
  readonly caseId: string;
  readonly number: string;
}

const REGISTER =
  'select id::text, case_id::text as "caseId", number from register_application($1, $2, $3, $4, $5)';

/** The due date counts from the day it was received. Personal papers by e-mail make a closed case on which nothing can be decided. */
export async function newApplication(
  tx: Tx,
  told: NewApplication,
  { at, today }: { readonly at: Date; readonly today: LocalDate },
): Promise<RegisteredApplication> {
  const { register } = (await catalogueOn(tx, told.receivedOn))[told.code];
  const { exceptionDueDays: days } = await settingsOn(tx, today);
  const due = addWorkingDays(told.receivedOn, days);
  const values = [JSON.stringify({ ...told, register }), at, today, days, due];
  const row = await tx.one<RegisteredApplication & Record<string, unknown>>(REGISTER, values);
  if (!row) throw new Error('the database registered no application');
  return row;
}
