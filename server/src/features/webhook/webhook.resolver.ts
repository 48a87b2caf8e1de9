import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { AtMost } from '../../platform/graphql/cost.ts';
import { PageInput } from '../../platform/graphql/page.input.ts';
import { FIRST_PAGE } from '../../platform/graphql/page.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import {
  CreateWebhookInput,
  ReplayWebhooksInput,
  UpdateWebhookInput,
  WebhookDeliveryFilter,
  WebhookVersionInput,
} from './webhook.input.ts';
import type { WebhookReadModel } from './webhook.readmodel.ts';
import type { WebhookService } from './webhook.service.ts';
import {
  WebhookDeliveryPageType,
  WebhookDeliveryType,
  WebhookEndpointType,
  WebhookSecretMadeType,
} from './webhook.type.ts';

export interface WebhookResolverParts {
  readonly webhooks: WebhookService;
  readonly readModel: WebhookReadModel;
}

@Resolver()
export class WebhookResolver {
  constructor(private readonly parts: WebhookResolverParts) {}

  @Allow('webhook', 'read')
  @AtMost(200)
  @Query(() => [WebhookEndpointType])
  webhookEndpoints(@Ctx() { db }: RequestContext): Promise<WebhookEndpointType[]> {
    return this.parts.readModel.endpoints(db);
  }

  @Allow('webhook', 'read')
  @Query(() => WebhookDeliveryPageType)
  webhookDeliveries(
    @Arg('filter', () => WebhookDeliveryFilter, { nullable: true }) filter: WebhookDeliveryFilter | null,
    @Arg('page', () => PageInput, { nullable: true }) page: PageInput | null,
    @Ctx() { db }: RequestContext,
  ): Promise<WebhookDeliveryPageType> {
    return this.parts.readModel.deliveries(db, filter ?? {}, page ?? FIRST_PAGE);
  }

  @Allow('webhook', 'manage')
  @Mutation(() => WebhookEndpointType)
  async createWebhook(
    @Arg('input', () => CreateWebhookInput) input: CreateWebhookInput,
    @Ctx() { db }: RequestContext,
  ): Promise<WebhookEndpointType> {
    return this.parts.readModel.endpoint(db, await this.parts.webhooks.create(db, input));
  }

  @Allow('webhook', 'manage')
  @Mutation(() => WebhookEndpointType)
  async updateWebhook(
    @Arg('input', () => UpdateWebhookInput) input: UpdateWebhookInput,
    @Ctx() { db }: RequestContext,
  ): Promise<WebhookEndpointType> {
    await this.parts.webhooks.update(db, input);
    return this.parts.readModel.endpoint(db, input.id);
  }

  @Allow('webhook', 'manage')
  @Mutation(() => WebhookSecretMadeType)
  async makeWebhookSecret(
    @Arg('input', () => WebhookVersionInput) input: WebhookVersionInput,
    @Ctx() { db }: RequestContext,
  ): Promise<WebhookSecretMadeType> {
    const secret = await this.parts.webhooks.makeSecret(db, input);
    return { endpoint: await this.parts.readModel.endpoint(db, input.id), secret };
  }

  @Allow('webhook', 'manage')
  @Mutation(() => WebhookEndpointType)
  async resumeWebhook(
    @Arg('input', () => WebhookVersionInput) input: WebhookVersionInput,
    @Ctx() { db }: RequestContext,
  ): Promise<WebhookEndpointType> {
    await this.parts.webhooks.resume(db, input);
    return this.parts.readModel.endpoint(db, input.id);
  }

  @Allow('webhook', 'replay')
  @Mutation(() => WebhookDeliveryType)
  async replayWebhook(
    @Arg('id', () => EntityId) id: string,
    @Ctx() { db }: RequestContext,
  ): Promise<WebhookDeliveryType> {
    await this.parts.webhooks.replay(db, id);
    return this.parts.readModel.delivery(db, id);
  }

  @Allow('webhook', 'replay')
  @Mutation(() => Int)
  replayFailedWebhooks(
    @Arg('input', () => ReplayWebhooksInput) input: ReplayWebhooksInput,
    @Ctx() { db }: RequestContext,
  ): Promise<number> {
    return this.parts.webhooks.replayFailed(db, input);
  }
}
