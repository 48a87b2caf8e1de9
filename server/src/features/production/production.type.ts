import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { CappedCountType, PageInfoType } from '../../platform/graphql/page.type.ts';
import { DateTime, EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { StaffRefType } from '../staff/me.type.ts';
import { ProductionLineStatus, ProductionReason } from './production.enums.ts';

registerEnumType(ProductionLineStatus, { name: 'ProductionLineStatus' });
registerEnumType(ProductionReason, { name: 'ProductionReason' });

@ObjectType('ProductionLine', { simpleResolvers: true, description: 'One card handed over to production.' })
export class ProductionLineType {
  @Field(() => EntityId) id: string;
  @Field(() => String, { nullable: true, description: 'Null: the desk held it back.' })
  batchNumber: string | null;
  @Field(() => Int, { nullable: true }) line: number | null;
  @Field(() => EntityId) orderItemId: string;
  @Field(() => String) orderNumber: string;
  @Field(() => Int) orderLine: number;
  @Field(() => String, { nullable: true }) cardNumber: string | null;
  @Field(() => String) firmName: string;
  @Field(() => ProductionLineStatus) status: ProductionLineStatus;
  @Field(() => DateTime) statusAt: Date;
  @Field(() => ProductionReason, { nullable: true }) reason: ProductionReason | null;
  @Field(() => String, { nullable: true, description: 'What production wrote beside it.' })
  note: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) dueOn: string | null;
  @Field(() => Boolean, { description: 'In production past its last day (R12).' }) late: boolean;
  @Field(() => LocalDateScalar, { nullable: true }) shippedOn: string | null;
  @Field(() => Boolean) canRelease: boolean;
  @Field(() => DateTime, { nullable: true }) releasedAt: Date | null;
  @Field(() => StaffRefType, { nullable: true }) releasedBy: StaffRefType | null;
  @Field(() => String, { nullable: true }) releasedReason: string | null;
  @Field(() => Int) version: number;
}

@ObjectType('ProductionBatch', { simpleResolvers: true })
export class ProductionBatchType {
  @Field(() => EntityId) id: string;
  @Field(() => String) number: string;
  @Field(() => DateTime) madeAt: Date;
  @Field(() => LocalDateScalar, { description: 'Out of production by the end of this day (R12).' })
  dueOn: string;
  @Field(() => Int) lines: number;
  @Field(() => Int) sent: number;
  @Field(() => Int) acknowledged: number;
  @Field(() => Int) refused: number;
  @Field(() => Int) shipped: number;
  @Field(() => Boolean) late: boolean;
  @Field(() => DateTime, { nullable: true }) deliveredAt: Date | null;
  @Field(() => DateTime, { nullable: true }) fetchedAt: Date | null;
  @Field(() => DateTime, { nullable: true }) doneAt: Date | null;
  @Field(() => String, { description: 'Checksum of the file, hex.' }) sha256: string;
}

@ObjectType('ProductionBatchPage', { simpleResolvers: true })
export class ProductionBatchPageType {
  @Field(() => [ProductionBatchType]) rows: ProductionBatchType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
}

@ObjectType('ProductionPage', { simpleResolvers: true })
export class ProductionPageType {
  @Field(() => CappedCountType, { description: 'Ready, and not handed over yet.' }) ready: CappedCountType;
  @AtMost(200)
  @Field(() => [ProductionLineType], {
    description: 'Came back or were held back, and wait for a person; the first 200.',
  })
  waiting: ProductionLineType[];
  @AtMost(200)
  @Field(() => [ProductionLineType], { description: 'Late (R12), longest first; the first 200.' })
  late: ProductionLineType[];
  @Field(() => ProductionBatchPageType) batches: ProductionBatchPageType;
}

@ObjectType('ProductionBatchDetail', { simpleResolvers: true })
export class ProductionBatchDetailType {
  @Field(() => ProductionBatchType) batch: ProductionBatchType;
  @AtMost(200)
  @Field(() => [ProductionLineType])
  lines: ProductionLineType[];
}
