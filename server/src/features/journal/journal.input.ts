import { Field, InputType } from 'type-graphql';
import { LocalDateScalar, ShortText } from '../../platform/graphql/scalars.ts';
import { JournalType } from './journal.enums.ts';

@InputType()
export class JournalFilter {
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day.' }) from?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day.' }) to?: string | null;
  @Field(() => ShortText, { nullable: true }) caseNumber?: string | null;
  @Field(() => JournalType, { nullable: true }) type?: JournalType | null;
}

@InputType()
export class ExportJournalInput {
  @Field(() => LocalDateScalar) from: string;
  @Field(() => LocalDateScalar, { description: 'Last day; at most a year after the first.' }) to: string;
}
