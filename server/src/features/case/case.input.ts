import { Field, InputType, Int } from 'type-graphql';
import {
  EntityId,
  LocalDateScalar,
  LongText,
  ShortText,
  StoredJson,
} from '../../platform/graphql/scalars.ts';
import { Language } from '../../platform/language.ts';
import { Scheme } from '../order/order.enums.ts';
import {
  BarReason,
  CaseChannel,
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
} from './case.enums.ts';

@InputType()
export class CaseFilter {
  @Field(() => CaseQueue, { nullable: true }) queue?: CaseQueue | null;
  @Field(() => [CaseStatus], { nullable: true }) status?: CaseStatus[] | null;
  @Field(() => [Scheme], { nullable: true }) scheme?: Scheme[] | null;
  @Field(() => [OwnerFilter], { nullable: true }) owner?: OwnerFilter[] | null;
  @Field(() => Boolean, { nullable: true }) overdue?: boolean | null;
  @Field(() => LocalDateScalar, { nullable: true }) dueFrom?: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) dueTo?: string | null;
  @Field(() => Int, { nullable: true }) attemptFrom?: number | null;
  @Field(() => ShortText, { nullable: true }) text?: string | null;
  @Field(() => Boolean, { nullable: true }) closed?: boolean | null;
}

@InputType()
export class CaseOrder {
  @Field(() => CaseSort) by: CaseSort;
  @Field(() => SortDirection) direction: SortDirection;
}

@InputType({ description: 'The case and the version the user saw. Every write names both.' })
export class CaseVersionInput {
  @Field(() => EntityId) caseId: string;
  @Field(() => Int) expectedVersion: number;
}

@InputType()
export class SkipCaseInput {
  @Field(() => EntityId) caseId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => SkipReason) reason: SkipReason;
  @Field(() => ShortText, { nullable: true }) comment?: string | null;
}

@InputType()
export class ReleaseCaseInput {
  @Field(() => EntityId) caseId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => ReleaseReason) reason: ReleaseReason;
  @Field(() => ShortText, { nullable: true }) comment?: string | null;
}

@InputType()
export class HandOverCaseInput {
  @Field(() => EntityId) caseId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => EntityId) toStaffId: string;
  @Field(() => HandOverReason) reason: HandOverReason;
  @Field(() => ShortText, { nullable: true }) comment?: string | null;
}

@InputType()
export class HoldCaseInput {
  @Field(() => EntityId) caseId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => HoldReason) reason: HoldReason;
  @Field(() => LocalDateScalar) until: string;
  @Field(() => ShortText, { nullable: true }) comment?: string | null;
}

@InputType()
export class AddNoteInput {
  @Field(() => EntityId) caseId: string;
  @Field(() => LongText) note: string;
}

@InputType()
export class LinkCaseInput {
  @Field(() => EntityId) caseId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => ShortText) number: string;
  @Field(() => CaseRelation) relation: CaseRelation;
}

@InputType()
export class UnlinkCaseInput {
  @Field(() => EntityId) caseId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => EntityId) linkId: string;
}

@InputType()
export class BarPersonInput {
  @Field(() => EntityId) caseId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => EntityId) staffId: string;
  @Field(() => BarReason) reason: BarReason;
  @Field(() => ShortText, { nullable: true }) comment?: string | null;
}

@InputType()
export class UnbarPersonInput {
  @Field(() => EntityId) caseId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => EntityId) staffId: string;
  @Field(() => ShortText) comment: string;
}

@InputType()
export class ReopenCaseInput {
  @Field(() => EntityId) caseId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => ReopenReason) reason: ReopenReason;
  @Field(() => ShortText, { nullable: true }) comment?: string | null;
}

@InputType()
export class CloseCaseInput {
  @Field(() => EntityId) caseId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => CloseReason) reason: CloseReason;
  @Field(() => ShortText, { nullable: true }) comment?: string | null;
}

@InputType()
export class SetPriorityInput {
  @Field(() => EntityId) caseId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => Int) priority: number;
}

@InputType()
export class SetPromiseInput {
  @Field(() => EntityId) caseId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => LocalDateScalar, { nullable: true }) promisedOn?: string | null;
}

@InputType()
export class RegisterInquiryInput {
  @Field(() => ShortText) title: string;
  @Field(() => LongText) description: string;
  @Field(() => CaseChannel) channel: CaseChannel;
  @Field(() => Language) language: Language;
  @Field(() => ShortText, { nullable: true }) orgNumber?: string | null;
  @Field(() => ShortText, { nullable: true }) orderNumber?: string | null;
  @Field(() => Int, { nullable: true }) dueDays?: number | null;
}

@InputType()
export class SaveDraftInput {
  @Field(() => EntityId) caseId: string;
  @Field(() => ShortText) action: string;
  @Field(() => StoredJson) body: unknown;
  @Field(() => Int) expectedVersion: number;
}
