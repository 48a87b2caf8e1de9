import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { DateTime, EntityId, LocalDateScalar, StoredJson } from '../../platform/graphql/scalars.ts';
import { ExceptionCode } from '../exception/exception.enums.ts';
import { OrderItemStatus } from '../order/order.enums.ts';
import { CheckOutcome, CheckReason, Register } from './register-check.enums.ts';

@ObjectType('CheckException', {
  simpleResolvers: true,
  description: 'An exception that exists for the reason, and whether what the registers say rules it out.',
})
export class CheckExceptionType {
  @Field(() => ExceptionCode) code: ExceptionCode;
  @Field(() => String, { description: 'Whom it is for.' }) who: string;
  @Field(() => String, { nullable: true, description: 'Why it cannot be; null when it could.' })
  ruledOut: string | null;
}

@ObjectType('GrantedException', {
  simpleResolvers: true,
  description: 'The entry of the exception registers that let a check pass; not who decided it.',
})
export class GrantedExceptionType {
  @Field(() => ExceptionCode) code: ExceptionCode;
  @Field(() => String, { description: 'Whom it is for.' }) who: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day; null: as long as the role lasts.' })
  toOn: string | null;
}

@ObjectType('RegisterCheck', { simpleResolvers: true })
export class RegisterCheckType {
  @Field(() => EntityId) id: string;
  @Field(() => Register) register: Register;
  @Field(() => CheckOutcome) outcome: CheckOutcome;
  @Field(() => CheckOutcome, {
    nullable: true,
    description: 'The last outcome that was an answer: while a register is silent, it holds for cards.',
  })
  settledOutcome: CheckOutcome | null;
  @Field(() => CheckReason, { nullable: true }) reason: CheckReason | null;
  @Field(() => String, { nullable: true, description: 'The reason in one sentence.' })
  reasonText: string | null;
  @AtMost(3)
  @Field(() => [String])
  remedies: readonly string[];
  @AtMost(6)
  @Field(() => [CheckExceptionType])
  exceptions: CheckExceptionType[];
  @Field(() => GrantedExceptionType, {
    nullable: true,
    description: 'Of a check that passed by an exception.',
  })
  granted: GrantedExceptionType | null;
  @Field(() => String, {
    nullable: true,
    description: 'Said when exceptions exist for the reason, but every one is ruled out.',
  })
  noException: string | null;
  @Field(() => DateTime) since: Date;
  @Field(() => DateTime, { nullable: true }) askedAt: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'The next try at a register that did not answer.' })
  nextAt: Date | null;
  @Field(() => Int, { description: 'Tries without an answer, in a row.' }) attempts: number;
  @Field(() => Boolean, { description: 'There is an answer to look at.' }) hasAnswer: boolean;
}

@ObjectType('CheckedItem', {
  simpleResolvers: true,
  description: 'An order line and what its registers say.',
})
export class CheckedItemType {
  @Field(() => EntityId) orderItemId: string;
  @Field(() => OrderItemStatus) status: OrderItemStatus;
  @Field(() => Int) version: number;
  @AtMost(10)
  @Field(() => [RegisterCheckType])
  checks: RegisterCheckType[];
  @Field(() => Int, {
    description: 'Registers that have not answered yet; they are asked again by the clock.',
  })
  silent: number;
}

@ObjectType('AnswerEntry', { simpleResolvers: true, description: 'What a register once answered.' })
export class AnswerEntryType {
  @Field(() => EntityId) id: string;
  @Field(() => DateTime) at: Date;
  @Field(() => StoredJson) asked: unknown;
  @Field(() => StoredJson, { nullable: true }) answered: unknown;
  @Field(() => String, { nullable: true, description: 'Why there was no answer.' }) cause: string | null;
  @Field(() => String) source: string;
  @Field(() => Int) durationMs: number;
}

@ObjectType('RegisterAnswer', {
  simpleResolvers: true,
  description: 'The evidence behind a check: what was asked, what came back, by which rules it was judged.',
})
export class RegisterAnswerType {
  @Field(() => RegisterCheckType) check: RegisterCheckType;
  @Field(() => EntityId) orderItemId: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The rules of this day were used.' })
  rulesOn: string | null;
  @Field(() => AnswerEntryType, { nullable: true }) answer: AnswerEntryType | null;
  @AtMost(20)
  @Field(() => [AnswerEntryType], {
    description: 'Other answers about the same firm and person, newest first.',
  })
  earlier: AnswerEntryType[];
}
