import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { Scheme } from '../order/order.enums.ts';
import { ProposedChangeType } from '../proposed-change/proposed-change.type.ts';
import type { SettingKey } from './setting.catalogue.ts';
import { SettingArea, SettingKind, SettingUnit } from './setting.enums.ts';
import { SETTING_KEYS } from './setting.rules.ts';

/** As the API names them: autoCancelWorkingDays is AUTO_CANCEL_WORKING_DAYS. */
export const SettingKeyEnum = Object.fromEntries(
  SETTING_KEYS.map(key => [key.replace(/[A-Z]/g, '_$&').toUpperCase(), key]),
) as Readonly<Record<string, SettingKey>>;

registerEnumType(SettingKeyEnum, { name: 'SettingKey' });
registerEnumType(SettingKind, { name: 'SettingKind' });
registerEnumType(SettingUnit, { name: 'SettingUnit' });
registerEnumType(SettingArea, { name: 'SettingArea' });

@ObjectType('SettingStanding', {
  simpleResolvers: true,
  description: 'What holds on a day, for one scheme or for all that have no value of their own.',
})
export class SettingStandingType {
  @Field(() => Scheme, { nullable: true }) scheme: Scheme | null;
  @Field(() => String) value: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Null: from the beginning.' })
  from: string | null;
  @Field(() => EntityId, {
    nullable: true,
    description: 'The change behind it; null for what the desk was born with.',
  })
  changeId: string | null;
}

@ObjectType('SchemeSetting', {
  simpleResolvers: true,
  description: 'One rule of the scheme that may change.',
})
export class SchemeSettingType {
  @Field(() => SettingKeyEnum) key: SettingKey;
  @Field(() => SettingArea) area: SettingArea;
  @Field(() => SettingKind) kind: SettingKind;
  @Field(() => SettingUnit, { nullable: true }) unit: SettingUnit | null;
  @Field(() => String, { description: 'Rule or source it comes from.' }) source: string;
  @Field(() => Boolean, { description: 'Whether a scheme may have a value of its own.' })
  perScheme: boolean;
  @Field(() => Int, { nullable: true, description: 'Of a number; of an amount in hundredths.' })
  least: number | null;
  @Field(() => Int, { nullable: true }) most: number | null;
  @AtMost(5)
  @Field(() => [SettingStandingType])
  holds: SettingStandingType[];
  @AtMost(5)
  @Field(() => [SettingStandingType], { description: 'What the desk was born with, oldest first.' })
  born: SettingStandingType[];
}

@ObjectType('SettingChange', {
  simpleResolvers: true,
  description:
    'A value somebody has proposed from a day on. It is never changed; it is approved, or withdrawn.',
})
export class SettingChangeType extends ProposedChangeType {
  @Field(() => SettingKeyEnum) key: SettingKey;
  @Field(() => Scheme, { nullable: true }) scheme: Scheme | null;
  @Field(() => String) value: string;
}

@ObjectType('SchemeSettings', { simpleResolvers: true })
export class SchemeSettingsType {
  @Field(() => LocalDateScalar, { description: 'The day they are shown for.' }) day: string;
  @AtMost(60)
  @Field(() => [SchemeSettingType])
  settings: SchemeSettingType[];
  @AtMost(200)
  @Field(() => [SettingChangeType], { description: 'Newest first; the last 200.' })
  changes: SettingChangeType[];
}
