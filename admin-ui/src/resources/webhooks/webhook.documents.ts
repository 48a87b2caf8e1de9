import { countFields, pageInfoFields } from '../../graphql/fragments.ts';
import { type FragmentOf, graphql } from '../../graphql/graphql.ts';

export const webhookFields = graphql(
  `
    fragment WebhookFields on WebhookEndpoint @_unmask {
      id machineId clientName url topics active failures pausedAt pauseReason waiting lastDeliveredAt version
    }
  `,
);
export type Webhook = FragmentOf<typeof webhookFields>;

export const deliveryFields = graphql(
  `
    fragment DeliveryFields on WebhookDelivery @_unmask {
      id endpointId clientName messageId topic at orderNumber cardNumber applicationNumber status attempts nextAt settledAt lastCode lastError lastAnswer body
    }
  `,
);
export type Delivery = FragmentOf<typeof deliveryFields>;

export const webhooksQuery = graphql(`query Webhooks { webhookEndpoints { ...WebhookFields } }`, [
  webhookFields,
]);
export const deliveriesQuery = graphql(
  `
    query WebhookDeliveries($filter: WebhookDeliveryFilter, $page: PageInput) {
      webhookDeliveries(filter: $filter, page: $page) {
        rows { ...DeliveryFields }
        pageInfo { ...PageInfoFields }
        count { ...CountFields }
      }
    }
  `,
  [deliveryFields, pageInfoFields, countFields],
);
export const createWebhookMutation = graphql(
  `mutation CreateWebhook($input: CreateWebhookInput!) { createWebhook(input: $input) { ...WebhookFields } }`,
  [webhookFields],
);
export const updateWebhookMutation = graphql(
  `mutation UpdateWebhook($input: UpdateWebhookInput!) { updateWebhook(input: $input) { ...WebhookFields } }`,
  [webhookFields],
);
export const makeWebhookSecretMutation = graphql(
  `mutation MakeWebhookSecret($input: WebhookVersionInput!) { makeWebhookSecret(input: $input) { secret endpoint { ...WebhookFields } } }`,
  [webhookFields],
);
export const resumeWebhookMutation = graphql(
  `mutation ResumeWebhook($input: WebhookVersionInput!) { resumeWebhook(input: $input) { ...WebhookFields } }`,
  [webhookFields],
);
export const replayWebhookMutation = graphql(
  `mutation ReplayWebhook($id: EntityId!) { replayWebhook(id: $id) { ...DeliveryFields } }`,
  [deliveryFields],
);
export const replayFailedMutation = graphql(
  `mutation ReplayFailedWebhooks($input: ReplayWebhooksInput!) { replayFailedWebhooks(input: $input) }`,
);
