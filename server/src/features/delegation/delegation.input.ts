import { Field, InputType, Int } from 'type-graphql';
import { EntityId, ShortText } from '../../platform/graphql/scalars.ts';
import { DelegationRevokeReason } from './delegation.enums.ts';

@InputType()
export class RevokeDelegationInput {
  @Field(() => EntityId) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => DelegationRevokeReason) reason: DelegationRevokeReason;
  @Field(() => ShortText, { nullable: true }) comment?: string | null;
}
