import { Field, InputType, Int } from 'type-graphql';
import { DateTime, EntityId, LongText, ShortText } from '../../platform/graphql/scalars.ts';
import { DeliveryStatus } from './webhook.enums.ts';

@InputType()
export class CreateWebhookInput {
  @Field(() => EntityId, { description: 'The machine that is told.' }) machineId: string;
  @Field(() => LongText) url: string;
  @Field(() => [ShortText]) topics: string[];
}

@InputType()
export class UpdateWebhookInput {
  @Field(() => EntityId) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => LongText) url: string;
  @Field(() => [ShortText]) topics: string[];
  @Field(() => Boolean) active: boolean;
}

@InputType()
export class WebhookVersionInput {
  @Field(() => EntityId) id: string;
  @Field(() => Int) expectedVersion: number;
}

@InputType()
export class WebhookDeliveryFilter {
  @Field(() => EntityId, { nullable: true }) endpointId?: string | null;
  @Field(() => DeliveryStatus, { nullable: true }) status?: DeliveryStatus | null;
}

@InputType()
export class ReplayWebhooksInput {
  @Field(() => EntityId) endpointId: string;
  @Field(() => DateTime, { description: 'When it happened: from here on.' }) from: Date;
  @Field(() => DateTime) to: Date;
}
