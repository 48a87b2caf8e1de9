import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { DateTime, EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { Language } from '../../platform/language.ts';
import { MailStatus } from '../correspondence/mail.enums.ts';
import { InvoiceState } from '../invoice/invoice.enums.ts';
import { InvoiceKind } from '../invoice/invoice-document.rules.ts';
import { Payment, Scheme } from '../order/order.enums.ts';
import { AmbiguityReason, Confirmation, FindingState } from './finding.enums.ts';
import { QueryFault, QueryOutcome } from './invoice-query.enums.ts';
import { AskedUnit, NumberFault, NumberLabel, NumberMeaning } from './query-number.enums.ts';

@ObjectType('AskedNumber', {
  simpleResolvers: true,
  description: 'A number in what was written, with its place in UTF-16 units.',
})
export class AskedNumberType {
  @Field(() => String) value: string;
  @Field(() => NumberMeaning) meaning: NumberMeaning;
  @Field(() => NumberLabel, { nullable: true, description: 'What the writer called it.' })
  label: NumberLabel | null;
  @Field(() => NumberFault, { nullable: true }) fault: NumberFault | null;
  @Field(() => AskedUnit, { nullable: true, description: 'Of an organisation number.' })
  unit: AskedUnit | null;
  @Field(() => Int) start: number;
  @Field(() => Int) end: number;
}

@ObjectType('InvoiceQueryPost', {
  simpleResolvers: true,
  description: 'What was written; national ID numbers are taken out before anybody sees it.',
})
export class InvoiceQueryPostType {
  @Field(() => EntityId) id: string;
  @Field(() => DateTime) receivedAt: Date | string;
  @Field(() => String) sender: string;
  @Field(() => String, { nullable: true }) subject: string | null;
  @Field(() => String) text: string;
  @Field(() => Int, { description: 'That were not kept.' }) attachments: number;
  @AtMost(30)
  @Field(() => [AskedNumberType])
  numbers: AskedNumberType[];
  @Field(() => Int, { nullable: true, description: 'Of the reference that is wanted.' })
  wantedStart: number | null;
  @Field(() => Int, { nullable: true }) wantedEnd: number | null;
}

@ObjectType('QueryInvoiceLine', { simpleResolvers: true })
export class QueryInvoiceLineType {
  @Field(() => Scheme) scheme: Scheme;
  @Field(() => String) unitOrgNumber: string;
  @Field(() => String) unitName: string;
  @Field(() => Int) quantity: number;
  @Field(() => Int) unitPriceOre: number;
  @Field(() => Int) netOre: number;
}

@ObjectType('QueryInvoice', {
  simpleResolvers: true,
  description: 'The invoice or credit note an enquiry is about, as the buyer has it.',
})
export class QueryInvoiceType {
  @Field(() => EntityId) id: string;
  @Field(() => InvoiceKind) kind: InvoiceKind;
  @Field(() => String) number: string;
  @Field(() => LocalDateScalar) issuedOn: string;
  @Field(() => LocalDateScalar, { nullable: true }) dueOn: string | null;
  @Field(() => String) sellerName: string;
  @Field(() => String) sellerOrgNumber: string;
  @Field(() => String) buyerName: string;
  @Field(() => String, { nullable: true, description: 'Null when the orderer was billed herself.' })
  buyerOrgNumber: string | null;
  @Field(() => String, { nullable: true }) customerReference: string | null;
  @Field(() => String) orderNumber: string;
  @Field(() => String) internalOrderNumber: string;
  @Field(() => String) kid: string;
  @Field(() => Payment) payment: Payment;
  @Field(() => Int) vatPercent: number;
  @Field(() => Int) netOre: number;
  @Field(() => Int) vatOre: number;
  @Field(() => Int) grossOre: number;
  @Field(() => Int, { nullable: true, description: 'What the buyer owes; null for a credit note.' })
  balanceOre: number | null;
  @Field(() => InvoiceState, { nullable: true }) state: InvoiceState | null;
  @Field(() => String, { nullable: true, description: 'Of the invoice in its place.' })
  replacedBy: string | null;
  @AtMost(50)
  @Field(() => [QueryInvoiceLineType])
  lines: QueryInvoiceLineType[];
  @AtMost(400)
  @Field(() => [String], { description: 'The EHF, line by line; empty when it has none.' })
  ehfLines: string[];
  @Field(() => Int, { nullable: true, description: 'First line that carries the reference.' })
  referenceLine: number | null;
  @Field(() => Int) referenceLineCount: number;
}

@ObjectType('CandidateInvoice', { simpleResolvers: true })
export class CandidateInvoiceType {
  @Field(() => EntityId) id: string;
  @Field(() => InvoiceKind) kind: InvoiceKind;
  @Field(() => String) number: string;
  @Field(() => LocalDateScalar) issuedOn: string;
  @Field(() => String) buyerName: string;
  @Field(() => String, { nullable: true }) buyerOrgNumber: string | null;
  @Field(() => String) orderNumber: string;
  @Field(() => Int) grossOre: number;
  @Field(() => Boolean, {
    description: 'Has one of the numbers; otherwise it is of the firm that was named.',
  })
  fits: boolean;
}

@ObjectType('InvoiceAnswer', { simpleResolvers: true, description: 'An answer as it was sent.' })
export class InvoiceAnswerType {
  @Field(() => EntityId) id: string;
  @Field(() => QueryOutcome) outcome: QueryOutcome;
  @Field(() => DateTime) answeredAt: Date | string;
  @Field(() => String) answeredBy: string;
  @Field(() => String) recipient: string;
  @Field(() => Language) language: Language;
  @AtMost(20)
  @Field(() => [String])
  paragraphs: string[];
  @AtMost(10)
  @Field(() => [String])
  codeLines: string[];
  @Field(() => MailStatus, { nullable: true }) mailStatus: MailStatus | null;
}

@ObjectType('InvoiceQuery', { simpleResolvers: true, description: 'What a firm asks about an invoice.' })
export class InvoiceQueryType {
  @Field(() => EntityId) caseId: string;
  @Field(() => String, { nullable: true }) contactName: string | null;
  @Field(() => String, { description: 'As claimed.' }) contactEmail: string;
  @Field(() => Boolean, {
    description:
      'The address has ordered cards for the firm that was billed, or for any while none is found.',
  })
  knownContact: boolean;
  @Field(() => String, { nullable: true, description: 'As claimed.' }) company: string | null;
  @Field(() => String, { nullable: true }) wantedReference: string | null;
  @Field(() => FindingState) state: FindingState;
  @Field(() => AmbiguityReason, { nullable: true }) reason: AmbiguityReason | null;
  @Field(() => NumberMeaning, { nullable: true }) foundBy: NumberMeaning | null;
  @Field(() => String, { nullable: true }) foundFrom: string | null;
  @Field(() => Confirmation, { nullable: true }) confirmedBy: Confirmation | null;
  @Field(() => String, { nullable: true }) chosenReason: string | null;
  @AtMost(10)
  @Field(() => [InvoiceQueryPostType], { description: 'Newest first.' })
  posts: InvoiceQueryPostType[];
  @Field(() => QueryInvoiceType, { nullable: true }) invoice: QueryInvoiceType | null;
  @AtMost(20)
  @Field(() => [CandidateInvoiceType], { description: 'For the clerk alone, while none is found.' })
  candidates: CandidateInvoiceType[];
  @AtMost(10)
  @Field(() => [QueryFault], { description: 'What can be wrong.' })
  offered: QueryFault[];
  @Field(() => QueryFault, { nullable: true }) likeliest: QueryFault | null;
  @AtMost(10)
  @Field(() => [InvoiceAnswerType], { description: 'Newest first.' })
  answers: InvoiceAnswerType[];
}

@ObjectType('InvoiceAnswerPreview', { simpleResolvers: true })
export class InvoiceAnswerPreviewType {
  @Field(() => String) recipient: string;
  @Field(() => Language) language: Language;
  @Field(() => String) subject: string;
  @AtMost(20)
  @Field(() => [String])
  paragraphs: readonly string[];
  @AtMost(10)
  @Field(() => [String])
  codeLines: readonly string[];
  @Field(() => String, { description: 'What was seen is what is sent.' }) digest: string;
}
