import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Language } from '../../platform/language.ts';
import type { ApplicationStatus } from '../application/application.enums.ts';
import type { MailRecord } from '../correspondence/mail.row.ts';
import type {
  DecisionReasonType,
  ImageDecisionType,
  ImageSubmissionType,
  StoredImageType,
} from '../image-review/image-review.type.ts';
import type { OrderItemType } from '../order/order.type.ts';
import type { OrganisationType } from '../organisation/organisation.type.ts';
import type { PersonType } from '../person/person.type.ts';
import type { StaffRefType } from '../staff/me.type.ts';
import type { UploadLinkType } from '../upload/upload.type.ts';
import type { CaseChannel, CaseKind, CaseQueue, CaseStatus, HoldReason } from './case.enums.ts';
import type { BarredPersonType, CaseEventEntryType, CaseLinkType, DraftType } from './case.type.ts';
import type { HoldPeriod } from './deadline.rules.ts';

/** A value as PostgreSQL's JSON carries it: points in time are text, staff have no initials yet. */
export type Json<T> = T extends Date
  ? string
  : T extends StaffRefType
    ? Omit<T, 'initials'>
    : T extends (infer U)[]
      ? Json<U>[]
      : T extends object
        ? { [K in keyof T]: Json<T[K]> }
        : T;

type JsonImage = Omit<StoredImageType, 'displayUrl' | 'thumbnailUrl'>;

export interface JsonDecision extends Json<Omit<ImageDecisionType, 'reasons'>> {
  reasons: Pick<DecisionReasonType, 'code' | 'part'>[] | null;
  undoUntil: string;
  mailLeft: boolean;
}

export interface JsonSubmission
  extends Json<Omit<ImageSubmissionType, 'photo' | 'identification' | 'decision'>> {
  photo: JsonImage;
  identification: JsonImage;
  decision: JsonDecision | null;
}

/** One row of the statement in case-detail.sql.ts. An aggregate over nothing is null. */
export interface CaseDetailRow {
  id: string;
  organisation_id: number;
  number: string;
  kind: CaseKind;
  status: CaseStatus;
  queue: CaseQueue;
  priority: number;
  channel: CaseChannel;
  language: Language;
  version: number;
  title: string | null;
  description: string | null;
  opened_on: LocalDate;
  due_on: LocalDate;
  due_days: number;
  promised_on: LocalDate | null;
  closed_at: Date | null;
  hold_reason: HoldReason | null;
  hold_until: LocalDate | null;
  hold_note: string | null;
  reserved_by: string | null;
  reserved_until: Date | null;
  reserver: string | null;
  barred_me: boolean;
  /** Of an application for an exception. */
  application: { status: ApplicationStatus; proposedBy: string | null } | null;
  reader_language: string | null;
  organisation: OrganisationType | null;
  person: PersonType | null;
  orderItem: OrderItemType | null;
  holds: HoldPeriod[] | null;
  events: Json<CaseEventEntryType>[] | null;
  links: (CaseLinkType & { personId: string | null })[] | null;
  barred: Json<BarredPersonType>[] | null;
  takers: (Json<StaffRefType> & { roles: string[] })[] | null;
  drafts: Json<DraftType>[] | null;
  submissions: JsonSubmission[] | null;
  mails: MailRecord[] | null;
  uploadLink: Json<UploadLinkType> | null;
}
