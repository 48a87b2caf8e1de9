import { Field, InputType } from 'type-graphql';
import { ShortText } from '../../platform/graphql/scalars.ts';

@InputType()
export class ChangePasswordInput {
  @Field(() => ShortText) email: string;
  @Field(() => ShortText) password: string;
  @Field(() => ShortText) newPassword: string;
}
