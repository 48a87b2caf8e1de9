import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import { AtMost } from '../../platform/graphql/cost.ts';
import { CappedCountType, PageInfoType } from '../../platform/graphql/page.type.ts';
import { EntityId, LocalDateScalar, Ore } from '../../platform/graphql/scalars.ts';
import type { Language } from '../../platform/language.ts';
import { VoucherKind } from '../ledger/ledger.enums.ts';
import { Payment, Scheme } from '../order/order.enums.ts';
import { InvoiceState } from './invoice.enums.ts';
import { InvoiceKind } from './invoice-document.rules.ts';

registerEnumType(InvoiceKind, { name: 'InvoiceKind' });
registerEnumType(InvoiceState, { name: 'InvoiceState' });
registerEnumType(VoucherKind, { name: 'VoucherKind' });

@ObjectType('InvoiceRow', { simpleResolvers: true })
export class InvoiceRowType {
  @Field(() => EntityId) id: string;
  @Field(() => InvoiceKind) kind: InvoiceKind;
  @Field(() => String) number: string;
  @Field(() => String) kid: string;
  @Field(() => LocalDateScalar) issuedOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) dueOn: LocalDate | null;
  @Field(() => String) buyerName: string;
  @Field(() => String, { nullable: true }) buyerOrgNumber: string | null;
  @Field(() => String, { nullable: true }) customerReference: string | null;
  @Field(() => EntityId) orderId: string;
  @Field(() => String) orderNumber: string;
  @Field(() => Ore) grossOre: number;
  @Field(() => Ore, { nullable: true, description: 'What the buyer owes; null for a credit note.' })
  balanceOre: number | null;
  @Field(() => InvoiceState, {
    nullable: true,
    description: 'By the books; a credit note has none of its own.',
  })
  state: InvoiceState | null;
}

@ObjectType('InvoiceFacet', { simpleResolvers: true })
export class InvoiceFacetType {
  @Field(() => InvoiceState) state: InvoiceState;
  @Field(() => CappedCountType) count: CappedCountType;
}

@ObjectType('InvoicePage', { simpleResolvers: true })
export class InvoicePageType {
  @Field(() => [InvoiceRowType]) rows: InvoiceRowType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
  @AtMost(7)
  @Field(() => [InvoiceFacetType])
  facets: InvoiceFacetType[];
}

@ObjectType('InvoiceSeller', { simpleResolvers: true, description: 'As it stood on the day of issue.' })
export class InvoiceSellerType {
  @Field(() => String) name: string;
  @Field(() => String) orgNumber: string;
  @Field(() => String, { nullable: true }) street: string | null;
  @Field(() => String, { nullable: true }) postcode: string | null;
  @Field(() => String, { nullable: true }) city: string | null;
  @Field(() => String) bankAccount: string;
  @Field(() => String) email: string;
}

@ObjectType('InvoiceBuyer', { simpleResolvers: true, description: 'As it stood on the day of issue.' })
export class InvoiceBuyerType {
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true, description: 'Null: the orderer is billed herself.' })
  orgNumber: string | null;
  @Field(() => String, { nullable: true }) street: string | null;
  @Field(() => String, { nullable: true }) postcode: string | null;
  @Field(() => String, { nullable: true }) city: string | null;
}

@ObjectType('InvoiceLine', { simpleResolvers: true })
export class InvoiceLineType {
  @Field(() => Scheme) scheme: Scheme;
  @Field(() => String) unitOrgNumber: string;
  @Field(() => String) unitName: string;
  @Field(() => Int) quantity: number;
  @Field(() => Ore) unitPriceOre: number;
  @Field(() => Ore) netOre: number;
}

@ObjectType('InvoiceBooks', { simpleResolvers: true, description: 'What the books say of it now.' })
export class InvoiceBooksType {
  @Field(() => Ore) creditedOre: number;
  @Field(() => Ore) writtenOffOre: number;
  @Field(() => Ore, { description: 'What the buyer owes; below zero: what is owed to the buyer.' })
  balanceOre: number;
}

@ObjectType('InvoiceEntry', { simpleResolvers: true, description: 'Debit above zero, credit below.' })
export class InvoiceEntryType {
  @Field(() => EntityId) id: string;
  @Field(() => String) voucher: string;
  @Field(() => VoucherKind) kind: VoucherKind;
  @Field(() => LocalDateScalar) bookedOn: LocalDate;
  @Field(() => String) text: string;
  @Field(() => String) account: string;
  @Field(() => String) accountName: string;
  @Field(() => Ore) amountOre: number;
}

@ObjectType('InvoiceRef', {
  simpleResolvers: true,
  description: 'One of the invoices and credit notes of an order.',
})
export class InvoiceRefType {
  @Field(() => EntityId) id: string;
  @Field(() => InvoiceKind) kind: InvoiceKind;
  @Field(() => String) number: string;
  @Field(() => LocalDateScalar) issuedOn: LocalDate;
  @Field(() => Ore) grossOre: number;
}

@ObjectType('Invoice', {
  simpleResolvers: true,
  description: 'An invoice or a credit note, as it was issued.',
})
export class InvoiceType {
  @Field(() => EntityId) id: string;
  @Field(() => InvoiceKind) kind: InvoiceKind;
  @Field(() => String) number: string;
  @Field(() => LocalDateScalar) issuedOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) dueOn: LocalDate | null;
  @Field(() => Payment) payment: Payment;
  @Field(() => InvoiceSellerType) seller: InvoiceSellerType;
  @Field(() => InvoiceBuyerType) buyer: InvoiceBuyerType;
  @Field(() => String, { nullable: true }) customerReference: string | null;
  @Field(() => EntityId) orderId: string;
  @Field(() => String) orderNumber: string;
  @Field(() => String, { description: 'Internal to invoicing; means nothing to a buyer.' })
  internalOrderNumber: string;
  @Field(() => String) kid: string;
  @AtMost(100)
  @Field(() => [InvoiceLineType])
  lines: InvoiceLineType[];
  @Field(() => Int) vatPercent: number;
  @Field(() => Ore) netOre: number;
  @Field(() => Ore) vatOre: number;
  @Field(() => Ore) grossOre: number;
  @Field(() => String) language: Language;
  @Field(() => InvoiceState, { nullable: true }) state: InvoiceState | null;
  @Field(() => InvoiceBooksType, { nullable: true, description: 'Null for a credit note.' })
  books: InvoiceBooksType | null;
  @Field(() => EntityId, { nullable: true, description: 'The invoice that a credit note takes back.' })
  creditsId: string | null;
  @Field(() => EntityId, { nullable: true }) replacesId: string | null;
  @Field(() => EntityId, { nullable: true }) replacedById: string | null;
  @AtMost(50)
  @Field(() => [InvoiceRefType], { description: 'All of the same order, this one too; oldest first.' })
  chain: InvoiceRefType[];
  @AtMost(200)
  @Field(() => [InvoiceEntryType])
  entries: InvoiceEntryType[];
}

@ObjectType('OrderInvoice', {
  simpleResolvers: true,
  description: 'How the invoice of an order stands; no amounts.',
})
export class OrderInvoiceType {
  @Field(() => EntityId) id: string;
  @Field(() => String) number: string;
  @Field(() => InvoiceState) state: InvoiceState;
}
