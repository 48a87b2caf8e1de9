import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { DateTime, EntityId, StoredJson } from '../../platform/graphql/scalars.ts';
import { SignInMethod, StaffOrganisationKind, StaffRole } from './staff.enums.ts';

registerEnumType(StaffRole, { name: 'StaffRole' });
registerEnumType(SignInMethod, { name: 'SignInMethod' });
registerEnumType(StaffOrganisationKind, { name: 'StaffOrganisationKind' });

@ObjectType('StaffOrganisation', { simpleResolvers: true })
export class StaffOrganisationType {
  @Field(() => EntityId) id: string;
  @Field(() => StaffOrganisationKind) kind: StaffOrganisationKind;
  @Field(() => String) name: string;
}

@ObjectType('StaffRef', { simpleResolvers: true })
export class StaffRefType {
  @Field(() => EntityId) id: string;
  @Field(() => String) name: string;
  @Field(() => String) initials: string;
}

@ObjectType('Permission', { simpleResolvers: true })
export class PermissionType {
  @Field(() => String) resource: string;
  @Field(() => String) action: string;
}

@ObjectType('Me', { simpleResolvers: true })
export class MeType {
  @Field(() => EntityId) id: string;
  @Field(() => String) name: string;
  @Field(() => String) initials: string;
  @Field(() => String) email: string;
  @Field(() => [StaffRole]) roles: StaffRole[];
  @Field(() => StaffOrganisationType) organisation: StaffOrganisationType;
  @Field(() => [PermissionType]) permissions: PermissionType[];
  @Field(() => StoredJson) preferences: unknown;
  @Field(() => Int) sessionIdleMinutes: number;
  @Field(() => DateTime) sessionEndsAt: Date;
  @Field(() => SignInMethod) signInMethod: SignInMethod;
  @Field(() => DateTime, {
    nullable: true,
    description: 'When the person last proved who she is; null when the provider did not say.',
  })
  provedAt: Date | null;
}

@ObjectType('DemoAccount', { simpleResolvers: true })
export class DemoAccountType {
  @Field(() => String) email: string;
  @Field(() => String) name: string;
  @Field(() => String) initials: string;
  @Field(() => StaffRole) role: StaffRole;
  @Field(() => String) organisationName: string;
}

@ObjectType('DeskSettings', {
  simpleResolvers: true,
  description: 'What the sign-in page needs to know before anyone is signed in.',
})
export class DeskSettingsType {
  @Field(() => String) version: string;
  @Field(() => Boolean) demoMode: boolean;
  @AtMost(20)
  @Field(() => [DemoAccountType])
  demoAccounts: DemoAccountType[];
  @Field(() => String, {
    nullable: true,
    description:
      'Name of the identity provider that signs people in; null when they sign in with a password.',
  })
  signInProvider: string | null;
  @Field(() => Boolean) mailDelivery: boolean;
  @Field(() => Int) uploadMaxBytes: number;
  @Field(() => Int) undoSeconds: number;
  @Field(() => Int) sessionIdleMinutes: number;
}

@ObjectType('Session', { simpleResolvers: true })
export class SessionType {
  @Field(() => EntityId) id: string;
  @Field(() => DateTime) createdAt: Date;
  @Field(() => DateTime) seenAt: Date;
  @Field(() => String, { nullable: true }) device: string | null;
  @Field(() => Boolean) current: boolean;
}
