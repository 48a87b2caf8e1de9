import { Field, InputType } from 'type-graphql';
import { EntityId, LocalDateScalar, ShortText } from '../../platform/graphql/scalars.ts';
import { AuditKind } from './audit.enums.ts';

@InputType()
export class AuditFilter {
  @Field(() => [AuditKind], { nullable: true }) kind?: AuditKind[] | null;
  @Field(() => EntityId, { nullable: true }) actorId?: string | null;
  @Field(() => ShortText, { nullable: true }) caseNumber?: string | null;
  @Field(() => EntityId, { nullable: true }) personId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only searches for persons that found nobody.' })
  noHits?: boolean | null;
  @Field(() => ShortText, { nullable: true }) operation?: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) from?: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) to?: string | null;
}
