import { Field, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { DateTime, EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { CardStatus } from '../card/card.enums.ts';
import { Scheme } from '../order/order.enums.ts';
import { TipCategory } from './card-tip.enums.ts';

@ObjectType('CardTip', { simpleResolvers: true })
export class CardTipType {
  @Field(() => EntityId) id: string;
  @Field(() => DateTime) receivedAt: Date | string;
  @Field(() => TipCategory) category: TipCategory;
  @Field(() => String, { nullable: true }) text: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The authority that reported it; null for the public page.',
  })
  reporter: string | null;
}

@ObjectType('TipCardEvent', { simpleResolvers: true })
export class TipCardEventType {
  @Field(() => DateTime) at: Date | string;
  @Field(() => String) type: string;
  @Field(() => String, { nullable: true }) from: string | null;
  @Field(() => String, { nullable: true }) to: string | null;
  @Field(() => String, { nullable: true }) reason: string | null;
}

@ObjectType('TipCard', {
  simpleResolvers: true,
  description: 'A reported card, without its holder; status is null for a number nobody has.',
})
export class TipCardType {
  @Field(() => String) number: string;
  @Field(() => CardStatus, { nullable: true }) status: CardStatus | null;
  @Field(() => String, { nullable: true }) statusReason: string | null;
  @Field(() => DateTime, { nullable: true }) statusAt: Date | string | null;
  @Field(() => Boolean) earlierIssuer: boolean;
  @Field(() => Scheme, { nullable: true }) scheme: Scheme | null;
  @Field(() => LocalDateScalar, { nullable: true }) validFrom: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) expiresOn: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) shreddedOn: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) seizedOn: string | null;
  @Field(() => String, { nullable: true }) seizedBy: string | null;
  @Field(() => String, { nullable: true }) firmName: string | null;
  @Field(() => String, { nullable: true }) orgNumber: string | null;
  @Field(() => Boolean, { description: 'Whether there is an orderer to tell.' }) canTellEmployer: boolean;
  @Field(() => DateTime, { nullable: true }) employerToldAt: Date | string | null;
  @Field(() => DateTime, { nullable: true }) blockAskedAt: Date | string | null;
  @AtMost(20)
  @Field(() => [TipCardEventType])
  history: TipCardEventType[];
  @AtMost(50)
  @Field(() => [CardTipType])
  tips: CardTipType[];
}
