import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { CappedCountType, PageInfoType } from '../../platform/graphql/page.type.ts';
import { EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { CardStatus } from '../card/card.enums.ts';
import { FacetValueType } from '../case/case.type.ts';
import { BypassedRegister } from '../exception-catalogue/exception-catalogue.enums.ts';
import { OrderItemStatus, Scheme } from '../order/order.enums.ts';
import { OrganisationType } from '../organisation/organisation.type.ts';
import { CheckOutcome } from '../register-check/register-check.enums.ts';
import { EntryEnd, EntryState, EntryStepKind, WithdrawalRefusal } from './entry.enums.ts';
import { ExceptionCode } from './exception.enums.ts';

@ObjectType('ExceptionEntryRow', {
  simpleResolvers: true,
  description: 'An entry of the registers of exceptions, as lists show it.',
})
export class ExceptionEntryRowType {
  @Field(() => EntityId) id: string;
  @Field(() => EntityId) caseId: string;
  @Field(() => String) caseNumber: string;
  @Field(() => ExceptionCode) code: ExceptionCode;
  @Field(() => BypassedRegister) register: BypassedRegister;
  @Field(() => String, { nullable: true, description: 'Null for an exception of the firm.' })
  personName: string | null;
  @Field(() => OrganisationType) firm: OrganisationType;
  @Field(() => EntryState) state: EntryState;
  @Field(() => LocalDateScalar) fromOn: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; null: as long as the role lasts.' })
  toOn: string | null;
  @Field(() => Boolean) whileRole: boolean;
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day without it.' })
  endedOn: string | null;
  @Field(() => EntryEnd, { nullable: true }) endReason: EntryEnd | null;
  @Field(() => Int, { nullable: true, description: 'Days until the last one, of an active entry.' })
  daysLeft: number | null;
}

@ObjectType('ExceptionEntryFacets', { simpleResolvers: true })
export class ExceptionEntryFacetsType {
  @AtMost(4)
  @Field(() => [FacetValueType])
  register: FacetValueType[];
  @AtMost(14)
  @Field(() => [FacetValueType])
  code: FacetValueType[];
  @AtMost(4)
  @Field(() => [FacetValueType])
  state: FacetValueType[];
  @Field(() => CappedCountType, { description: 'Active entries whose last day is within 30 days.' })
  soon: CappedCountType;
}

@ObjectType('ExceptionEntryPage', { simpleResolvers: true })
export class ExceptionEntryPageType {
  @Field(() => [ExceptionEntryRowType]) rows: ExceptionEntryRowType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
  @Field(() => CappedCountType) count: CappedCountType;
  @Field(() => ExceptionEntryFacetsType) facets: ExceptionEntryFacetsType;
}

@ObjectType('ExceptionEntryStep', {
  simpleResolvers: true,
  description: 'A station in the life of an entry.',
})
export class ExceptionEntryStepType {
  @Field(() => EntryStepKind) kind: EntryStepKind;
  @Field(() => LocalDateScalar) on: string;
  @Field(() => String, {
    nullable: true,
    description: 'Code of what: channel, kind of document, outcome, days ahead, reason.',
  })
  what: string | null;
  @Field(() => String, { nullable: true, description: 'Kind of the decision.' }) decisionKind: string | null;
  @Field(() => String, { nullable: true, description: 'Who decided.' }) by: string | null;
  @Field(() => String, { nullable: true, description: 'Who gave the second signature.' })
  approvedBy: string | null;
  @Field(() => EntityId, { nullable: true, description: 'The entry that took its place.' })
  entryId: string | null;
}

@ObjectType('RestsOnEntry', {
  simpleResolvers: true,
  description:
    'An order line, and its card, that passed a register because of an entry: numbers and states only.',
})
export class RestsOnEntryType {
  @Field(() => String) orderNumber: string;
  @Field(() => Int) line: number;
  @Field(() => Scheme) scheme: Scheme;
  @Field(() => LocalDateScalar) orderedOn: string;
  @Field(() => OrderItemStatus) status: OrderItemStatus;
  @Field(() => CheckOutcome) outcome: CheckOutcome;
  @Field(() => String, { nullable: true }) cardNumber: string | null;
  @Field(() => CardStatus, { nullable: true }) cardStatus: CardStatus | null;
  @Field(() => LocalDateScalar, { nullable: true }) cardExpiresOn: string | null;
}

@ObjectType('ExceptionEntry', { simpleResolvers: true })
export class ExceptionEntryType {
  @Field(() => ExceptionEntryRowType) row: ExceptionEntryRowType;
  @Field(() => Boolean, { description: 'Deleted after its time, leaving the log.' }) deleteAfter: boolean;
  @AtMost(60)
  @Field(() => [ExceptionEntryStepType], { description: 'Oldest first.' })
  history: ExceptionEntryStepType[];
  @AtMost(50)
  @Field(() => [RestsOnEntryType])
  rests: RestsOnEntryType[];
  @Field(() => Boolean, { description: 'Whether the caller may propose that it be withdrawn.' })
  mayWithdraw: boolean;
  @Field(() => WithdrawalRefusal, { nullable: true, description: 'Why it cannot be withdrawn now.' })
  refusal: WithdrawalRefusal | null;
}
