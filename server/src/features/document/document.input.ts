import { Field, InputType } from 'type-graphql';
import { EntityId, ShortText } from '../../platform/graphql/scalars.ts';

@InputType()
export class StrikeDocumentInput {
  @Field(() => EntityId) documentId: string;
  @Field(() => ShortText, { description: 'What is wrong with it.' }) reason: string;
}
