import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { ApplicationStatus } from '../application/application.enums.ts';
import { RehearsalReason } from './rehearsal.enums.ts';

@ObjectType('RehearsedCase', { simpleResolvers: true })
export class RehearsedCaseType {
  @Field(() => EntityId) caseId: string;
  @Field(() => String) number: string;
  @Field(() => ApplicationStatus) status: ApplicationStatus;
  @Field(() => LocalDateScalar) receivedOn: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Null: open.' }) decidedOn: string | null;
  @Field(() => [RehearsalReason]) reasons: RehearsalReason[];
}

@ObjectType('RehearsalCount', { simpleResolvers: true })
export class RehearsalCountType {
  @Field(() => RehearsalReason) reason: RehearsalReason;
  @Field(() => Int) count: number;
}

/** What is the same of every rehearsal. */
@ObjectType({ simpleResolvers: true })
abstract class RehearsalType {
  @Field(() => LocalDateScalar) since: string;
  @Field(() => Boolean, { description: 'There are more than could be looked at.' }) capped: boolean;
  @Field(() => Int) differCount: number;
  @Field(() => Int) moveCount: number;
  @AtMost(10)
  @Field(() => [RehearsalCountType])
  reasons: RehearsalCountType[];
}

@ObjectType('RuleRehearsal', {
  simpleResolvers: true,
  description:
    'What a proposed rule would have done to the decisions of twelve months, and would do to open cases.',
})
export class RuleRehearsalType extends RehearsalType {
  @Field(() => Int, { description: 'Decisions looked at.' }) decisions: number;
  @Field(() => Int) openCases: number;
  @AtMost(50)
  @Field(() => [RehearsedCaseType], { description: 'Decisions that would differ; the newest 50.' })
  differing: RehearsedCaseType[];
  @AtMost(50)
  @Field(() => [RehearsedCaseType], { description: 'Open cases that move; the oldest 50.' })
  moving: RehearsedCaseType[];
}

@ObjectType('RehearsedLine', { simpleResolvers: true, description: 'An order line, and the firm it is for.' })
export class RehearsedLineType {
  @Field(() => String) number: string;
  @Field(() => Int) line: number;
  @Field(() => LocalDateScalar) orderedOn: string;
  @Field(() => String) firmName: string;
  @Field(() => String) orgNumber: string;
  @Field(() => RehearsalReason) reason: RehearsalReason;
}

@ObjectType('UsualRehearsal', {
  simpleResolvers: true,
  description:
    'What a change of who orders as usual would have done to the order lines of twelve months from firms outside Mva-registeret.',
})
export class UsualRehearsalType extends RehearsalType {
  @Field(() => Int, { description: 'Lines looked at that go on no more.' }) lines: number;
  @Field(() => Int) openLines: number;
  @AtMost(50)
  @Field(() => [RehearsedLineType], { description: 'Lines that would differ; the newest 50.' })
  differing: RehearsedLineType[];
  @AtMost(50)
  @Field(() => [RehearsedLineType], { description: 'Open lines that move; the newest 50.' })
  moving: RehearsedLineType[];
}
