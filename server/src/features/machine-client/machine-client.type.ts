import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { CappedCountType, PageInfoType } from '../../platform/graphql/page.type.ts';
import { DateTime, EntityId } from '../../platform/graphql/scalars.ts';
import { OrganisationType } from '../organisation/organisation.type.ts';
import { ClientAuthentication, MachineClientKind } from './machine-client.enums.ts';

@ObjectType('MachineSecret', {
  simpleResolvers: true,
  description: 'What is known of a secret: never the secret.',
})
export class MachineSecretType {
  @Field(() => EntityId) id: string;
  @Field(() => String, { description: 'Its last four characters.' }) hint: string;
  @Field(() => DateTime) createdAt: Date;
  @Field(() => DateTime, {
    nullable: true,
    description: 'When it stops working; null while it is the newest.',
  })
  expiresAt: Date | null;
  @Field(() => DateTime, { nullable: true }) lastUsedAt: Date | null;
  @Field(() => Boolean, { description: 'Whether it works now.' }) live: boolean;
}

@ObjectType('MachineClient', { simpleResolvers: true, description: 'A machine that may ask the desk.' })
export class MachineClientType {
  @Field(() => EntityId) id: string;
  @Field(() => String, { description: 'The name it goes by at the token endpoint.' }) clientId: string;
  @Field(() => String) name: string;
  @Field(() => MachineClientKind) kind: MachineClientKind;
  @Field(() => OrganisationType, {
    nullable: true,
    description: 'The main unit whose rows an API2 client reaches.',
  })
  firm: OrganisationType | null;
  @Field(() => ClientAuthentication) authentication: ClientAuthentication;
  @AtMost(5)
  @Field(() => [String], { description: 'Names of its public keys.' })
  keyIds: string[];
  @AtMost(10)
  @Field(() => [String])
  scopes: string[];
  @AtMost(10)
  @Field(() => [MachineSecretType], { description: 'Newest first.' })
  secrets: MachineSecretType[];
  @Field(() => Boolean) active: boolean;
  @Field(() => Int) version: number;
  @Field(() => DateTime) createdAt: Date;
  @Field(() => DateTime, { nullable: true }) lastUsedAt: Date | null;
  @Field(() => Int) requestsToday: number;
}

@ObjectType('MachineClientPage', { simpleResolvers: true })
export class MachineClientPageType {
  @Field(() => [MachineClientType]) rows: MachineClientType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
  @Field(() => CappedCountType, { nullable: true }) count: CappedCountType | null;
}

@ObjectType('MachineSecretMade', {
  simpleResolvers: true,
  description: 'The secret is shown once, to the administrator who made it, and kept nowhere.',
})
export class MachineSecretMadeType {
  @Field(() => MachineClientType) client: MachineClientType;
  @Field(() => String) secret: string;
}
