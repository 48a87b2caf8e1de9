import { Field, InputType, Int } from 'type-graphql';
import { EntityId, ShortText } from '../../platform/graphql/scalars.ts';
import { StaffRole } from './staff.enums.ts';

@InputType()
export class StaffFilter {
  @Field(() => ShortText, { nullable: true }) text?: string | null;
  @Field(() => Boolean, { nullable: true }) active?: boolean | null;
  @Field(() => StaffRole, { nullable: true }) role?: StaffRole | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether proposed roles wait for approval.' })
  waiting?: boolean | null;
}

@InputType()
export class CreateStaffInput {
  @Field(() => ShortText) name: string;
  @Field(() => ShortText) email: string;
  @Field(() => EntityId) organisationId: string;
  @Field(() => [StaffRole]) roles: StaffRole[];
}

@InputType()
export class UpdateStaffInput {
  @Field(() => EntityId) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => ShortText) name: string;
  @Field(() => [StaffRole]) roles: StaffRole[];
  @Field(() => Boolean) active: boolean;
}
