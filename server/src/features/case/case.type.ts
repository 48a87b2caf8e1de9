import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { CappedCountType, PageInfoType } from '../../platform/graphql/page.type.ts';
import { DateTime, EntityId, LocalDateScalar, StoredJson } from '../../platform/graphql/scalars.ts';
import { Scheme } from '../order/order.enums.ts';
import { StaffRefType } from '../staff/me.type.ts';
import { BarReason, CaseEventType, CaseKind, CaseQueue, CaseRelation, CaseStatus } from './case.enums.ts';

@ObjectType('Deadline', {
  simpleResolvers: true,
  description:
    'How a due date was computed: day 0, days counted so far, holidays skipped, days on hold subtracted.',
})
export class DeadlineType {
  @Field(() => LocalDateScalar) startOn: string;
  @Field(() => LocalDateScalar) dueOn: string;
  @Field(() => Int) days: number;
  @Field(() => Int) daysCounted: number;
  @Field(() => Int) daysLeft: number;
  @AtMost(20)
  @Field(() => [HolidayType])
  holidaysSkipped: HolidayType[];
  @Field(() => Int) holdDays: number;
  @AtMost(20)
  @Field(() => [HoldPeriodType])
  holds: HoldPeriodType[];
  @Field(() => Boolean) paused: boolean;
  @Field(() => Int) overdueDays: number;
}

@ObjectType('Holiday', { simpleResolvers: true })
export class HolidayType {
  @Field(() => LocalDateScalar) on: string;
  @Field(() => String) name: string;
}

@ObjectType('HoldPeriod', { simpleResolvers: true })
export class HoldPeriodType {
  @Field(() => LocalDateScalar) fromOn: string;
  @Field(() => LocalDateScalar, { nullable: true }) toOn: string | null;
}

@ObjectType('Reservation', { simpleResolvers: true })
export class ReservationType {
  @Field(() => StaffRefType) by: StaffRefType;
  @Field(() => DateTime) until: Date;
  @Field(() => Boolean) mine: boolean;
}

@ObjectType('CaseRow', { simpleResolvers: true })
export class CaseRowType {
  @Field(() => EntityId) id: string;
  @Field(() => String) number: string;
  @Field(() => CaseKind) kind: CaseKind;
  @Field(() => CaseStatus) status: CaseStatus;
  @Field(() => CaseQueue) queue: CaseQueue;
  @Field(() => Int) priority: number;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) personName: string | null;
  @Field(() => String, { nullable: true }) firmName: string | null;
  @Field(() => String, { nullable: true }) orgNumber: string | null;
  @Field(() => String, { nullable: true }) orderNumber: string | null;
  @Field(() => Scheme, { nullable: true }) scheme: Scheme | null;
  @Field(() => Int, { nullable: true }) attempt: number | null;
  @Field(() => String, { nullable: true }) title: string | null;
  @Field(() => LocalDateScalar) openedOn: string;
  @Field(() => LocalDateScalar) dueOn: string;
  @Field(() => LocalDateScalar, { nullable: true }) promisedOn: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) holdUntil: string | null;
  @Field(() => Int) dueDays: number;
  @Field(() => Int) daysCounted: number;
  @Field(() => DateTime, { nullable: true }) closedAt: Date | null;
  @Field(() => ReservationType, { nullable: true }) reservation: ReservationType | null;
  @Field(() => Boolean) hasNewPost: boolean;
}

@ObjectType('CasePage', { simpleResolvers: true })
export class CasePageType {
  @Field(() => [CaseRowType]) rows: CaseRowType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
  @Field(() => CappedCountType, { nullable: true }) count: CappedCountType | null;
}

@ObjectType('FacetValue', { simpleResolvers: true })
export class FacetValueType {
  @Field(() => String) value: string;
  @Field(() => CappedCountType) count: CappedCountType;
}

@ObjectType('CaseFacets', { simpleResolvers: true })
export class CaseFacetsType {
  @AtMost(10)
  @Field(() => [FacetValueType])
  scheme: FacetValueType[];
  @AtMost(10)
  @Field(() => [FacetValueType])
  status: FacetValueType[];
  @AtMost(10)
  @Field(() => [FacetValueType])
  owner: FacetValueType[];
  @AtMost(10)
  @Field(() => [FacetValueType])
  attempt: FacetValueType[];
  @AtMost(10)
  @Field(() => [FacetValueType])
  due: FacetValueType[];
}

@ObjectType('CaseEvent', { simpleResolvers: true })
export class CaseEventEntryType {
  @Field(() => EntityId) id: string;
  @Field(() => DateTime) at: Date;
  @Field(() => CaseEventType) type: CaseEventType;
  @Field(() => StaffRefType, { nullable: true }) actor: StaffRefType | null;
  @Field(() => String, { nullable: true }) oldValue: string | null;
  @Field(() => String, { nullable: true }) newValue: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
}

@ObjectType('CaseLink', { simpleResolvers: true })
export class CaseLinkType {
  @Field(() => EntityId) id: string;
  @Field(() => CaseRelation) relation: CaseRelation;
  @Field(() => EntityId) caseId: string;
  @Field(() => String) number: string;
  @Field(() => String) title: string;
  @Field(() => CaseStatus) status: CaseStatus;
}

@ObjectType('BarredPerson', { simpleResolvers: true })
export class BarredPersonType {
  @Field(() => StaffRefType) staff: StaffRefType;
  @Field(() => BarReason) reason: BarReason;
  @Field(() => DateTime) at: Date;
  @Field(() => Boolean, { description: 'By a tie she has declared herself; lifted when that ends.' })
  byTie: boolean;
}

@ObjectType('Draft', { simpleResolvers: true })
export class DraftType {
  @Field(() => String) action: string;
  @Field(() => StoredJson) body: unknown;
  @Field(() => Int) version: number;
  @Field(() => DateTime) updatedAt: Date;
}

@ObjectType('TakenCase', { simpleResolvers: true })
export class TakenCaseType {
  @Field(() => CaseRowType, { nullable: true }) case: CaseRowType | null;
}
