import { Field, InputType, Int } from 'type-graphql';
import { EntityId, LongText, ShortText } from '../../platform/graphql/scalars.ts';
import { ClientAuthentication, MachineClientKind } from './machine-client.enums.ts';

@InputType()
export class MachineClientFilter {
  @Field(() => ShortText, { nullable: true, description: 'Part of the name, or an organisation number.' })
  text?: string | null;
  @Field(() => MachineClientKind, { nullable: true }) kind?: MachineClientKind | null;
  @Field(() => Boolean, { nullable: true }) active?: boolean | null;
}

@InputType()
export class CreateMachineClientInput {
  @Field(() => ShortText) name: string;
  @Field(() => MachineClientKind) kind: MachineClientKind;
  @Field(() => ShortText, { nullable: true, description: 'Main unit, for API2.' }) orgNumber?: string | null;
  @Field(() => ClientAuthentication) authentication: ClientAuthentication;
  @Field(() => LongText, { nullable: true, description: 'Public keys as a JSON Web Key Set, or one key.' })
  jwks?: string | null;
  @Field(() => [ShortText]) scopes: string[];
}

@InputType()
export class UpdateMachineClientInput {
  @Field(() => EntityId) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => ShortText) name: string;
  @Field(() => [ShortText]) scopes: string[];
  @Field(() => LongText, { nullable: true, description: 'Null leaves the keys as they are.' }) jwks?:
    | string
    | null;
  @Field(() => Boolean) active: boolean;
}

@InputType()
export class MachineClientVersionInput {
  @Field(() => EntityId) id: string;
  @Field(() => Int) expectedVersion: number;
}
