import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { StaffRefType } from '../staff/me.type.ts';
import { ChangeAction, ChangeState } from './proposed-change.enums.ts';

registerEnumType(ChangeAction, { name: 'ChangeAction' });
registerEnumType(ChangeState, { name: 'ChangeState' });

/** What is the same of every change. */
@ObjectType({ simpleResolvers: true })
export abstract class ProposedChangeType {
  @Field(() => EntityId) id: string;
  @Field(() => LocalDateScalar) validFrom: string;
  @Field(() => ChangeState) state: ChangeState;
  @Field(() => String) grounds: string;
  @Field(() => StaffRefType) proposedBy: StaffRefType;
  @Field(() => DateTime) proposedAt: Date;
  @Field(() => StaffRefType, { nullable: true }) approvedBy: StaffRefType | null;
  @Field(() => DateTime, { nullable: true }) approvedAt: Date | null;
  @Field(() => StaffRefType, { nullable: true }) withdrawnBy: StaffRefType | null;
  @Field(() => DateTime, { nullable: true }) withdrawnAt: Date | null;
  @Field(() => String, { nullable: true }) withdrawnReason: string | null;
  @Field(() => [ChangeAction], { description: 'What the caller may do about it now.' })
  allowedActions: ChangeAction[];
}

@ObjectType('ChangeStanding', { simpleResolvers: true, description: 'How a change stands now.' })
export class ChangeStandingType {
  @Field(() => EntityId) id: string;
  @Field(() => ChangeState) state: ChangeState;
}
