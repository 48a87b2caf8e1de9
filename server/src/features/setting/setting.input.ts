import { Field, InputType } from 'type-graphql';
import { EntityId, LocalDateScalar, ShortText } from '../../platform/graphql/scalars.ts';
import { Scheme } from '../order/order.enums.ts';
import type { SettingKey } from './setting.catalogue.ts';
import { SettingKeyEnum } from './setting.type.ts';

@InputType()
export class ProposeSettingInput {
  @Field(() => SettingKeyEnum) key: SettingKey;
  @Field(() => Scheme, { nullable: true, description: 'Null: every scheme without a value of its own.' })
  scheme?: Scheme | null;
  @Field(() => ShortText, {
    description: 'A number, an amount with two decimals, true or false, text, or codes with commas.',
  })
  value: string;
  @Field(() => LocalDateScalar, { description: 'Tomorrow at the earliest.' }) validFrom: string;
  @Field(() => ShortText) grounds: string;
}

@InputType()
export class WithdrawSettingInput {
  @Field(() => EntityId) id: string;
  @Field(() => ShortText) reason: string;
}
