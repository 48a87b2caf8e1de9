import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { CappedCountType, PageInfoType } from '../../platform/graphql/page.type.ts';
import { DateTime, EntityId, LocalDateScalar, Ore } from '../../platform/graphql/scalars.ts';
import { StaffRefType } from '../staff/me.type.ts';
import { PaymentStatus } from './payment.enums.ts';
import { PaymentFault, PaymentFileFormat } from './payment-file.rules.ts';
import { MatchReason } from './payment-match.rules.ts';

registerEnumType(PaymentStatus, { name: 'PaymentStatus' });
registerEnumType(PaymentFault, { name: 'PaymentFault' });
registerEnumType(PaymentFileFormat, { name: 'PaymentFileFormat' });
registerEnumType(MatchReason, { name: 'MatchReason' });

@ObjectType('PaymentRow', { simpleResolvers: true, description: 'As the bank told it.' })
export class PaymentRowType {
  @Field(() => EntityId) id: string;
  @Field(() => LocalDateScalar) bookedOn: string;
  @Field(() => PaymentStatus) status: PaymentStatus;
  @Field(() => Ore) amountOre: number;
  @Field(() => Ore, { description: 'What belongs to nobody yet.' }) openOre: number;
  @Field(() => String, { nullable: true }) kid: string | null;
  @Field(() => String, { nullable: true }) payerName: string | null;
  @Field(() => String, { nullable: true, description: 'What the payer wrote.' }) message: string | null;
  @Field(() => Int) version: number;
}

@ObjectType('PaymentPage', { simpleResolvers: true })
export class PaymentPageType {
  @Field(() => [PaymentRowType]) rows: PaymentRowType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
  @Field(() => CappedCountType, { description: 'That wait for a person.' }) openCount: CappedCountType;
  @Field(() => Ore, { description: 'All that belongs to nobody yet.' }) openOre: number;
}

@ObjectType('PaymentSuggestion', { simpleResolvers: true, description: 'An invoice it may be for, and why.' })
export class PaymentSuggestionType {
  @Field(() => EntityId) invoiceId: string;
  @Field(() => String) number: string;
  @Field(() => String) orderNumber: string;
  @Field(() => String, { nullable: true, description: 'Of a firm; null for a person who is billed herself.' })
  firmName: string | null;
  @Field(() => Ore, { description: 'What is left to pay there.' }) openOre: number;
  @AtMost(7)
  @Field(() => [MatchReason])
  reasons: MatchReason[];
}

@ObjectType('PaymentPlacing', { simpleResolvers: true, description: 'Where a person placed some of it.' })
export class PaymentPlacingType {
  @Field(() => EntityId) id: string;
  @Field(() => String, { nullable: true }) invoiceNumber: string | null;
  @Field(() => Ore) amountOre: number;
  @Field(() => String) reason: string;
  @Field(() => DateTime) placedAt: Date;
  @Field(() => StaffRefType, { nullable: true }) placedBy: StaffRefType | null;
}

@ObjectType('PaymentDetail', { simpleResolvers: true })
export class PaymentType {
  @Field(() => PaymentRowType) row: PaymentRowType;
  @Field(() => String, { nullable: true }) payerAccount: string | null;
  @Field(() => String, { nullable: true }) archiveReference: string | null;
  @Field(() => Int, { description: 'In its file.' }) line: number;
  @AtMost(5)
  @Field(() => [PaymentSuggestionType], { description: 'The likeliest first.' })
  suggestions: PaymentSuggestionType[];
  @AtMost(50)
  @Field(() => [PaymentPlacingType])
  placings: PaymentPlacingType[];
}

@ObjectType('PaymentLineFault', { simpleResolvers: true })
export class PaymentLineFaultType {
  @Field(() => Int) lineNumber: number;
  @Field(() => PaymentFault) code: PaymentFault;
  @Field(() => String, { description: 'What stood there, or "said / found".' }) text: string;
}

@ObjectType('PaymentFile', { simpleResolvers: true })
export class PaymentFileType {
  @Field(() => EntityId) id: string;
  @Field(() => String) name: string;
  @Field(() => PaymentFileFormat) format: PaymentFileFormat;
  @Field(() => Int) payments: number;
  @Field(() => Ore) totalOre: number;
  @Field(() => Int, { description: 'Not booked yet.' }) waiting: number;
  @Field(() => DateTime) importedAt: Date;
  @Field(() => StaffRefType, { nullable: true }) importedBy: StaffRefType | null;
  @AtMost(100)
  @Field(() => [PaymentLineFaultType], { description: 'The first 100.' })
  faults: PaymentLineFaultType[];
}
