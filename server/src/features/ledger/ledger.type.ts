import { Field, Int, ObjectType } from 'type-graphql';
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import { AtMost } from '../../platform/graphql/cost.ts';
import { DateTime, EntityId, LocalDateScalar, Ore } from '../../platform/graphql/scalars.ts';
import { StaffRefType } from '../staff/me.type.ts';

@ObjectType('ClosedPeriod', { simpleResolvers: true })
export class ClosedPeriodType {
  @Field(() => EntityId) id: string;
  @Field(() => LocalDateScalar, { description: 'Nothing is posted on this day or before it.' })
  through: LocalDate;
  @Field(() => DateTime) closedAt: Date;
  @Field(() => StaffRefType) closedBy: StaffRefType;
}

@ObjectType('LedgerDay', { simpleResolvers: true, description: 'What was posted on one day.' })
export class LedgerDayType {
  @Field(() => LocalDateScalar) on: LocalDate;
  @Field(() => Int, { description: 'How many vouchers.' }) vouchers: number;
  @Field(() => Ore) debitOre: number;
  @Field(() => Ore) creditOre: number;
}

@ObjectType('Books', { simpleResolvers: true })
export class BooksType {
  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day that is closed.' })
  closedThrough: LocalDate | null;
  @AtMost(24)
  @Field(() => [ClosedPeriodType], { description: 'The newest first.' })
  closings: ClosedPeriodType[];
  @AtMost(31)
  @Field(() => [LedgerDayType], {
    description: 'The last days on which something was posted, the newest first.',
  })
  days: LedgerDayType[];
}
