import { Field, InputType } from 'type-graphql';
import { EntityId, ShortText } from '../../platform/graphql/scalars.ts';
import { RevealPurpose } from './person.enums.ts';

@InputType()
export class RevealNationalIdInput {
  @Field(() => EntityId) caseId: string;
  @Field(() => EntityId) personId: string;
  @Field(() => RevealPurpose) purpose: RevealPurpose;
  @Field(() => ShortText) reason: string;
}
