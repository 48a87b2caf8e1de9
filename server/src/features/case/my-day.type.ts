import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { CappedCountType } from '../../platform/graphql/page.type.ts';
import { EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { UndoOfferType } from '../image-review/image-review.type.ts';
import { CaseQueue } from './case.enums.ts';
import { CaseEventEntryType, CaseRowType } from './case.type.ts';

@ObjectType('QueueSize', { simpleResolvers: true })
export class QueueSizeType {
  @Field(() => CaseQueue) queue: CaseQueue;
  @Field(() => CappedCountType) open: CappedCountType;
  @Field(() => Int) inToday: number;
  @Field(() => Int) outToday: number;
  @Field(() => Int) overdue: number;
  @Field(() => Int, { nullable: true }) oldestDays: number | null;
  @Field(() => [Int]) history: number[];
}

@ObjectType('ExceptionDay', {
  simpleResolvers: true,
  description: 'What of the exceptions waits for a caseworker.',
})
export class ExceptionDayType {
  @Field(() => CappedCountType, {
    nullable: true,
    description: 'Proposals of others that the caller may sign; null for those who sign none.',
  })
  forApproval: CappedCountType | null;
  @Field(() => CappedCountType, { description: 'Open applications due by Sunday, late ones too.' })
  dueThisWeek: CappedCountType;
  @Field(() => CappedCountType, { description: 'Open applications with an answer promised by Sunday.' })
  promisedThisWeek: CappedCountType;
  @Field(() => CappedCountType, { description: 'Entries whose last day is within 30 days.' })
  expiring: CappedCountType;
  @Field(() => CappedCountType, { description: 'Appeals nobody has settled or sent on.' })
  appeals: CappedCountType;
}

@ObjectType('MyDay', { simpleResolvers: true })
export class MyDayType {
  @Field(() => LocalDateScalar) today: string;
  @Field(() => Int) week: number;
  @Field(() => Int) mine: number;
  @Field(() => Int) onHold: number;
  @Field(() => Int) overdue: number;
  @Field(() => Int) dueToday: number;
  @Field(() => Int) withNewPost: number;
  @AtMost(50)
  @Field(() => [CaseRowType])
  cases: CaseRowType[];
  @AtMost(3)
  @Field(() => [QueueSizeType])
  queues: QueueSizeType[];
  @AtMost(20)
  @Field(() => [UndoOfferType])
  sendingSoon: UndoOfferType[];
  @AtMost(10)
  @Field(() => [CaseNewsType])
  news: CaseNewsType[];
  @Field(() => ExceptionDayType, { nullable: true, description: 'Null for those who decide no exceptions.' })
  exceptions: ExceptionDayType | null;
}

@ObjectType('CaseNews', { simpleResolvers: true })
export class CaseNewsType {
  @Field(() => CaseEventEntryType) event: CaseEventEntryType;
  @Field(() => EntityId) caseId: string;
  @Field(() => String) caseNumber: string;
}

@ObjectType('MenuCounts', { simpleResolvers: true })
export class MenuCountsType {
  @Field(() => CappedCountType, { nullable: true }) imageReview: CappedCountType | null;
  @Field(() => CappedCountType, { nullable: true }) inquiry: CappedCountType | null;
  @Field(() => CappedCountType, { nullable: true }) tipInvalidCard: CappedCountType | null;
  @Field(() => CappedCountType, { nullable: true }) exception: CappedCountType | null;
  @Field(() => CappedCountType, { nullable: true }) approval: CappedCountType | null;
  @Field(() => CappedCountType, { nullable: true }) invoiceQuery: CappedCountType | null;
  @Field(() => CappedCountType, {
    nullable: true,
    description: 'Cases about persons with address protection.',
  })
  protectedPersons: CappedCountType | null;
  @Field(() => CappedCountType, { nullable: true, description: 'Order lines that stand still.' })
  stalledOrders: CappedCountType | null;
  @Field(() => Int, { nullable: true }) mine: number | null;
  @Field(() => Int, { nullable: true }) onHold: number | null;
  @Field(() => Int, { nullable: true }) outbox: number | null;
  @Field(() => Int, { nullable: true }) overdue: number | null;
  @Field(() => Int, { nullable: true, description: 'Proposed roles that the caller may approve.' })
  staffGrants: number | null;
  @Field(() => Int, { nullable: true, description: 'Changes of the rules that the caller may approve.' })
  settings: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Cards in production that are late, or wait for a person.',
  })
  production: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Firms declared not liable to VAT that are in no batch yet.',
  })
  vatFirms: number | null;
  @Field(() => Int, { nullable: true, description: 'Letters that wait to be put on paper.' })
  lettersToPrint: number | null;
  @Field(() => Int, { nullable: true, description: 'Invoices to be issued anew that a colleague proposed.' })
  reissues: number | null;
}
