import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { EntityId, LongText, ShortText } from '../../platform/graphql/scalars.ts';
import { Language } from '../../platform/language.ts';
import { CaseChannel } from '../case/case.enums.ts';
import { QueryOutcome } from './invoice-query.enums.ts';

@InputType({ description: 'What a firm asks about an invoice, by phone, letter or in the portal.' })
export class RegisterInvoiceQueryInput {
  @Field(() => CaseChannel) channel: CaseChannel;
  @Field(() => Language) language: Language;
  @Field(() => ShortText, { nullable: true }) contactName?: string | null;
  @Field(() => ShortText, { description: 'Where the answer goes.' }) contactEmail: string;
  @Field(() => ShortText, { nullable: true }) company?: string | null;
  @Field(() => ShortText, { nullable: true, description: 'Of the main unit; that of a sub-unit does too.' })
  orgNumber?: string | null;
  @Field(() => ShortText, { nullable: true }) invoiceNumber?: string | null;
  @Field(() => ShortText, { nullable: true }) orderNumber?: string | null;
  @Field(() => LongText, { description: 'In the asker’s words.' }) text: string;
}

@InputType({ description: 'The invoice an enquiry is about, when the desk could not tell.' })
export class ChooseQueryInvoiceInput {
  @Field(() => EntityId) caseId: string;
  @Field(() => Int, { description: 'Of the case.' }) expectedVersion: number;
  @Field(() => ShortText, { description: 'Of an invoice or a credit note.' }) invoiceNumber: string;
  @Field(() => ShortText, { description: 'How it is known that the asker may hear about it.' })
  reason: string;
}

@ArgsType()
export class InvoiceAnswerPreviewArgs {
  @Field(() => EntityId) caseId: string;
  @Field(() => QueryOutcome) outcome: QueryOutcome;
  @Field(() => LongText, { nullable: true }) comment?: string | null;
}

@InputType()
export class AnswerInvoiceQueryInput {
  @Field(() => EntityId) caseId: string;
  @Field(() => Int, { description: 'Of the case.' }) expectedVersion: number;
  @Field(() => QueryOutcome) outcome: QueryOutcome;
  @Field(() => LongText, { nullable: true, description: 'The clerk’s own words.' }) comment?: string | null;
  @Field(() => ShortText, { description: 'Of the preview: what was seen is what is sent.' }) digest: string;
}
