import { Field, InputType, Int } from 'type-graphql';
import { EntityId, LocalDateScalar, ShortText } from '../../platform/graphql/scalars.ts';
import { BlockReason, CardStatus } from './card.enums.ts';
import { BlockRequest, CardRecord } from './card-page.enums.ts';

@InputType()
export class CardFilter {
  @Field(() => [CardStatus], { nullable: true }) status?: CardStatus[] | null;
  @Field(() => ShortText, { nullable: true, description: 'Organisation number of a unit or a main unit.' })
  firm?: string | null;
  @Field(() => Int, { nullable: true, description: 'Live cards whose last day comes within so many days.' })
  expiringWithin?: number | null;
}

@InputType()
export class BlockCardInput {
  @Field(() => EntityId) cardId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => BlockReason) reason: BlockReason;
  @Field(() => ShortText, { nullable: true }) comment?: string | null;
  @Field(() => BlockRequest) request: BlockRequest;
  @Field(() => EntityId, {
    nullable: true,
    description: 'The verified call in which it was asked for; with PHONE.',
  })
  callId?: string | null;
}

@InputType()
export class ReissueCardInput {
  @Field(() => EntityId) cardId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => BlockReason, { description: 'Why a card that is still valid is blocked first.' })
  reason: BlockReason;
  @Field(() => ShortText, { nullable: true }) comment?: string | null;
}

@InputType()
export class RecordCardInput {
  @Field(() => EntityId) cardId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => CardRecord) what: CardRecord;
  @Field(() => LocalDateScalar) on: string;
  @Field(() => ShortText, { nullable: true, description: 'Who seized it.' }) by?: string | null;
}
