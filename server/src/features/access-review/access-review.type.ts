import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateTime, EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { AuditRowType } from '../audit/audit.type.ts';
import { StaffOrganisationType, StaffRefType } from '../staff/me.type.ts';
import { OddityKind, ReviewVerdict } from './access-review.enums.ts';

@ObjectType('ReviewMark', { simpleResolvers: true })
export class ReviewMarkType {
  @Field(() => ReviewVerdict) verdict: ReviewVerdict;
  @Field(() => String) comment: string;
  @Field(() => StaffRefType) by: StaffRefType;
  @Field(() => DateTime) at: Date;
}

@ObjectType('AccessOddity', { simpleResolvers: true })
export class AccessOddityType {
  @Field(() => String, { description: 'Names the oddity within its week.' }) key: string;
  @Field(() => OddityKind) kind: OddityKind;
  @Field(() => StaffRefType) actor: StaffRefType;
  @Field(() => Int, { description: 'Higher is graver; 40 and above should be looked at first.' })
  score: number;
  @Field(() => Int) count: number;
  @Field(() => Float, { nullable: true, description: 'What the count is held against.' })
  usual: number | null;
  @Field(() => EntityId, { nullable: true }) personId: string | null;
  @Field(() => String, { nullable: true }) personName: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) day: string | null;
  @Field(() => String, { nullable: true }) queue: string | null;
  @Field(() => DateTime) firstAt: Date;
  @Field(() => DateTime) lastAt: Date;
  @Field(() => [EntityId], { description: 'The newest 20 rows behind it, of those the review holds.' })
  rowIds: string[];
  @Field(() => ReviewMarkType, { nullable: true }) mark: ReviewMarkType | null;
}

@ObjectType('ReviewSignature', { simpleResolvers: true })
export class ReviewSignatureType {
  @Field(() => StaffRefType) by: StaffRefType;
  @Field(() => DateTime) at: Date;
  @Field(() => Int) oddities: number;
}

@ObjectType('AccessReview', { simpleResolvers: true })
export class AccessReviewType {
  @Field(() => LocalDateScalar, { description: 'Monday of the week.' }) weekOn: string;
  @Field(() => StaffOrganisationType) organisation: StaffOrganisationType;
  @Field(() => [StaffOrganisationType], { description: 'Those the reader may choose between.' })
  organisations: StaffOrganisationType[];
  @Field(() => Int) reads: number;
  @Field(() => Int) searches: number;
  @Field(() => Int) refused: number;
  @Field(() => Int) colleagues: number;
  @Field(() => [AccessOddityType], { description: 'Gravest first; never about the reader herself.' })
  oddities: AccessOddityType[];
  @Field(() => [AuditRowType], { description: 'Every row an oddity rests on, newest first.' })
  rows: AuditRowType[];
  @Field(() => Int, { description: 'Oddities about the reader herself, which the auditor settles.' })
  aboutReader: number;
  @Field(() => Boolean) maySign: boolean;
  @Field(() => ReviewSignatureType, { nullable: true }) signature: ReviewSignatureType | null;
}
