/** Gives every enum its name in the schema. */

import { registerEnumType } from 'type-graphql';
import { OddityKind, ReviewVerdict } from './features/access-review/access-review.enums.ts';
import { AppealOutcome, BodyOutcome } from './features/appeal/appeal.enums.ts';
import {
  ApplicationChannel,
  ApplicationCode,
  ApplicationRegister,
  ApplicationStatus,
  ApprovalCode,
  ForeignStaff,
  WorkerRelation,
} from './features/application/application.enums.ts';
import { Agreement, FactKey } from './features/application/claim-facts.enums.ts';
import { Likeness } from './features/application/precedent.rules.ts';
import { AuditKind } from './features/audit/audit.enums.ts';
import { CallerCapacity, CallOutcome, PowerScope } from './features/caller/caller.enums.ts';
import { BlockReason, CardStatus } from './features/card/card.enums.ts';
import { BlockRequest, CardPageAction, CardRecord } from './features/card/card-page.enums.ts';
import { TipCategory } from './features/card-tip/card-tip.enums.ts';
import {
  BarReason,
  CaseAction,
  CaseChannel,
  CaseEventType,
  CaseKind,
  CaseQueue,
  CaseRelation,
  CaseSort,
  CaseStatus,
  CloseReason,
  HandOverReason,
  HoldReason,
  OwnerFilter,
  ReleaseReason,
  ReopenReason,
  SkipReason,
  SortDirection,
} from './features/case/case.enums.ts';
import {
  ConfirmationRefusal,
  ConfirmationState,
  ConfirmationStatement,
} from './features/confirmation/confirmation.enums.ts';
import { VisitOutcome } from './features/control-visit/control-visit.enums.ts';
import { MailStatus, MailTemplate } from './features/correspondence/mail.enums.ts';
import { DecisionKind, ProposalPart, ProposalState } from './features/decision/decision.enums.ts';
import { DelegationRevokeReason } from './features/delegation/delegation.enums.ts';
import {
  EntryEnd,
  EntrySort,
  EntryState,
  EntryStepKind,
  WithdrawalRefusal,
} from './features/exception/entry.enums.ts';
import { ExceptionCode } from './features/exception/exception.enums.ts';
import {
  AllowedChannels,
  BypassedRegister,
  ClaimFact,
  ConditionFor,
  ConditionSource,
  ConditionState,
  DecisionOutcome,
  DocumentDate,
  DocumentKind,
  ExceptionSubject,
  LegalReference,
  RegisterDuty,
  UsualCode,
  ValidityKind,
} from './features/exception-catalogue/exception-catalogue.enums.ts';
import { RehearsalReason } from './features/exception-catalogue/rehearsal.enums.ts';
import { ApprovalRegister, FirmApprovalStatus } from './features/firm-approval/firm-approval.enums.ts';
import {
  FindingLevel,
  ImagePart,
  ImageReason,
  ImageRequirement,
  ImageSubmissionStatus,
  SubmissionChannel,
} from './features/image-review/image-review.enums.ts';
import {
  InboundMailState,
  MailDiscardReason,
  MailMatch,
  MailProblem,
} from './features/inbound-mail/inbound-mail.enums.ts';
import { InvoiceState } from './features/invoice/invoice.enums.ts';
import { InvoiceKind } from './features/invoice/invoice-document.rules.ts';
import { AmbiguityReason, Confirmation, FindingState } from './features/invoice-query/finding.enums.ts';
import { QueryFault, QueryOutcome } from './features/invoice-query/invoice-query.enums.ts';
import {
  AskedUnit,
  NumberFault,
  NumberLabel,
  NumberMeaning,
} from './features/invoice-query/query-number.enums.ts';
import { LetterKind, LetterPart, LetterPoint, LetterSignerRole } from './features/letter/letter.enums.ts';
import { ClientAuthentication, MachineClientKind } from './features/machine-client/machine-client.enums.ts';
import {
  CancelReason,
  OrderChannel,
  OrderItemStatus,
  Payment,
  Scheme,
} from './features/order/order.enums.ts';
import { OrderAction, OrderEventSource, OrderSort, OrderWait } from './features/order/order-page.enums.ts';
import {
  DelegationState,
  EmploymentSource,
  FirmRefreshOutcome,
  FirmStatus,
} from './features/organisation/firm.enums.ts';
import { PersonRegisterStatus, RevealPurpose } from './features/person/person.enums.ts';
import { CheckOutcome, CheckReason, Register } from './features/register-check/register-check.enums.ts';
import { SearchGroup } from './features/search/search.enums.ts';
import { DecisionTextKind } from './features/text-block/decision-text.enums.ts';
import { DeliveryStatus, PauseReason } from './features/webhook/webhook.enums.ts';
import { Language } from './platform/language.ts';

const ENUMS = {
  RehearsalReason,
  DecisionTextKind,
  Agreement,
  FactKey,
  OddityKind,
  ReviewVerdict,
  CaseKind,
  CaseStatus,
  CaseQueue,
  CaseChannel,
  CaseAction,
  CaseEventType,
  SkipReason,
  ReleaseReason,
  HandOverReason,
  HoldReason,
  BarReason,
  ReopenReason,
  CloseReason,
  TipCategory,
  CaseRelation,
  OwnerFilter,
  CaseSort,
  SortDirection,
  ImageReason,
  ImagePart,
  ImageSubmissionStatus,
  SubmissionChannel,
  FindingLevel,
  ImageRequirement,
  Scheme,
  OrderItemStatus,
  OrderChannel,
  CancelReason,
  Payment,
  OrderAction,
  OrderEventSource,
  OrderSort,
  OrderWait,
  CardStatus,
  CheckOutcome,
  Register,
  CheckReason,
  ExceptionCode,
  ApprovalCode,
  ApplicationCode,
  ApplicationRegister,
  ApplicationStatus,
  ApplicationChannel,
  ForeignStaff,
  WorkerRelation,
  DecisionKind,
  Likeness,
  EntryEnd,
  EntrySort,
  EntryState,
  EntryStepKind,
  WithdrawalRefusal,
  AllowedChannels,
  BypassedRegister,
  ConditionSource,
  ConditionState,
  ClaimFact,
  ConditionFor,
  DecisionOutcome,
  DocumentDate,
  DocumentKind,
  ExceptionSubject,
  LegalReference,
  RegisterDuty,
  UsualCode,
  ValidityKind,
  AppealOutcome,
  BodyOutcome,
  ProposalPart,
  ProposalState,
  LetterKind,
  LetterPart,
  LetterPoint,
  LetterSignerRole,
  MailStatus,
  MailTemplate,
  InboundMailState,
  MailMatch,
  MailProblem,
  MailDiscardReason,
  RevealPurpose,
  SearchGroup,
  AuditKind,
  MachineClientKind,
  DeliveryStatus,
  PauseReason,
  ClientAuthentication,
  BlockReason,
  BlockRequest,
  CardPageAction,
  CardRecord,
  DelegationRevokeReason,
  DelegationState,
  EmploymentSource,
  FirmRefreshOutcome,
  FirmStatus,
  ApprovalRegister,
  FirmApprovalStatus,
  VisitOutcome,
  ConfirmationState,
  ConfirmationStatement,
  ConfirmationRefusal,
  PersonRegisterStatus,
  FindingState,
  Confirmation,
  AmbiguityReason,
  AskedUnit,
  NumberFault,
  NumberLabel,
  NumberMeaning,
  QueryFault,
  QueryOutcome,
  InvoiceKind,
  InvoiceState,
  CallerCapacity,
  CallOutcome,
  PowerScope,
  Language,
};

export function registerEnums(): void {
  for (const [name, values] of Object.entries(ENUMS)) registerEnumType(values, { name });
}
