import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, EntityId } from '../../platform/graphql/scalars.ts';
import { StaffRefType } from './me.type.ts';
import { StaffGrantAction, StaffGrantOutcome, StaffRole } from './staff.enums.ts';

registerEnumType(StaffGrantOutcome, { name: 'StaffGrantOutcome' });
registerEnumType(StaffGrantAction, { name: 'StaffGrantAction' });

@ObjectType('StaffGrant', {
  simpleResolvers: true,
  description: 'Roles that one administrator has proposed and another one must approve.',
})
export class StaffGrantType {
  @Field(() => EntityId) id: string;
  @Field(() => [StaffRole]) roles: StaffRole[];
  @Field(() => Boolean, { description: 'Whether approval also lets the person sign in.' })
  activates: boolean;
  @Field(() => StaffRefType) proposedBy: StaffRefType;
  @Field(() => DateTime) proposedAt: Date;
  @Field(() => StaffGrantOutcome, { nullable: true, description: 'Null while it waits.' })
  outcome: StaffGrantOutcome | null;
  @Field(() => StaffRefType, { nullable: true }) decidedBy: StaffRefType | null;
  @Field(() => DateTime, { nullable: true }) decidedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was rejected.' }) reason: string | null;
  @Field(() => [StaffGrantAction], { description: 'What the caller may do about it now.' })
  allowedActions: StaffGrantAction[];
}
