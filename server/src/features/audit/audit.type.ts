import { Field, Int, ObjectType } from 'type-graphql';
import { CappedCountType, PageInfoType } from '../../platform/graphql/page.type.ts';
import { DateTime, EntityId } from '../../platform/graphql/scalars.ts';
import { StaffRefType } from '../staff/me.type.ts';
import { AuditKind } from './audit.enums.ts';

@ObjectType('AuditRow', { simpleResolvers: true })
export class AuditRowType {
  @Field(() => EntityId) id: string;
  @Field(() => DateTime) at: Date;
  @Field(() => AuditKind) kind: AuditKind;
  @Field(() => StaffRefType, { nullable: true }) actor: StaffRefType | null;
  @Field(() => String) actorLabel: string;
  @Field(() => String) operation: string;
  @Field(() => String, { nullable: true }) tableName: string | null;
  @Field(() => String, { nullable: true }) rowId: string | null;
  @Field(() => EntityId, { nullable: true }) caseId: string | null;
  @Field(() => String, { nullable: true }) caseNumber: string | null;
  @Field(() => EntityId, { nullable: true }) personId: string | null;
  @Field(() => Int, { description: 'How many persons the row is about.' }) personCount: number;
  @Field(() => [String]) fields: string[];
  @Field(() => String, { nullable: true }) purpose: string | null;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => String) outcome: string;
  @Field(() => String, { nullable: true }) requestId: string | null;
}

@ObjectType('AuditPage', { simpleResolvers: true })
export class AuditPageType {
  @Field(() => [AuditRowType]) rows: AuditRowType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
  @Field(() => CappedCountType, { nullable: true }) count: CappedCountType | null;
}
