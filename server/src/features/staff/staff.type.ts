import { Field, Int, ObjectType } from 'type-graphql';
import { CappedCountType, PageInfoType } from '../../platform/graphql/page.type.ts';
import { DateTime, EntityId } from '../../platform/graphql/scalars.ts';
import { StaffOrganisationType } from './me.type.ts';
import { StaffRole } from './staff.enums.ts';
import { StaffGrantType } from './staff-grant.type.ts';

@ObjectType('StaffUser', { simpleResolvers: true })
export class StaffUserType {
  @Field(() => EntityId) id: string;
  @Field(() => String) name: string;
  @Field(() => String) email: string;
  @Field(() => StaffOrganisationType) organisation: StaffOrganisationType;
  @Field(() => [StaffRole]) roles: StaffRole[];
  @Field(() => Boolean) active: boolean;
  @Field(() => DateTime, { nullable: true }) lastSeenAt: Date | null;
  @Field(() => Int) version: number;
  @Field(() => StaffGrantType, {
    nullable: true,
    description: 'Roles proposed last: waiting, or decided on.',
  })
  lastGrant: StaffGrantType | null;
}

@ObjectType('StaffPage', { simpleResolvers: true })
export class StaffPageType {
  @Field(() => [StaffUserType]) rows: StaffUserType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
  @Field(() => CappedCountType, { nullable: true }) count: CappedCountType | null;
}

@ObjectType('StaffCreated', {
  simpleResolvers: true,
  description:
    'The one-time password is shown once, to the administrator, and must be changed at the first sign-in; null when sign-in is not by password.',
})
export class StaffCreatedType {
  @Field(() => StaffUserType) user: StaffUserType;
  @Field(() => String, { nullable: true }) oneTimePassword: string | null;
}
