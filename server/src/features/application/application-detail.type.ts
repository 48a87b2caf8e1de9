import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { DateTime, EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { Language } from '../../platform/language.ts';
import { BodyOutcome } from '../appeal/appeal.enums.ts';
import { CardStatus } from '../card/card.enums.ts';
import { DecisionKind } from '../decision/decision.enums.ts';
import {
  ConditionSource,
  ConditionState,
  DecisionOutcome,
  DocumentKind,
  ValidityKind,
} from '../exception-catalogue/exception-catalogue.enums.ts';
import { ApplicationRuleType } from '../exception-catalogue/exception-catalogue.type.ts';
import { FirmApprovalStatus } from '../firm-approval/firm-approval.enums.ts';
import { OrderItemStatus, Scheme } from '../order/order.enums.ts';
import { FirmStatus } from '../organisation/firm.enums.ts';
import { PersonType } from '../person/person.type.ts';
import { CheckOutcome } from '../register-check/register-check.enums.ts';
import { StaffRefType } from '../staff/me.type.ts';
import { WordingType } from '../text-block/wording.type.ts';
import {
  ApplicationChannel,
  ApplicationCode,
  ApplicationRegister,
  ApplicationStatus,
  ForeignStaff,
  WorkerRelation,
} from './application.enums.ts';

@ObjectType('ApplicationFirm', { simpleResolvers: true, description: 'As the register of firms has it.' })
export class ApplicationFirmType {
  @Field(() => EntityId) id: string;
  @Field(() => String) orgNumber: string;
  @Field(() => String) name: string;
  @Field(() => String) form: string;
  @Field(() => FirmStatus) status: FirmStatus;
  @Field(() => String, { nullable: true }) sectorCode: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) registeredOn: string | null;
  @Field(() => Int, { nullable: true }) employees: number | null;
}

@ObjectType('ApplicationClaims', { simpleResolvers: true, description: 'What the application itself says.' })
export class ApplicationClaimsType {
  @Field(() => String, { nullable: true }) vatProvision: string | null;
  @Field(() => ForeignStaff, { nullable: true }) foreignStaff: ForeignStaff | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => Int, { nullable: true, description: 'Employees, as a firm says that applies for approval.' })
  employees: number | null;
  @Field(() => Int, { nullable: true, description: 'Who need a card.' }) workers: number | null;
  @Field(() => Boolean, { nullable: true, description: 'forurensningsforskriften § 15-1 applies to it.' })
  dischargeDuty: boolean | null;
}

@ObjectType('ApprovalWorker', {
  simpleResolvers: true,
  description:
    'Works in the firm that applies for approval without being employed in it, as the application says.',
})
export class ApprovalWorkerType {
  @Field(() => PersonType) person: PersonType;
  @Field(() => WorkerRelation) relation: WorkerRelation;
  @Field(() => CardStatus, { nullable: true, description: 'Of her card in this firm; null: she has none.' })
  cardStatus: CardStatus | null;
}

@ObjectType('MissingPapers', { simpleResolvers: true, description: 'Kinds that would do together.' })
export class MissingPapersType {
  @Field(() => [DocumentKind]) kinds: DocumentKind[];
}

@ObjectType('ApprovalCondition', {
  simpleResolvers: true,
  description: 'How it stands with a condition of an approval.',
})
export class ApprovalConditionType {
  @Field(() => ConditionState, { nullable: true, description: 'Null: nobody has said yet.' })
  state: ConditionState | null;
  @Field(() => ConditionSource, { nullable: true, description: 'Who says so.' })
  source: ConditionSource | null;
  @Field(() => String, { nullable: true, description: 'Of the caseworker who spoke last.' })
  comment: string | null;
  @Field(() => String, { nullable: true }) saidBy: string | null;
  @Field(() => DateTime, { nullable: true }) saidAt: Date | null;
  @Field(() => EntityId, { nullable: true, description: 'The paper that was named.' })
  documentId: string | null;
  @Field(() => Boolean, { description: 'A caseworker may say how it stands.' }) assessable: boolean;
}

@ObjectType('WaitingCard', { simpleResolvers: true })
export class WaitingCardType {
  @Field(() => String) number: string;
  @Field(() => Int) line: number;
  @Field(() => OrderItemStatus) status: OrderItemStatus;
  @Field(() => LocalDateScalar) orderedOn: string;
}

@ObjectType('CardCoverage', {
  simpleResolvers: true,
  description: 'How many of those who need a card have one; the approval comes last.',
})
export class CardCoverageType {
  @Field(() => Int, { description: 'Known to work there.' }) known: number;
  @Field(() => Int, { description: 'With a valid card.' }) covered: number;
  @Field(() => Int, { nullable: true, description: 'As the application says.' }) wanted: number | null;
  @Field(() => Boolean, { description: 'Nobody waits for a card.' }) ready: boolean;
  @AtMost(20)
  @Field(() => [WaitingCardType])
  waiting: readonly WaitingCardType[];
}

@ObjectType('ApplicationRequirement', { simpleResolvers: true })
export class ApplicationRequirementType {
  @Field(() => String) key: string;
  @Field(() => WordingType) label: WordingType;
  @Field(() => Boolean) met: boolean;
  @Field(() => Boolean, { description: 'The letter about what is missing asks for it.' }) wanting: boolean;
  @Field(() => ApprovalConditionType, { nullable: true }) condition: ApprovalConditionType | null;
  @AtMost(8)
  @Field(() => [EntityId], { description: 'Documents that meet it; none for what the application says.' })
  by: string[];
  @AtMost(4)
  @Field(() => [MissingPapersType], { description: 'Any one of these would meet it.' })
  missing: MissingPapersType[];
}

@ObjectType('WaitingOrder', {
  simpleResolvers: true,
  description: "An order of the issuer's that this application holds up.",
})
export class WaitingOrderType {
  @Field(() => String) number: string;
  @Field(() => Int) line: number;
  @Field(() => Scheme) scheme: Scheme;
  @Field(() => LocalDateScalar) orderedOn: string;
  @Field(() => OrderItemStatus) status: OrderItemStatus;
  @Field(() => CheckOutcome) outcome: CheckOutcome;
  @Field(() => LocalDateScalar, { nullable: true }) cancelOn: string | null;
}

@ObjectType('ApplicationEntry', { simpleResolvers: true, description: 'In the register of exceptions.' })
export class ApplicationEntryType {
  @Field(() => EntityId) id: string;
  @Field(() => LocalDateScalar) fromOn: string;
  @Field(() => LocalDateScalar, { nullable: true }) toOn: string | null;
  @Field(() => Boolean) whileRole: boolean;
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day without it.' })
  endedOn: string | null;
  @Field(() => String, { nullable: true }) endReason: string | null;
}

@ObjectType('ApplicationDecision', { simpleResolvers: true })
export class ApplicationDecisionType {
  @Field(() => EntityId) id: string;
  @Field(() => DecisionKind) kind: DecisionKind;
  @Field(() => DecisionOutcome) outcome: DecisionOutcome;
  @Field(() => LocalDateScalar) decidedOn: string;
  @Field(() => StaffRefType, {
    nullable: true,
    description: 'Null: nobody; the registers answered yes, and the desk decided by itself.',
  })
  decidedBy: StaffRefType | null;
  @Field(() => StaffRefType, { nullable: true }) approvedBy: StaffRefType | null;
  @Field(() => LocalDateScalar, { nullable: true }) validFrom: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) validTo: string | null;
  @Field(() => Boolean) whileRole: boolean;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'By the newest letter about it; null also when every letter came back, as no time runs then.',
  })
  appealDeadlineOn: string | null;
  @Field(() => EntityId, { nullable: true, description: 'The decision it takes the place of.' })
  replacesId: string | null;
  @Field(() => String, { description: 'First characters of what was approved.' }) digest: string;
  @AtMost(20)
  @Field(() => [String], { description: 'Text blocks of the grounds, by code.' })
  groundCodes: string[];
  @AtMost(20)
  @Field(() => [String], { description: 'Rules of law, by code.' })
  statuteCodes: string[];
  @AtMost(20)
  @Field(() => [String], { description: 'Relied on, one sentence each.' })
  facts: string[];
  @Field(() => String) freeText: string;
}

@ObjectType('ApplicationLetter', { simpleResolvers: true })
export class ApplicationLetterType {
  @Field(() => EntityId) id: string;
  @Field(() => EntityId, { nullable: true }) decisionId: string | null;
  @Field(() => String) kind: string;
  @Field(() => String) channel: string;
  @Field(() => String) status: string;
  @Field(() => DateTime) createdAt: Date;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Came back: no time limit runs from it.' })
  returnedOn: string | null;
  @Field(() => Boolean, { description: 'Another has taken its place.' }) resent: boolean;
  @Field(() => DateTime, { nullable: true }) sentAt: Date | null;
}

@ObjectType('ApplicationAppeal', { simpleResolvers: true })
export class ApplicationAppealType {
  @Field(() => EntityId) id: string;
  @Field(() => EntityId) decisionId: string;
  @Field(() => LocalDateScalar) receivedOn: string;
  @Field(() => LocalDateScalar) deadlineOn: string;
  @Field(() => Boolean) late: boolean;
  @Field(() => String, { nullable: true }) outcome: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Let in though late; null: nobody has said.' })
  lateAccepted: boolean | null;
  @Field(() => DateTime, { nullable: true }) forwardedAt: Date | null;
  @Field(() => Boolean, { description: 'What the appeals body gets can be downloaded.' }) packaged: boolean;
  @Field(() => BodyOutcome, { nullable: true }) bodyOutcome: BodyOutcome | null;
  @Field(() => LocalDateScalar, { nullable: true }) bodyOutcomeOn: string | null;
}

@ObjectType('ProposedValidity', { simpleResolvers: true, description: 'By the rule; a person decides.' })
export class ProposedValidityType {
  @Field(() => LocalDateScalar) from: string;
  @Field(() => LocalDateScalar, { nullable: true }) to: string | null;
  @Field(() => Boolean) whileRole: boolean;
  @Field(() => ValidityKind) by: ValidityKind;
}

@ObjectType('SuggestedDecision', {
  simpleResolvers: true,
  description: 'A grant written out by the desk, for whoever signs it.',
})
export class SuggestedDecisionType {
  @Field(() => DateTime) at: Date;
  @Field(() => Int) covered: number;
  @Field(() => Int) known: number;
  @AtMost(20)
  @Field(() => [EntityId])
  groundIds: string[];
  @AtMost(20)
  @Field(() => [EntityId])
  statuteIds: string[];
  @AtMost(20)
  @Field(() => [String])
  facts: string[];
}

@ObjectType('ApplicationDetail', {
  simpleResolvers: true,
  description:
    'Everything about one application. Whoever registered it at the issuer sees how far it has come.',
})
export class ApplicationDetailType {
  @Field(() => EntityId) id: string;
  @Field(() => EntityId) caseId: string;
  @Field(() => String) number: string;
  @Field(() => ApplicationCode) code: ApplicationCode;
  @Field(() => ApplicationRegister) register: ApplicationRegister;
  @Field(() => ApplicationStatus) status: ApplicationStatus;
  @Field(() => ApplicationChannel) channel: ApplicationChannel;
  @Field(() => Boolean, { description: 'Personal papers do not come by plain e-mail.' })
  channelAllowed: boolean;
  @Field(() => Int) version: number;
  @Field(() => Language) language: Language;
  @Field(() => LocalDateScalar) receivedOn: string;
  @Field(() => DateTime, { nullable: true }) handedOverAt: Date | null;
  @Field(() => LocalDateScalar, { nullable: true }) decidedOn: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) wantedFrom: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) evidenceEndsOn: string | null;
  @Field(() => StaffRefType, { nullable: true }) registeredBy: StaffRefType | null;
  @Field(() => String, { nullable: true, description: 'Who took it in, when it was not the authority.' })
  registrar: string | null;
  @Field(() => Boolean) mayHandOver: boolean;
  @Field(() => String, { nullable: true }) contactName: string | null;
  @Field(() => String, { nullable: true }) contactEmail: string | null;
  @Field(() => String, { nullable: true }) orderNumber: string | null;
  @Field(() => ApplicationClaimsType) claims: ApplicationClaimsType;
  @Field(() => PersonType, { nullable: true }) person: PersonType | null;
  @Field(() => PersonType, { nullable: true, description: 'Whom the right comes from.' })
  related: PersonType | null;
  @AtMost(20)
  @Field(() => [ApprovalWorkerType], { description: 'Of a firm that applies for approval.' })
  workers: ApprovalWorkerType[];
  @Field(() => ApplicationFirmType) firm: ApplicationFirmType;
  @Field(() => ApplicationRuleType, { description: 'As it was the day the application came in.' })
  rule: ApplicationRuleType;
  @AtMost(16)
  @Field(() => [ApplicationRequirementType])
  checklist: ApplicationRequirementType[];
  @Field(() => FirmApprovalStatus, {
    nullable: true,
    description: 'What the firm is in the register the application is about; null: not in it.',
  })
  approval: FirmApprovalStatus | null;
  @Field(() => CardCoverageType, { nullable: true, description: 'Null where no cards come first.' })
  coverage: CardCoverageType | null;
  @Field(() => Boolean, { nullable: true, description: 'Younger than the rule counts as new, on that day.' })
  newFirm: boolean | null;
  @Field(() => SuggestedDecisionType, {
    nullable: true,
    description: 'When all have cards; null when something has changed since.',
  })
  suggested: SuggestedDecisionType | null;
  @Field(() => ProposedValidityType) proposedValidity: ProposedValidityType;
  @AtMost(20)
  @Field(() => [WaitingOrderType])
  waitingOrders: WaitingOrderType[];
  @AtMost(10)
  @Field(() => [ApplicationEntryType])
  entries: ApplicationEntryType[];
  @AtMost(10)
  @Field(() => [ApplicationDecisionType], { description: 'Newest first.' })
  decisions: ApplicationDecisionType[];
  @AtMost(20)
  @Field(() => [ApplicationLetterType], { description: 'Newest first.' })
  letters: ApplicationLetterType[];
  @AtMost(10)
  @Field(() => [ApplicationAppealType], { description: 'Newest first.' })
  appeals: ApplicationAppealType[];
}
