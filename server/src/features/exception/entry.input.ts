import { Field, InputType, Int } from 'type-graphql';
import { EntityId, LocalDateScalar, LongText, ShortText } from '../../platform/graphql/scalars.ts';
import { BypassedRegister } from '../exception-catalogue/exception-catalogue.enums.ts';
import { EntryState } from './entry.enums.ts';
import { ExceptionCode } from './exception.enums.ts';

@InputType()
export class EntryFilter {
  @Field(() => BypassedRegister, { nullable: true }) register?: BypassedRegister | null;
  @Field(() => [ExceptionCode], { nullable: true }) code?: ExceptionCode[] | null;
  @Field(() => [EntryState], { nullable: true }) state?: EntryState[] | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Active entries whose last day is within so many days (0–366).',
  })
  expiresWithinDays?: number | null;
  @Field(() => ShortText, {
    nullable: true,
    description: 'Case number, organisation number, or a name of a firm or a person.',
  })
  text?: string | null;
}

@InputType({ description: 'The same grounds for each entry; each waits for a second signature of its own.' })
export class ProposeWithdrawalsInput {
  @Field(() => [EntityId], { description: 'At most 200.' }) entryIds: string[];
  @Field(() => LocalDateScalar, { description: 'Last day of the entries.' }) lastDay: string;
  @Field(() => [EntityId], { description: 'Text blocks, in the order of the letter.' }) groundIds: string[];
  @Field(() => [EntityId], { description: 'Rules of law.' }) statuteIds: string[];
  @Field(() => [ShortText], { description: 'Facts relied on, one sentence each.' }) facts: string[];
  @Field(() => LongText) freeText: string;
}
