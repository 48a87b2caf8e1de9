import { Field, InputType } from 'type-graphql';
import { ShortText } from '../../platform/graphql/scalars.ts';

@InputType()
export class RefreshFirmInput {
  @Field(() => ShortText) orgNumber: string;
}
