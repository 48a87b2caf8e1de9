import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { CappedCountType, PageInfoType } from '../../platform/graphql/page.type.ts';
import { DateTime, EntityId } from '../../platform/graphql/scalars.ts';
import { DeliveryStatus, PauseReason } from './webhook.enums.ts';

@ObjectType('WebhookEndpoint', {
  simpleResolvers: true,
  description: 'Where a machine is told what happens.',
})
export class WebhookEndpointType {
  @Field(() => EntityId) id: string;
  @Field(() => EntityId) machineId: string;
  @Field(() => String) clientName: string;
  @Field(() => String) url: string;
  @AtMost(10)
  @Field(() => [String])
  topics: string[];
  @Field(() => Boolean) active: boolean;
  @Field(() => Int, { description: 'Tries in a row that failed.' }) failures: number;
  @Field(() => DateTime, { nullable: true }) pausedAt: Date | null;
  @Field(() => PauseReason, { nullable: true }) pauseReason: PauseReason | null;
  @Field(() => Int, { description: 'At most 1,001 are counted.' }) waiting: number;
  @Field(() => DateTime, { nullable: true }) lastDeliveredAt: Date | null;
  @Field(() => Int) version: number;
  @Field(() => DateTime) createdAt: Date;
}

@ObjectType('WebhookDelivery', {
  simpleResolvers: true,
  description: 'One event on its way to one endpoint.',
})
export class WebhookDeliveryType {
  @Field(() => EntityId) id: string;
  @Field(() => EntityId) endpointId: string;
  @Field(() => String) clientName: string;
  @Field(() => String) messageId: string;
  @Field(() => String) topic: string;
  @Field(() => DateTime, { description: 'When it happened.' }) at: Date;
  @Field(() => String, { nullable: true }) orderNumber: string | null;
  @Field(() => String, { nullable: true }) cardNumber: string | null;
  @Field(() => String, { nullable: true }) applicationNumber: string | null;
  @Field(() => DeliveryStatus) status: DeliveryStatus;
  @Field(() => Int) attempts: number;
  @Field(() => DateTime, { nullable: true, description: 'Of what waits.' }) nextAt: Date | null;
  @Field(() => DateTime, { nullable: true }) settledAt: Date | null;
  @Field(() => Int, { nullable: true, description: 'HTTP status of the last answer.' }) lastCode:
    | number
    | null;
  @Field(() => String, { nullable: true, description: 'Why there was no answer.' }) lastError: string | null;
  @Field(() => String, { nullable: true, description: 'Beginning of the last answer.' }) lastAnswer:
    | string
    | null;
  @Field(() => String, { description: 'As it is sent.' }) body: string;
}

@ObjectType('WebhookDeliveryPage', { simpleResolvers: true })
export class WebhookDeliveryPageType {
  @Field(() => [WebhookDeliveryType]) rows: WebhookDeliveryType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
  @Field(() => CappedCountType, { nullable: true }) count: CappedCountType | null;
}

@ObjectType('WebhookSecretMade', {
  simpleResolvers: true,
  description: 'The secret is shown once, to the administrator who made it.',
})
export class WebhookSecretMadeType {
  @Field(() => WebhookEndpointType) endpoint: WebhookEndpointType;
  @Field(() => String) secret: string;
}
