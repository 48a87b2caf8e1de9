import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { CappedCountType, PageInfoType } from '../../platform/graphql/page.type.ts';
import { DateTime, EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { StaffRefType } from '../staff/me.type.ts';

@ObjectType('VatFirm', {
  simpleResolvers: true,
  description: 'A firm whose orderers have declared that it is not liable to VAT.',
})
export class VatFirmType {
  @Field(() => Int, { nullable: true, description: 'In its batch.' }) line: number | null;
  @Field(() => String) orgNumber: string;
  @Field(() => String) name: string;
  @Field(() => DateTime) firstDeclaredAt: Date;
  @Field(() => DateTime) lastDeclaredAt: Date;
  @Field(() => Int) declarations: number;
  @Field(() => String, {
    nullable: true,
    description: 'Who declared it first; null when the order is gone, or she is protected from the reader.',
  })
  declarerName: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Code of Enhetsregisteret; null when she orders by delegation.',
  })
  declarerRole: string | null;
}

@ObjectType('VatFirmPage', { simpleResolvers: true })
export class VatFirmPageType {
  @Field(() => [VatFirmType]) rows: VatFirmType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
}

@ObjectType('VatBatch', {
  simpleResolvers: true,
  description: 'A numbered list of such firms for the tax authorities.',
})
export class VatBatchType {
  @Field(() => EntityId) id: string;
  @Field(() => Int) number: number;
  @Field(() => DateTime) madeAt: Date;
  @Field(() => StaffRefType, { nullable: true }) madeBy: StaffRefType | null;
  @Field(() => DateTime, { description: 'The earliest first declaration in it.' }) fromAt: Date;
  @Field(() => DateTime, { description: 'The latest first declaration in it.' }) toAt: Date;
  @Field(() => Int) firms: number;
  @Field(() => String, { description: 'Checksum of the CSV file, hex.' }) csvSha256: string;
  @Field(() => String, { description: 'Checksum of the JSON file, hex.' }) jsonSha256: string;
  @Field(() => Int) timesSent: number;
  @Field(() => DateTime, { nullable: true, description: 'The last time.' }) sentAt: Date | null;
  @Field(() => StaffRefType, { nullable: true }) sentBy: StaffRefType | null;
  @Field(() => String, { nullable: true, description: 'The tax authorities’ reference.' }) receipt:
    | string
    | null;
  @Field(() => LocalDateScalar, { nullable: true }) receivedOn: string | null;
  @Field(() => DateTime, { nullable: true }) receiptAt: Date | null;
  @Field(() => StaffRefType, { nullable: true }) receiptBy: StaffRefType | null;
  @Field(() => Int) version: number;
}

@ObjectType('VatBatchPage', { simpleResolvers: true })
export class VatBatchPageType {
  @Field(() => [VatBatchType]) rows: VatBatchType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
}

@ObjectType('VatBatches', { simpleResolvers: true })
export class VatBatchesType {
  @Field(() => CappedCountType, { description: 'Firms that are in no batch yet.' })
  waitingCount: CappedCountType;
  @AtMost(50)
  @Field(() => [VatFirmType], { description: 'Who has waited longest first; the first 50.' })
  waiting: VatFirmType[];
  @Field(() => VatBatchPageType) batches: VatBatchPageType;
}

@ObjectType('VatBatchDetail', { simpleResolvers: true })
export class VatBatchDetailType {
  @Field(() => VatBatchType) batch: VatBatchType;
  @Field(() => VatFirmPageType) firms: VatFirmPageType;
}

@ObjectType('VatFollowUpFirm', { simpleResolvers: true })
export class VatFollowUpFirmType {
  @Field(() => String) orgNumber: string;
  @Field(() => String) name: string;
  @Field(() => DateTime) firstDeclaredAt: Date;
  @Field(() => DateTime) lastDeclaredAt: Date;
  @Field(() => Int, { description: 'Since the beginning.' }) declarations: number;
  @Field(() => Int, { nullable: true, description: 'Within the months that count.' }) lately: number | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day the desk saw it in Merverdiavgiftsregisteret.',
  })
  inVatRegisterSince: string | null;
  @Field(() => Int, { nullable: true, description: 'Null: it waits for the next one.' })
  batchNumber: number | null;
}

@ObjectType('VatFollowUp', { simpleResolvers: true })
export class VatFollowUpType {
  @Field(() => Int, { description: 'So often is again and again (a rule of the scheme) …' }) times: number;
  @Field(() => Int, { description: '… within so many months.' }) months: number;
  @AtMost(100)
  @Field(() => [VatFollowUpFirmType], { description: 'Declared, and registered since; the newest 100.' })
  registered: VatFollowUpFirmType[];
  @AtMost(100)
  @Field(() => [VatFollowUpFirmType], { description: 'Declared again and again; the first 100.' })
  again: VatFollowUpFirmType[];
}
